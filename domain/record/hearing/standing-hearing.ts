import * as z from 'zod';
import { Instant } from '../../facts/date.ts';
import { isAfter } from '../decision.ts';
import { type Hearing, HearingState, STATEMENTS, StatementKind } from './hearing.ts';

/** Of a hearing what the platform's head carries: enough for the score, the lists and the machine's daily look. */
export const StandingHearing = z.strictObject({
  notifiedAt: Instant.optional(),
  deadline: Instant.optional(),
  /** By when the party of an urgent decision is notified at the latest. */
  by: Instant.optional(),
  waivedAt: Instant.optional(),
  answeredAt: Instant.optional(),
  /** Of how many facts the answers say what. */
  says: z.partialRecord(StatementKind, z.int().min(1)).optional(),
});
export type StandingHearing = z.infer<typeof StandingHearing>;

export function summarizeHearing({ held, waived, afterwards, answers }: Hearing): StandingHearing {
  const answeredAt = answers?.at(-1)?.answeredAt ?? held?.answeredAt;
  const says = answers && sum(answers.map((answer) => answer.says));
  return {
    ...(held && { notifiedAt: held.notifiedAt, deadline: held.deadline }),
    ...(afterwards && { by: afterwards.by }),
    ...(waived?.confirmedAt !== undefined && { waivedAt: waived.confirmedAt }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(says && { says }),
  };
}

function sum(all: readonly NonNullable<StandingHearing['says']>[]): NonNullable<StandingHearing['says']> {
  const totals = STATEMENTS.map((kind) => [kind, all.reduce((total, says) => total + (says[kind] ?? 0), 0)] as const);
  return Object.fromEntries(totals.filter(([, total]) => total > 0));
}

/** How the party of a decision was heard, as a score says it. */
export const HearingShown = z
  .strictObject({
    decision: z.string().meta({ example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    state: HearingState,
    ...StandingHearing.shape,
  })
  .meta({
    id: 'HearingShown',
    description: 'How the party of a decision that stands or waits was heard, and of how many facts it says what. It moves no score.',
    example: {
      decision: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V',
      state: 'answered',
      notifiedAt: '2026-11-30T09:00:00Z',
      deadline: '2026-12-14T00:00:00Z',
      answeredAt: '2026-12-09T10:00:00Z',
      says: { disputed: 2 },
    },
  });
export type HearingShown = z.infer<typeof HearingShown>;

/** Of the decisions of a head those whose party was heard, or is to be, by an instant. */
export function listHearings(
  decisions: readonly { readonly id: string; readonly hearing?: StandingHearing | undefined }[],
  at: string,
): HearingShown[] {
  const isKnown = (moment: string | undefined) => moment !== undefined && !isAfter(moment, at);
  return decisions.flatMap(({ id, hearing }): HearingShown[] => {
    const { notifiedAt, deadline, answeredAt, waivedAt, by, says } = hearing ?? {};
    if (isKnown(answeredAt)) return [{ decision: id, state: 'answered', notifiedAt, deadline, answeredAt, says }];
    if (isKnown(notifiedAt)) return [{ decision: id, state: isKnown(deadline) ? 'unanswered' : 'notified', notifiedAt, deadline }];
    if (isKnown(waivedAt)) return [{ decision: id, state: 'waived', waivedAt }];
    return by === undefined ? [] : [{ decision: id, state: 'afterwards', by }];
  });
}
