import { toDate } from '../../domain/date.ts';
import type { Score } from '../../domain/published-score.ts';
import { findStandingReasons } from '../../domain/review.ts';
import { nextReviewOn } from '../../domain/review-interval.ts';
import { scoreAssessment } from '../../domain/score.ts';
import type { HeadContent } from '../../store/head.ts';
import type { Deps } from '../runtime/deps.ts';
import { type Occasion, publish } from '../runtime/publication.ts';
import { addReasons, closeReview, type Step } from '../runtime/review-acts.ts';

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
  const published = publish({ ...settled, approved, nextReviewOn: nextReviewOn(today, scored.band, head.profile) }, scored, occasion, deps);
  const closed = closeReview(published.to, { outcome: 'new-assessment', revision: revision.revision }, { by, at }, deps);

  const standing = findStandingReasons(revision.assessment, scored, today);
  const fresh = standing.filter(({ key }) => !head.raised?.includes(key)).map(({ key: _key, ...reason }) => reason);
  const opened = addReasons({ ...closed.to, raised: standing.map(({ key }) => key) }, fresh, { by, at }, deps);
  return {
    score: published.score,
    to: opened.to,
    record: [...published.record, ...closed.record, ...opened.record],
    events: [...published.events, ...closed.events, ...opened.events],
  };
}
