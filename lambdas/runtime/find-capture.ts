import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { SHA256_PATTERN } from '../../domain/facts/hash.ts';
import type { Capture } from '../../domain/vault/capture.ts';
import type { CaptureKey } from '../../store/vault.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

export const CaptureParams = z.strictObject({
  sha256: z
    .string()
    .regex(SHA256_PATTERN, fault('not-a-sha256', { of: 'capture' }))
    .meta({ description: 'The SHA-256 of a capture’s bytes.', example: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1' }),
});

/** By its hash alone: where its key lies stands whose it is. */
export async function findCapture(
  { params: { sha256 } }: { params: z.infer<typeof CaptureParams> },
  { vault, store }: Deps,
): Promise<{ capture: Capture; key: CaptureKey }> {
  const key = await vault.findKey(sha256);
  const capture = key && (await store.findCapture(key.platform, sha256));
  if (!capture) throw new Problem('not-found', detail('no-capture', { capture: sha256 }));
  return { capture, key };
}
