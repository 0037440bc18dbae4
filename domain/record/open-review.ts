import { toDate } from '../facts/date.ts';
import { detail } from '../facts/detail.ts';
import { withoutSnooze } from './attention.ts';
import { gatherReasons, hasSaid } from './gather-reasons.ts';
import type { Head, HeadContent } from './head.ts';
import { Refusal } from './refusal.ts';
import { type ReviewReason, reviewDueOn, type StandingReason } from './review.ts';
import { type Actor, draftEvent, type Means, type Step, stepTo } from './step.ts';

type NewId = Pick<Means, 'newId'>;

/** Opens a review because a person asks for one, or adds the reason to the one that is open; refused before the first approval. */
export function askForReview(head: Head, reason: string, actor: Actor, means: NewId): Step {
  if (!head.approved) throw new Refusal('not-assessed', detail('nothing-to-look-at', { platform: head.platform }));
  const asked: ReviewReason = { kind: 'asked', text: reason, data: { by: actor.by } };
  if (head.review && hasSaid(head.review, asked)) return stepTo(head);
  return addReasons({ ...head, changedAt: actor.at }, [asked], actor, means);
}

/** Opens a review for reasons, or adds them to the one that is open: a platform has one at a time. */
export function addReasons(from: HeadContent, reasons: readonly ReviewReason[], actor: Actor, means: NewId): Step {
  if (reasons.length === 0) return stepTo(from);
  const head = withoutSnooze(from);
  if (head.review) {
    const review = { ...head.review, ...gatherReasons(head.review, reasons) };
    const events = reasons.map((reason) => draftEvent('review.reason-added', { review: review.id, reason }, actor, means));
    return { to: { ...head, review }, record: [], events };
  }
  const today = toDate(actor.at);
  const dueOn = reviewDueOn(today, head.nextReviewOn ?? today);
  const review = { id: means.newId('rvw'), openedAt: actor.at, dueOn, ...gatherReasons({ reasons: [] }, reasons), announced: 0 };
  const event = draftEvent('review.opened', { review: review.id, dueOn, reasons }, actor, means);
  return { to: { ...head, review, nextReviewOn: dueOn }, record: [], events: [event] };
}

/** Most reasons that a review gathers from the file, so that a file full of broken promises still fits: the rest waits for the next one. */
const MOST_REASONS = 30;

const isOfFile = ({ kind }: ReviewReason) => kind === 'conflict' || kind === 'commitment-due';

/** Opens a review for what the file itself gives reason for, each reason once as long as it holds, beside others that are given. */
export function addStandingReasons(
  head: HeadContent,
  standing: readonly StandingReason[],
  actor: Actor,
  means: NewId,
  others: readonly ReviewReason[] = [],
): Step {
  const raised = new Set(head.raised);
  const room = Math.max(0, MOST_REASONS - (head.review?.reasons.filter(isOfFile).length ?? 0));
  const fresh = standing.filter(({ key }) => !raised.has(key)).slice(0, room);
  const reasons = [...others, ...fresh.map(({ key: _, ...reason }) => reason)];
  if (reasons.length === 0) return stepTo(head);
  for (const { key } of fresh) raised.add(key);
  return addReasons({ ...head, raised: standing.flatMap(({ key }) => (raised.has(key) ? key : [])) }, reasons, actor, means);
}
