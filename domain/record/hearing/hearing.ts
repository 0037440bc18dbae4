import * as z from 'zod';
import { type HearingState, StatementKind } from '../../explain/hearing-shown.ts';
import { Instant } from '../../facts/date.ts';
import { detail } from '../../facts/detail.ts';
import { LIMITS, text } from '../../facts/evidence.ts';
import { Sha256 } from '../../facts/hash.ts';
import { type Decision, isAfter } from '../decision.ts';
import { Refusal } from '../refusal.ts';

/** Days that a party has for its answer, at the least. */
export const LEAST_DAYS = 10;
/** Answers of the party that are recorded of one decision. */
export const MOST_ANSWERS = 10;

const Recorded = {
  recordedBy: z.string().meta({ description: 'Subject id of who recorded it.', example: 'decider-1' }),
  recordedAt: Instant,
};

/** What a person says when a party is notified. */
export const Notice = z.strictObject({
  notifiedAt: Instant.meta({ description: 'When the dossier was sent: not before the decision was proposed.', example: '2026-11-30T09:00:00Z' }),
  to: text(LIMITS.quote).meta({
    description: 'To which office of the party; no person’s name.',
    example: 'TikTok Technology Limited, legal department, Dublin',
  }),
  deadline: Instant.meta({
    description: `Until when it may answer: at least ${LEAST_DAYS} days after it was notified.`,
    example: '2026-12-14T00:00:00Z',
  }),
});

export const Waiver = z.strictObject({
  reason: text(LIMITS.text).meta({ description: 'Why the party is not heard.', example: 'The same grounds were answered in the inquiry of 2025.' }),
});

export const Afterwards = z.strictObject({
  reason: text(LIMITS.text).meta({ description: 'Why it cannot be heard before.', example: 'Data of staff is being read now.' }),
  by: Instant.meta({ description: 'By when the party is notified at the latest.', example: '2026-12-30T00:00:00Z' }),
});

/** An answer of the party as its decision lists it; what it says of each fact is an item of its own. */
const AnswerSummary = z
  .strictObject({
    id: z.string().meta({ example: 'ans_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    capture: Sha256.meta({ description: 'The letter as it came.' }),
    answeredAt: Instant,
    says: z
      .partialRecord(StatementKind, z.int().min(1))
      .meta({ description: 'Of how many facts it says what; empty: of none in particular.', example: { disputed: 2, ended: 1 } }),
    ...Recorded,
  })
  .meta({ id: 'PartyAnswerSummary', description: 'An answer of the party.' });

export const Hearing = z
  .strictObject({
    held: z
      .strictObject({
        ...Notice.shape,
        dossier: Sha256.meta({ description: 'The hash of the dossier that was sent.' }),
        keptFrom: z.string().optional().meta({
          description: 'The earlier decision in whose hearing the party was shown every ground of this one.',
          example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V',
        }),
        answeredAt: Instant.optional().meta({ description: 'When the party answered in that earlier hearing, if it did.' }),
        ...Recorded,
      })
      .optional(),
    waived: z
      .strictObject({ ...Waiver.shape, ...Recorded, confirmedBy: z.string().optional(), confirmedAt: Instant.optional() })
      .optional()
      .meta({ description: 'That the party is not heard: it counts once a second person has confirmed it.' }),
    afterwards: z.strictObject({ ...Afterwards.shape, ...Recorded }).optional(),
    answers: z.array(AnswerSummary).min(1).max(MOST_ANSWERS).optional(),
  })
  .meta({ id: 'Hearing', description: 'Whether the party was heard (Charter of Fundamental Rights, Article 41(2)(a)).' });
export type Hearing = z.infer<typeof Hearing>;

/** What had been done to hear the party by an instant. */
export function hearingAt(hearing: Hearing | undefined, at: string): Hearing | undefined {
  if (!hearing) return undefined;
  const isKnown = ({ recordedAt }: { readonly recordedAt: string }) => !isAfter(recordedAt, at);
  const { held, waived, afterwards } = hearing;
  const answers = hearing.answers?.filter(isKnown) ?? [];
  const { confirmedBy: _, confirmedAt, ...proposed } = waived ?? {};
  const isConfirmed = confirmedAt !== undefined && !isAfter(confirmedAt, at);
  const known: Hearing = {
    ...(held && isKnown(held) && { held }),
    ...(waived && isKnown(waived) && { waived: isConfirmed ? waived : (proposed as NonNullable<Hearing['waived']>) }),
    ...(afterwards && isKnown(afterwards) && { afterwards }),
    ...(answers.length > 0 && { answers }),
  };
  return Object.keys(known).length === 0 ? undefined : known;
}

/** Whether the party has been heard by an instant. */
export function hearingStateAt(all: Hearing | undefined, at: string): HearingState {
  const { held, waived, afterwards, answers } = hearingAt(all, at) ?? {};
  if (answers || held?.answeredAt !== undefined) return 'answered';
  if (held) return isAfter(held.deadline, at) ? 'notified' : 'unanswered';
  if (waived?.confirmedAt !== undefined) return 'waived';
  if (afterwards) return 'afterwards';
  return waived ? 'waiver-proposed' : 'not-heard';
}

const HEARD = new Set<HearingState>(['answered', 'unanswered', 'waived', 'afterwards']);

/** A suspension is not approved before the party was heard, or people have said why not. */
export function checkHeard({ decision }: Pick<Decision, 'decision'>, hearing: Hearing | undefined, at: string): void {
  const state = hearingStateAt(hearing, at);
  // An urgent suspension does not wait for the answer of a party that has been notified early.
  if (decision !== 'suspend' || HEARD.has(state) || hearing?.afterwards || hearing?.waived?.confirmedAt !== undefined) return;
  if (state === 'notified') throw new Refusal('not-heard', detail('hearing-runs', { deadline: hearing?.held?.deadline ?? '' }));
  if (state === 'waiver-proposed') throw new Refusal('not-heard', detail('waiver-of-one'));
  throw new Refusal('not-heard', detail('not-heard'));
}
