import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault, toFault } from '../../domain/facts/fault.ts';
import { SHA256_PATTERN } from '../../domain/facts/hash.ts';
import type { Capture } from '../../domain/vault/capture.ts';
import type { Deps } from '../runtime/deps.ts';
import { invalid, Problem } from '../runtime/problem.ts';

export const CaptureHash = z.string().regex(SHA256_PATTERN, fault('not-a-sha256', { of: 'capture' }));

/** A capture of the platform with its text: the day on which it was read, and in which language. */
export type Captured = { readonly manifest: Capture; readonly day: string; readonly text: string };

/** The capture that a query or a body names, with its text; 400 where the platform has none such, and where it was erased. */
export async function readCaptured(
  platform: string,
  parameter: string,
  sha256: string,
  { store, vault }: Pick<Deps, 'store' | 'vault'>,
  where: 'query' | 'body' = 'query',
): Promise<Captured> {
  const [manifest, key] = await Promise.all([store.findCapture(platform, sha256), vault.findKey(sha256)]);
  if (!manifest || !key) throw invalid([{ pointer: `/${parameter}`, ...(where === 'query' && { in: where }), ...toFault('unknown-capture') }]);
  const bytes = await vault.readText(manifest, key);
  if (!bytes) throw new Problem('capture-erased', detail('contents-erased'));
  return { manifest, day: manifest.capturedAt.slice(0, 10), text: new TextDecoder().decode(bytes) };
}
