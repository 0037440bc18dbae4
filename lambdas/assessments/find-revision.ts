import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import type { DatedStatus } from '../../domain/record/revision.ts';
import type { Anchor } from '../../domain/vault/anchor.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';
import { wholeNumber } from '../runtime/whole-number.ts';

export const RevisionNumber = wholeNumber({ min: 1, max: 999_999 }).meta({ description: 'The number of a revision, from 1.', example: 3 });
export const RevisionParams = z.strictObject({ platform: PlatformId, revision: RevisionNumber });

export async function findRevisionStatus({ params }: { params: z.infer<typeof RevisionParams> }, deps: Deps): Promise<DatedStatus> {
  return (await deps.store.findStatus(params.platform, params.revision)) ?? refuse(params);
}

export async function findRevisionWithAnchors(
  { params }: { params: z.infer<typeof RevisionParams> },
  deps: Deps,
): Promise<{ readonly status: DatedStatus; readonly anchors: readonly Anchor[] }> {
  return (await deps.store.findStatusWithAnchors(params.platform, params.revision)) ?? refuse(params);
}

function refuse({ platform, revision }: z.infer<typeof RevisionParams>): never {
  throw new Problem('not-found', detail('no-revision', { platform, revision }));
}
