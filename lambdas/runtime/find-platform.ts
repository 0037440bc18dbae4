import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

export const PlatformParams = z.strictObject({ platform: PlatformId });

export async function findPlatform({ params }: { params: { platform: string } }, deps: Deps): Promise<Head> {
  const head = await deps.store.findHead(params.platform);
  if (!head) throw new Problem('not-found', detail('no-platform', { platform: params.platform }));
  return head;
}

/** The ETag of a platform moves with every change of its record. */
export function platformEtag(head: Head | undefined): string | undefined {
  return head && `v${head.version}`;
}
