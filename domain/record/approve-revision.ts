import type { Score } from '../explain/published-score.ts';
import { toDate } from '../facts/date.ts';
import { scoreAssessment } from '../score/score.ts';
import { closeReview } from './close-review.ts';
import type { HeadContent } from './head.ts';
import { addStandingReasons } from './open-review.ts';
import { freshUntilReview, type Occasion, publish } from './publish.ts';
import { findStandingReasons } from './review.ts';
import { nextRescoreAt, nextReviewOn } from './review-interval.ts';
import type { Means, Step } from './step.ts';

/**
 * What an approval sets off, in this order: the score of the day is published, the open review closed, the interval begun
 * anew, and a review opened for what the new file itself gives reason for.
 */
export function approveRevision(head: HeadContent, occasion: Occasion, means: Means): Step & { readonly score: Score } {
  const { by, at, revision } = occasion;
  const today = toDate(at);
  const scored = scoreAssessment(revision.assessment, means.register, { asOf: today, knownBy: today });
  const { confirmedBy: _, ...settled } = head;
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
  const opened = addStandingReasons(closed.to, findStandingReasons(revision.assessment, scored, today), occasion, means);
  const score = freshUntilReview(published.score, opened.to);
  return {
    score,
    to: opened.to,
    record: [{ kind: 'current-revision', value: revision }, { kind: 'score', value: score }, ...closed.record, ...opened.record],
    events: [...published.events, ...closed.events, ...opened.events],
    rescoreAt: nextRescoreAt(today),
  };
}
