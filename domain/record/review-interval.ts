import { addDays, type CalendarDate } from '../facts/date.ts';
import type { Platform } from '../facts/platform.ts';
import type { Band } from '../score/rating.ts';

/** Days from an approval or a confirmation to the next review, by band. */
const REVIEW_DAYS = { unrated: 30, severe: 30, high: 60, elevated: 90, low: 180, minimal: 365 } as const satisfies Record<Band, number>;

/** The day the next review falls due: the platform's own interval, where it has one, goes before the band's. */
export function nextReviewOn(renewedOn: CalendarDate, band: Band, platform: Platform): CalendarDate {
  return addDays(renewedOn, platform.reviewEveryDays?.days ?? REVIEW_DAYS[band]);
}
