import * as z from 'zod';
import { addDays, type CalendarDate } from '../facts/date.ts';
import { detail } from '../facts/detail.ts';
import type { Platform } from '../facts/platform.ts';
import { Band, Gate } from '../score/rating.ts';
import type { EventDraft } from './event.ts';
import type { Head, HeadContent } from './head.ts';
import { Refusal } from './refusal.ts';

/** Days from an approval or a confirmation to the next review where severe exposure is named and not excluded, whatever the band. */
const PRECAUTION_DAYS = 30;

/** Days from an approval or a confirmation to the next review, by band. */
const REVIEW_DAYS = { unrated: 30, severe: 30, high: 60, elevated: 90, low: 180, minimal: 365 } as const satisfies Record<Band, number>;

type Rating = { readonly band: Band; readonly gate: Gate };
const UNRATED: Rating = { band: 'unrated', gate: 'review' };

function longestFor({ band, gate }: Rating): number {
  return gate === 'precaution' ? Math.min(PRECAUTION_DAYS, REVIEW_DAYS[band]) : REVIEW_DAYS[band];
}

/** The latest day of the next review by the rating that an event names: what names none counts as unrated. */
export function longestAfter(renewedOn: CalendarDate, figures: unknown): CalendarDate {
  return addDays(renewedOn, longestFor(z.object({ band: Band, gate: Gate }).safeParse(figures).data ?? UNRATED));
}

/** The day the next review falls due: by gate and band, or by the platform's own interval where that is shorter. */
export function nextReviewOn(renewedOn: CalendarDate, rating: Rating, platform: Platform): CalendarDate {
  const longest = longestFor(rating);
  return addDays(renewedOn, Math.min(platform.reviewEveryDays?.days ?? longest, longest));
}

/** One person alone may ask for more reviews, not for fewer: what is new and longer than the interval of gate and band is refused. */
export function checkInterval(head: Head | undefined, { reviewEveryDays }: Platform): void {
  const { band, gate } = head?.published ?? UNRATED;
  const longest = longestFor({ band, gate });
  if (reviewEveryDays === undefined || reviewEveryDays.days <= longest) return;
  if (reviewEveryDays.days === head?.profile.reviewEveryDays?.days) return;
  throw new Refusal(
    'interval-too-long',
    detail('interval-too-long', { days: reviewEveryDays.days, band, ...(gate === 'precaution' && { gate }), longest }),
  );
}

/** Begins the interval anew: by an approval or a confirmation. */
export function renewInterval(head: HeadContent, today: CalendarDate): HeadContent {
  return { ...head, renewedOn: today, nextReviewOn: nextReviewOn(today, head.published ?? UNRATED, head.profile) };
}

/** Another band, gate or interval, counted from the same day: what is shorter now falls due in time to be seen, and an open review is never put off. */
export function adaptInterval(head: HeadContent, { notBefore }: { notBefore: CalendarDate }): HeadContent {
  const { renewedOn, published, profile, review } = head;
  if (renewedOn === undefined || !published) return head;
  const byInterval = nextReviewOn(renewedOn, published, profile);
  const dueOn = byInterval < notBefore ? notBefore : byInterval;
  if (!review) return { ...head, nextReviewOn: dueOn };
  return dueOn < review.dueOn ? { ...head, nextReviewOn: dueOn, review: { ...review, dueOn } } : head;
}

/** The machine's first look at a platform after midnight, UTC: a score is of a day. */
export function nextRescoreAt(today: CalendarDate): string {
  return `${addDays(today, 1)}T00:05:00.000Z`;
}

/** A change that moves the day of the next review says so in its last event, so that the day follows from the events. */
export function sayNextReview(from: HeadContent | undefined, to: HeadContent, events: readonly EventDraft[]): EventDraft[] {
  if (from?.nextReviewOn === to.nextReviewOn) return [...events];
  return events.map((event, i) => (i < events.length - 1 ? event : { ...event, data: { ...event.data, nextReviewOn: to.nextReviewOn ?? null } }));
}
