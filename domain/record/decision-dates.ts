import type { Decision } from './decision.ts';
import type { Hearing } from './hearing/hearing.ts';

export const DATE_KINDS = [
  'proposed',
  'notified',
  'answer-due',
  'notify-due',
  'effective',
  'enforced',
  'exemption-ends',
  'review-due',
  'expires',
] as const;
export type DecisionDate = { readonly on: string; readonly what: (typeof DATE_KINDS)[number]; readonly about?: string };

type Dated = { readonly decision?: Decision | undefined; readonly hearing?: Hearing | undefined; readonly nextReviewOn?: string | undefined };

/** What happens, or has happened, on each date of a decision, the earliest first. */
export function listDates({ decision, hearing, nextReviewOn }: Dated): DecisionDate[] {
  const { held, afterwards } = hearing ?? {};
  const dates: (DecisionDate | undefined)[] = [
    decision && { on: decision.proposedAt, what: 'proposed' },
    held && { on: held.notifiedAt, what: 'notified' },
    held && { on: held.deadline, what: 'answer-due' },
    afterwards && !held ? { on: afterwards.by, what: 'notify-due' } : undefined,
    decision && { on: decision.effectiveAt, what: 'effective' },
    decision && { on: decision.enforceBy, what: 'enforced' },
    ...(decision?.exemptions ?? []).map(({ group, until }): DecisionDate => ({ on: until, what: 'exemption-ends', about: group })),
    nextReviewOn === undefined ? undefined : { on: nextReviewOn, what: 'review-due' },
    decision && { on: decision.expiresAt, what: 'expires' },
  ];
  return dates.filter((one) => one !== undefined).sort((a, b) => Date.parse(a.on) - Date.parse(b.on));
}
