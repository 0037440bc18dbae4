import type { Score } from '../../domain/explain/published-score.ts';
import { toDate } from '../../domain/facts/date.ts';
import { findStandingReasons } from '../../domain/record/review.ts';
import { nextReviewOn } from '../../domain/record/review-interval.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import type { HeadContent } from '../../store/head.ts';
import type { Deps } from '../runtime/deps.ts';
import { freshUntilReview, type Occasion, publish, toScoreItem } from '../runtime/publication.ts';
import { addStandingReasons, closeReview, type Step } from '../runtime/review-acts.ts';

/**
 * What an approval sets off, in this order: the score of the day is published, the open review closed, the interval begun
 * anew, and a review opened for what the new file itself gives reason for.
 */
export function approveRevision(head: HeadContent, occasion: Occasion, deps: Deps): Step & { readonly score: Score } {
  const { by, at, revision } = occasion;
  const today = toDate(at);
  const scored = scoreAssessment(revision.assessment, deps.register, { asOf: today, knownBy: today });
  const { confirmedBy: _, ...settled } = head;
  const approved = {
    revision: revision.revision,
    hash: revision.hash,
    asOf: revision.assessment.asOf,
    submittedBy: revision.submittedBy,
    approvedBy: by,
    approvedAt: at,
  };
  const interval = { renewedOn: today, nextReviewOn: nextReviewOn(today, scored.band, head.profile) };
  const published = publish({ ...settled, approved, ...interval }, scored, occasion, deps);
  const closed = closeReview(published.to, { outcome: 'new-assessment', revision: revision.revision }, { by, at }, deps);
  const opened = addStandingReasons(closed.to, findStandingReasons(revision.assessment, scored, today), { by, at }, deps);
  const score = freshUntilReview(published.score, opened.to);
  return {
    score,
    to: opened.to,
    record: [toScoreItem(score), ...closed.record, ...opened.record],
    events: [...published.events, ...closed.events, ...opened.events],
  };
}
