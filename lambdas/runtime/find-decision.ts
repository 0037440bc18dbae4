import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { type Platform, PlatformId } from '../../domain/facts/platform.ts';
import type { Decided } from '../../domain/record/decision-progress.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Deps } from './deps.ts';
import { findPlatform } from './find-platform.ts';
import { Problem } from './problem.ts';

const DecisionId = z
  .string()
  .regex(/^dec_[0-9A-HJKMNP-TV-Z]{26}$/, fault('not-a-decision-id'))
  .meta({ description: 'The id of a decision.', example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' });

export const DecisionParams = z.strictObject({ platform: PlatformId, decision: DecisionId });

type Target = { params: z.infer<typeof DecisionParams> };

export async function findDecision({ params }: Target, { store }: Deps): Promise<Decided> {
  return (await store.findDecided(params.platform, params.decision)) ?? refuse(params);
}

/** For its memo, which names the platform as it is called now. */
export async function findDecisionWithProfile(
  { params }: Target,
  { store }: Deps,
): Promise<Decided & { readonly profile: Platform; readonly isWatched: boolean }> {
  return (await store.findDecidedWithProfile(params.platform, params.decision)) ?? refuse(params);
}

function refuse({ platform, decision }: Target['params']): never {
  throw new Problem('not-found', detail('no-decision', { platform, decision }));
}

/** For acts on it. The head first: an approval given after it was read fails the commit, where the other way round it would be lost. */
export async function findDecisionUnderHead(target: Target, deps: Deps): Promise<Decided & { readonly head: Head }> {
  const head = await findPlatform(target, deps);
  return { head, ...(await findDecision(target, deps)) };
}
