import * as z from 'zod';
import { addDays, type CalendarDate, Day } from '../facts/date.ts';
import { diffAssessments } from '../facts/diff-assessments.ts';
import { Points, toRange } from '../score/points.ts';
import { Band, Gate } from '../score/rating.ts';
import type { Register } from '../score/register.ts';
import { scoreAssessment } from '../score/score.ts';
import type { Head } from './head.ts';
import type { Revision } from './revision.ts';
import { type ApprovedRevision, answerByHead, answerFor, lastOf, nextDayAfter } from './time-line.ts';

const Figures = z
  .strictObject({ revision: z.int().min(1).meta({ example: 3 }), low: Points, point: Points, high: Points, band: Band, gate: Gate })
  .meta({ id: 'Figures', description: 'A score in short, and the revision that it is of.' });
type Figures = z.infer<typeof Figures>;

const Sides = { before: Figures.nullable().meta({ description: 'Null where nothing is approved yet.' }), after: Figures };

export const Effect = z
  .strictObject({
    asOf: Day.meta({ description: 'The day that the facts are of.' }),
    changesToday: z.boolean().meta({ description: 'Whether it becomes the current revision; if not, it becomes history and publishes nothing.' }),
    answersUntil: Day.nullable().meta({ description: 'The last day for which it answers, from `asOf` on; null where no later revision follows.' }),
    inPlaceOf: z
      .strictObject({ revision: z.int().min(1), asOf: Day })
      .nullable()
      .meta({ description: 'The revision that answers for these days now.' }),
    today: z
      .strictObject(Sides)
      .nullable()
      .meta({ description: 'Today’s score before and after; null where nothing changes today and nothing stands.' }),
    days: z
      .array(z.strictObject({ day: Day, ...Sides }))
      .meta({ description: 'Past days that change: the first and the last one for which it answers, by what is known today.' }),
    dropped: z
      .array(z.string())
      .meta({ description: 'Facts of the revision in whose place it answers that it does not hold.', example: ['paths/staff-cn'] }),
  })
  .meta({ id: 'Effect', description: 'What the approval of a revision would change, today and for past days.' });
export type Effect = z.infer<typeof Effect>;

/** The revision that answers now for the days that a file of this day would answer for; the others say where these days end. */
export function findPredecessor(head: Head, asOf: CalendarDate, approved: readonly ApprovedRevision[]): ApprovedRevision | undefined {
  return (answerByHead(head, asOf) ?? answerFor(asOf, approved))?.approved;
}

type Standing = {
  /** Everything that is approved. */
  readonly approved: readonly ApprovedRevision[];
  /** That which answers for the file's day now, with its facts. */
  readonly before: Revision | undefined;
};

/** What the approval of a revision would change, by what is known today. */
export function effectOf(revision: Revision, { approved, before }: Standing, head: Head, today: CalendarDate, register: Register): Effect {
  const { asOf } = revision.assessment;
  const scoreOn = (day: CalendarDate, of: Revision): Figures => {
    const { score, band, gate } = scoreAssessment(of.assessment, register, { asOf: day, knownBy: today });
    return { revision: of.revision, ...toRange(score), band, gate };
  };
  const sidesOn = (day: CalendarDate) => ({ before: before ? scoreOn(day, before) : null, after: scoreOn(day, revision) });
  const next = nextDayAfter(asOf, approved);
  const current = lastOf(approved);
  const changesToday = next === undefined;
  const standing = head.published && current && { revision: current.revision, ...pickFigures(head.published) };
  const last = next === undefined ? undefined : addDays(next, -1);
  const days = [...new Set([asOf, last])]
    .filter((day) => day !== undefined && day < today)
    .map((day) => ({ day: day as string, ...sidesOn(day as string) }));
  return {
    asOf,
    changesToday,
    answersUntil: last ?? null,
    inPlaceOf: before ? { revision: before.revision, asOf: before.assessment.asOf } : null,
    today: changesToday ? sidesOn(today) : standing ? { before: standing, after: standing } : null,
    days: days.filter(({ before: old, after }) => old && !isSame(old, after)),
    dropped: before
      ? diffAssessments(before.assessment, revision.assessment).flatMap(({ fact, change }) => (change === 'removed' && isFact(fact) ? fact : []))
      : [],
  };
}

function pickFigures({ score, band, gate }: NonNullable<Head['published']>): Omit<Figures, 'revision'> {
  return { ...score, band, gate };
}

function isSame({ revision: _, ...old }: Figures, { revision: __, ...now }: Figures): boolean {
  return JSON.stringify(old) === JSON.stringify(now);
}

/** Sources that are dropped take facts with them, which say so themselves. */
const isFact = (name: string): boolean => !name.startsWith('sources/') && name !== 'note' && name !== 'asOf';
