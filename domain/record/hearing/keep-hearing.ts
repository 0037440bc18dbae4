import type { Assessment } from '../../facts/assessment.ts';
import type { Decided } from '../decision-progress.ts';
import { type Dossier, wasShown } from './dossier.ts';
import type { Hearing } from './hearing.ts';

/** A hearing of an earlier decision, as a later one keeps it. */
export type KeptHearing = Omit<NonNullable<Hearing['held']>, 'recordedBy' | 'recordedAt'>;

/** What an earlier decision was taken on, beside the decision itself. */
export type HeardCase = Decided & { readonly assessment: Assessment };

/** The hearing of an earlier decision of the same party, where the party was shown every ground of the new one in it. */
export function keepHearing({ decision, progress, assessment }: HeardCase, party: Dossier['party'], grounds: Assessment): KeptHearing | undefined {
  const { held, answers } = progress.hearing ?? {};
  const before = decision.grounds.platform;
  const isSameParty = before?.operator === party.operator && before.parent === party.parent;
  if (!held || !isSameParty || !wasShown(grounds, assessment)) return undefined;
  const { recordedBy: _, recordedAt: __, keptFrom = decision.id, ...notice } = held;
  const answeredAt = held.answeredAt ?? answers?.[0]?.answeredAt;
  return { ...notice, keptFrom, ...(answeredAt !== undefined && { answeredAt }) };
}
