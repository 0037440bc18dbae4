import { addDays, toDate } from '../../domain/facts/date.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import { type ReviewReason, reviewDueOn, type StandingReason } from '../../domain/record/review.ts';
import { nextReviewOn } from '../../domain/record/review-interval.ts';
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

/** Most reasons that a review gathers from the file, so that a file full of broken promises still fits: the rest waits for the next one. */
const MOST_REASONS = 30;

/** Opens a review for what the file itself gives reason for, each reason once as long as it holds, beside others that are given. */
export function addStandingReasons(
  head: HeadContent,
  standing: readonly StandingReason[],
  actor: Actor,
  deps: Pick<Deps, 'newId'>,
  others: readonly ReviewReason[] = [],
): Step {
  const raised = new Set(head.raised);
  const room = Math.max(0, MOST_REASONS - (head.review?.reasons.length ?? 0));
  const fresh = standing.filter(({ key }) => !raised.has(key)).slice(0, room);
  const reasons = [...others, ...fresh.map(({ key: _, ...reason }) => reason)];
  if (reasons.length === 0) return { to: head, record: [], events: [] };
  for (const { key } of fresh) raised.add(key);
  return addReasons({ ...head, raised: standing.flatMap(({ key }) => (raised.has(key) ? key : [])) }, reasons, actor, deps);
}

/** Begins the interval anew: by an approval or a confirmation. */
export function renewInterval(head: HeadContent, today: string): HeadContent {
  return { ...head, renewedOn: today, nextReviewOn: nextReviewOn(today, head.published?.band ?? 'unrated', head.profile) };
}

/** Another band or another interval, counted from the same day: what is shorter now falls due in time to be seen, and an open review is never put off. */
export function adaptInterval(head: HeadContent, { notBefore }: { notBefore: string }): HeadContent {
  const { renewedOn, published, profile, review } = head;
  if (renewedOn === undefined || !published) return head;
  const byInterval = nextReviewOn(renewedOn, published.band, profile);
  const dueOn = byInterval < notBefore ? notBefore : byInterval;
  if (!review) return { ...head, nextReviewOn: dueOn };
  return dueOn < review.dueOn ? { ...head, nextReviewOn: dueOn, review: { ...review, dueOn } } : head;
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
