import type { Score } from '../explain/published-score.ts';
import { toDate } from '../facts/date.ts';
import { scoreAssessment } from '../score/score.ts';
import { withoutAttention } from './attention.ts';
import { closeReview } from './close-review.ts';
import type { HeadContent } from './head.ts';
import { addStandingReasons } from './open-review.ts';
import { freshUntilReview, type Occasion, publish } from './publish.ts';
import { findStandingReasons } from './review.ts';
import { nextRescoreAt, nextReviewOn } from './review-interval.ts';
import type { Revision } from './revision.ts';
import type { Means, Step } from './step.ts';
import { listUnanswered } from './terms/unanswered.ts';
import { type ApprovedRevision, lastOf } from './time-line.ts';

/** What an approval reads: the facts that it approves, those behind the published score, and for a head of 0.1.0 all that is approved. */
export type ApprovalFacts = {
  readonly revision: Revision;
  readonly before: Revision | undefined;
  readonly approved?: readonly ApprovedRevision[] | undefined;
};

type Approval = Step & {
  /** Null where the revision becomes history. */
  readonly score: Score | null;
  readonly isCurrent: boolean;
  /** Its place among the platform's approvals. */
  readonly approval: number;
};

/** Approves a revision: of a day before the current one's it becomes history and changes nothing of today. */
export function approveRevision(head: HeadContent, occasion: Occasion & ApprovalFacts, means: Means): Approval {
  const { asOf } = occasion.revision.assessment;
  const { current, count } = findStanding(head, occasion);
  const approval = count + 1;
  // A head of 0.1.0 that names another than the current revision is put right when it is next scored.
  const approvals = !current || current.revision === head.approved?.revision ? { approvals: approval } : {};
  if (current && asOf < current.asOf) return { to: { ...head, ...approvals }, record: [], events: [], score: null, isCurrent: false, approval };
  return { ...makeCurrent({ ...head, approvals: approval }, occasion, means), isCurrent: true, approval };
}

function findStanding({ approved, approvals }: HeadContent, given: ApprovalFacts): { current: ApprovedRevision | undefined; count: number } {
  if (!approved || approvals !== undefined) return { current: approved, count: approvals ?? 0 };
  if (!given.approved) throw new Error('an approval needs all that is approved where the head is of 0.1.0');
  return { current: lastOf(given.approved), count: given.approved.length };
}

/**
 * What a new current revision sets off, in this order: the score of the day is published, the open review closed, the interval
 * begun anew, and a review opened for what the new file itself gives reason for, and for changes of terms that it does not answer.
 */
function makeCurrent(head: HeadContent, occasion: Occasion, means: Means): Step & { readonly score: Score } {
  const { by, at, revision } = occasion;
  const today = toDate(at);
  const scored = scoreAssessment(revision.assessment, means.register, { asOf: today, knownBy: today });
  const { confirmedBy: _, ...settled } = withoutAttention(head);
  const approved = {
    revision: revision.revision,
    hash: revision.hash,
    asOf: revision.assessment.asOf,
    submittedBy: revision.submittedBy,
    approvedBy: by,
    approvedAt: at,
  };
  const interval = { renewedOn: today, nextReviewOn: nextReviewOn(today, scored, head.profile) };
  const published = publish({ ...settled, approved, ...interval }, scored, occasion, means);
  const closed = closeReview(published.to, { outcome: 'new-assessment', revision: revision.revision }, occasion, means);
  const standing = findStandingReasons(revision.assessment, scored, today);
  const opened = addStandingReasons(closed.to, standing, occasion, means, listUnanswered(head.review?.reasons ?? [], revision));
  const score = freshUntilReview(published.score, opened.to);
  return {
    score,
    to: opened.to,
    record: [{ kind: 'current-revision', value: revision }, { kind: 'score', value: score }, ...closed.record, ...opened.record],
    events: [...published.events, ...closed.events, ...opened.events],
    rescoreAt: nextRescoreAt(today),
  };
}
