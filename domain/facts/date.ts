import * as z from 'zod';
import { fault } from './fault.ts';
import { ruleOfToday } from './plain-text.ts';

/** No platform is older, no client of the API reads the year 0, and a slip of the keys is no year to come. */
const inItsYears = () => ruleOfToday((value) => value >= '1990' && value < '2200', fault('not-of-its-years'));

/** Words for what is no date, where there is something; one fault is enough of it. */
const said = (error: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? fault('missing', { kind: 'date' }) : error),
  abort: true,
});

/** An instant of RFC 3339 in UTC, such as `2023-02-23T00:00:00Z`. */
export const Instant = z.iso
  .datetime({ offset: true, ...said(fault('not-an-instant')) })
  .overwrite(toUtc)
  .check(inItsYears());

/** Clients write one instant in several ways; here it has one, so that texts compare as instants do. */
function toUtc(instant: string): string {
  return instant.endsWith('Z') ? instant : new Date(instant).toISOString();
}

/** A calendar date of ISO 8601, `YYYY-MM-DD`, of any year: laws are older than platforms. */
export const Day = z.iso.date(said(fault('not-a-day')));

/** A day of what is said of platforms, under its name in the API's document. */
export const CalendarDate = Day.check(inItsYears()).meta({ id: 'CalendarDate', description: 'A calendar date (ISO 8601).', example: '2023-02-23' });
export type CalendarDate = z.infer<typeof CalendarDate>;

const MS_PER_DAY = 86_400_000;
/** From 1 March of the year 0. */
const DAYS_TO_1970 = 719_468;
const ZERO = 48;

/** Days since 1970-01-01, so that ages are plain subtractions. Counted from the digits, because every item of evidence asks. */
export function toDayNumber(date: CalendarDate): number {
  const written = 100 * twoDigits(date, 0) + twoDigits(date, 2);
  const month = twoDigits(date, 5);
  // As Date.UTC reads years below 100.
  const year = written < 100 ? written + 1900 : written;
  // A year from March to February ends with its leap day (E. G. Richards, Mapping Time, 1998).
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + twoDigits(date, 8) - 1;
  return 365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + dayOfYear - DAYS_TO_1970;
}

function twoDigits(date: CalendarDate, at: number): number {
  return 10 * date.charCodeAt(at) + date.charCodeAt(at + 1) - 11 * ZERO;
}

/** The calendar date `days` after `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((toDayNumber(date) + days) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The UTC calendar date of an instant of RFC 3339. */
export function toDate(instant: string): CalendarDate {
  return instant.slice(0, 10);
}
