import { z } from 'zod';
import type { Decision } from '../../domain/decision.ts';
import { PlatformId } from '../../domain/platform.ts';
import type { DecisionCourse } from '../../store/decision.ts';
import type { Head } from '../../store/head.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { Problem } from '../runtime/problem.ts';

const DecisionId = z
  .string()
  .regex(/^dec_[0-9A-HJKMNP-TV-Z]{26}$/, 'must be the id of a decision, dec_ and a ULID')
  .meta({ description: 'The id of a decision.', example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' });

export const DecisionParams = z.strictObject({ platform: PlatformId, decision: DecisionId });

export type Found = { readonly decision: Decision; readonly course: DecisionCourse };

export async function findDecision({ params }: { params: z.infer<typeof DecisionParams> }, { store }: Deps): Promise<Found> {
  const [decision, course] = await Promise.all([
    store.findDecision(params.platform, params.decision),
    store.findCourse(params.platform, params.decision),
  ]);
  if (!decision || !course) throw new Problem('not-found', `"${params.platform}" has no decision ${params.decision}`);
  return { decision, course };
}

/** For acts on it. The head first: a word given after it was read fails the commit, where the other way round it would be lost. */
export async function findDecisionUnderHead(
  target: { params: z.infer<typeof DecisionParams> },
  deps: Deps,
): Promise<Found & { readonly head: Head }> {
  const head = await findPlatform(target, deps);
  return { head, ...(await findDecision(target, deps)) };
}
