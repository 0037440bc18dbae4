import type { CalendarDate } from '../facts/date.ts';
import type { Head } from './head.ts';

/** An approved revision without its facts: all that the rule of days reads. */
export type ApprovedRevision = NonNullable<Head['approved']> & {
  /** Its place among the approvals of the platform, from 1; those of 0.1.0 have none and came before. */
  readonly approval?: number | undefined;
};

/** What orders approved revisions. */
type Dated = Pick<ApprovedRevision, 'revision' | 'asOf' | 'approvedAt' | 'approval'>;

/** Who answers for a day; `noneThatEarly` where every approved revision is of a later day. */
export type Answering<T> = { readonly approved: T; readonly noneThatEarly: boolean };

/**
 * The revision that answers for a day: the approved one with the greatest `asOf` not after it, of several the one approved last.
 * Where none is that early, the one with the smallest `asOf` answers and says so. What could be known chooses no revision.
 */
export function answerFor<T extends Dated>(day: CalendarDate, approved: readonly T[]): Answering<T> | undefined {
  const inTime = lastOf(approved.filter(({ asOf }) => asOf <= day));
  if (inTime) return { approved: inTime, noneThatEarly: false };
  const first = approved.reduce<CalendarDate | undefined>((least, { asOf }) => (least === undefined || asOf < least ? asOf : least), undefined);
  const earliest = lastOf(approved.filter(({ asOf }) => asOf === first));
  return earliest && { approved: earliest, noneThatEarly: true };
}

/** The current revision: the one with the greatest `asOf`, of several the one approved last. */
export function lastOf<T extends Dated>(approved: readonly T[]): T | undefined {
  return approved.reduce<T | undefined>((last, one) => (last && isBefore(one, last) ? last : one), undefined);
}

function isBefore(one: Dated, other: Dated): boolean {
  if (one.asOf !== other.asOf) return one.asOf < other.asOf;
  if ((one.approval ?? 0) !== (other.approval ?? 0)) return (one.approval ?? 0) < (other.approval ?? 0);
  return one.approvedAt === other.approvedAt ? one.revision < other.revision : one.approvedAt < other.approvedAt;
}

/** The answer that the head alone can give: for days from the current revision's on, and where nothing else is approved. */
export function answerByHead({ approved, approvals }: Head, day: CalendarDate): Answering<ApprovedRevision> | undefined {
  // A head of 0.1.0 names the revision approved last, which need not be the current one.
  if (!approved || approvals === undefined) return undefined;
  return approved.asOf <= day || approvals === 1 ? { approved, noneThatEarly: approved.asOf > day } : undefined;
}

/** The first day for which another revision than one of this `asOf` answers; undefined where that one is the current. */
export function nextDayAfter(asOf: CalendarDate, approved: readonly ApprovedRevision[]): CalendarDate | undefined {
  return approved.flatMap((one) => (one.asOf > asOf ? one.asOf : [])).sort()[0];
}
