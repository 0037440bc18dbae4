import { addDays, toDate } from '../../domain/date.ts';
import type { EventDraft } from '../../domain/event.ts';
import { type ReviewReason, reviewDueOn } from '../../domain/review.ts';
import type { HeadContent } from '../../store/head.ts';
import { type ClosedReview, toReviewItem } from '../../store/review.ts';
import type { Item } from '../../store/table.ts';
import type { Deps } from './deps.ts';

/** A step of a change: the head after it, what it records, and what it says. */
export type Step = { readonly to: HeadContent; readonly record: Item[]; readonly events: EventDraft[] };

type Actor = { readonly by: string; readonly at: string };

/** Opens a review for reasons, or adds them to the one that is open: a platform has one at a time. */
export function addReasons(head: HeadContent, reasons: readonly ReviewReason[], { by, at }: Actor, { newId }: Pick<Deps, 'newId'>): Step {
  if (reasons.length === 0) return { to: head, record: [], events: [] };
  const draft = (type: EventDraft['type'], data: EventDraft['data']): EventDraft => ({ id: newId('evt'), type, at, by, data });
  if (head.review) {
    const review = { ...head.review, reasons: [...head.review.reasons, ...reasons] };
    return { to: { ...head, review }, record: [], events: reasons.map((reason) => draft('review.reason-added', { review: review.id, reason })) };
  }
  const today = toDate(at);
  const dueOn = reviewDueOn(today, head.nextReviewOn ?? today);
  const review = { id: newId('rvw'), openedAt: at, dueOn, reasons: [...reasons], announced: 0 };
  return { to: { ...head, review, nextReviewOn: dueOn }, record: [], events: [draft('review.opened', { review: review.id, dueOn, reasons })] };
}

export type Closing = Pick<ClosedReview, 'outcome' | 'note' | 'lookedAt' | 'revision'>;

/** Ends the open review, if there is one, with how it ended. */
export function closeReview(head: HeadContent, closing: Closing, { by, at }: Actor, { newId }: Pick<Deps, 'newId'>): Step {
  if (!head.review) return { to: head, record: [], events: [] };
  const { review, ...to } = head;
  const { announced: _, ...content } = review;
  const closed: ClosedReview = { platform: head.platform, ...content, closedAt: at, closedBy: by, ...closing };
  return {
    to,
    record: [toReviewItem(closed)],
    events: [{ id: newId('evt'), type: 'review.closed', at, by, data: { review: review.id, ...closing } }],
  };
}

/** The machine's first look at a platform after midnight, UTC: a score is of a day. */
export function nextLookAt(today: string): string {
  return `${addDays(today, 1)}T00:05:00.000Z`;
}
