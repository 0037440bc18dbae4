import { z } from 'zod';

/** A calendar date of ISO 8601, `YYYY-MM-DD`. */
export const CalendarDate = z.iso.date().meta({ id: 'CalendarDate', description: 'A calendar date (ISO 8601).', example: '2023-02-23' });
export type CalendarDate = z.infer<typeof CalendarDate>;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01, so that ages are plain subtractions. */
export function toDayNumber(date: CalendarDate): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / MS_PER_DAY;
}

/** The calendar date `days` after `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((toDayNumber(date) + days) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The UTC calendar date of an instant of RFC 3339. */
export function toDate(instant: string): CalendarDate {
  return instant.slice(0, 10);
}
