import * as z from 'zod';
import { PlatformId } from '../../domain/facts/platform.ts';
import type { DatedStatus } from '../../domain/record/revision.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';
import { wholeNumber } from '../runtime/whole-number.ts';

export const RevisionNumber = wholeNumber({ min: 1, max: 999_999 }).meta({ description: 'The number of a revision, from 1.', example: 3 });
export const RevisionParams = z.strictObject({ platform: PlatformId, revision: RevisionNumber });

export async function findRevisionStatus({ params }: { params: z.infer<typeof RevisionParams> }, deps: Deps): Promise<DatedStatus> {
  const status = await deps.store.findStatus(params.platform, params.revision);
  if (!status) throw new Problem('not-found', `"${params.platform}" has no revision ${params.revision}`);
  return status;
}
