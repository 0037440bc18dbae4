import * as z from 'zod';
import { Instant } from '../facts/date.ts';

export const STATEMENTS = ['confirmed', 'disputed', 'corrected', 'ended', 'planned'] as const;
export const StatementKind = z.enum(STATEMENTS).meta({
  id: 'StatementKind',
  description:
    'What the party says of a fact: confirmed: it is so; disputed: it is not; corrected: it is otherwise; ended: it was so; planned: it is to end.',
  example: 'disputed',
});

const HEARING_STATES = ['not-heard', 'notified', 'answered', 'unanswered', 'afterwards', 'waiver-proposed', 'waived'] as const;
export const HearingState = z.enum(HEARING_STATES).meta({
  id: 'HearingState',
  description:
    'notified: its time to answer runs; answered; unanswered: its time has run out; afterwards: an urgent decision, of which it is notified later; waiver-proposed: one person asks to do without; waived: two have; not-heard: none of these.',
  example: 'notified',
});
export type HearingState = z.infer<typeof HearingState>;

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
