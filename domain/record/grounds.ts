import type { Score } from '../explain/published-score.ts';
import { toDate } from '../facts/date.ts';
import { detail } from '../facts/detail.ts';
import { CURRENT } from '../score/method.ts';
import type { Register } from '../score/register.ts';
import { countQuotes } from '../vault/quotes.ts';
import type { Decision } from './decision.ts';
import type { Head, ScoreSummary } from './head.ts';
import { Refusal } from './refusal.ts';
import type { Revision } from './revision.ts';

type Law = { readonly at: string; readonly register: Pick<Register, 'version'> };

/** What a decision of now may rest on: a score that is there, rated or asking for an answer, under review in time, and of today's method and law. */
export function findGrounds(
  { platform, published, approved, nextReviewOn }: Head,
  { at, register }: Law,
): { readonly published: ScoreSummary; readonly approved: NonNullable<Head['approved']> } {
  const isGround = published && (published.band !== 'unrated' || published.gate === 'precaution');
  if (!isGround || !approved) throw new Refusal('not-rated', detail('not-rated', { platform }));
  if (nextReviewOn !== undefined && nextReviewOn < toDate(at))
    throw new Refusal('score-stale', detail('review-overdue', { platform, dueOn: nextReviewOn }));
  checkLaw(published, register);
  return { published, approved };
}

/** Where a deployment asks for it, every quote behind a decision stands in a capture that can be read; `erased` are those that cannot. */
export function checkQuotes({ revision, assessment }: Revision, erased: ReadonlySet<string>): void {
  const count = countQuotes(assessment, erased);
  if (count.held < count.quotes) throw new Refusal('quotes-unverified', detail('quotes-unverified', { revision, ...count }));
}

/** A proposal keeps the grounds that it was made on: it is not approved once the facts or the law behind it have been replaced. */
export function checkSealedGrounds({ grounds }: Decision, head: Head, score: Score, law: Law): void {
  const { approved } = findGrounds(head, law);
  if (grounds.assessment.hash !== approved.hash)
    throw new Refusal('score-stale', detail('grounds-replaced', { rests: grounds.assessment.revision, stands: approved.revision }));
  checkLaw({ method: score.method, register: score.register.version }, law.register);
}

function checkLaw({ method, register }: { readonly method: string; readonly register: string }, { version }: Pick<Register, 'version'>): void {
  if (method !== CURRENT.version || register !== version)
    throw new Refusal('score-stale', detail('law-replaced', { method, register, methodNow: CURRENT.version, registerNow: version }));
}
