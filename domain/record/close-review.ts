import { toDate } from '../facts/date.ts';
import { detail } from '../facts/detail.ts';
import { withoutAttention } from './attention.ts';
import type { ClosedReview } from './closed-review.ts';
import type { Head, HeadContent } from './head.ts';
import { Refusal } from './refusal.ts';
import { renewInterval } from './review-interval.ts';
import { type Actor, draftEvent, type Means, type Step, stepTo } from './step.ts';

/** After so many confirmations by one person in a row, somebody else must look. */
const RUNNING = 2;

type Closing = Pick<ClosedReview, 'outcome' | 'note' | 'lookedAt' | 'revision'>;

/** What a person says who ends a review. */
export type Outcome = Required<Pick<ClosedReview, 'outcome' | 'note' | 'lookedAt'>>;

/**
 * Ends the open review because nothing has changed, and begins the interval anew; `closed` is the review meant where it is closed
 * already. Refused to the author of the standing assessment, and to one person three times running; a new assessment closes it by its approval.
 */
export function confirmUnchanged(
  head: Head,
  { closed, ...outcome }: Outcome & { readonly closed: ClosedReview | undefined },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step & { readonly review: ClosedReview } {
  if (closed) throw new Refusal('review-closed', detail('review-closed', { closedAt: closed.closedAt, outcome: closed.outcome }));
  const { approved, confirmedBy = [] } = head;
  if (approved?.submittedBy === actor.by) throw new Refusal('self-approval', detail('own-assessment'));
  if (confirmedBy.length >= RUNNING && confirmedBy.slice(-RUNNING).every((id) => id === actor.by))
    throw new Refusal('same-person-again', detail('confirmed-twice'));
  if (outcome.outcome === 'new-assessment') throw new Refusal('not-approved-yet', detail('by-its-approval'));
  const renewed = { ...renewInterval(head, toDate(actor.at)), changedAt: actor.at, confirmedBy: [...confirmedBy, actor.by] };
  const step = closeReview(renewed, outcome, actor, means);
  const review = step.record.flatMap((one) => (one.kind === 'review' ? one.value : []))[0];
  if (!review) throw new Error('a review was confirmed that is not open');
  return { ...step, review };
}

/** Ends the open review, if there is one, with how it ended. */
export function closeReview(head: HeadContent, closing: Closing, actor: Actor, means: Pick<Means, 'newId'>): Step {
  const { review, ...to } = withoutAttention(head);
  if (!review) return stepTo(head);
  const { announced: _, ...content } = review;
  const closed: ClosedReview = { platform: head.platform, ...content, closedAt: actor.at, closedBy: actor.by, ...closing };
  return { to, record: [{ kind: 'review', value: closed }], events: [draftEvent('review.closed', { review: review.id, ...closing }, actor, means)] };
}
