import type { Score } from '../explain/published-score.ts';
import { toDate } from '../facts/date.ts';
import { CURRENT } from '../score/method.ts';
import type { Register } from '../score/register.ts';
import { countQuotes, sayQuotes } from '../vault/quotes.ts';
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
  if (!isGround || !approved) throw new Refusal('not-rated', `"${platform}" has no rated score: assess it first, or find out who reaches the data`);
  if (nextReviewOn !== undefined && nextReviewOn < toDate(at))
    throw new Refusal('score-stale', `the review of "${platform}" was due on ${nextReviewOn}`);
  checkLaw(published, register);
  return { published, approved };
}

/** Where a deployment asks for it, every quote behind a decision stands in a capture that can be read; `erased` are those that cannot. */
export function checkQuotes({ revision, assessment }: Revision, erased: ReadonlySet<string>): void {
  const count = countQuotes(assessment, erased);
  if (count.held < count.quotes)
    throw new Refusal('quotes-unverified', `every quote must stand in a capture that can be read; of revision ${revision}: ${sayQuotes(count)}`);
}

/** A proposal keeps the grounds that it was made on: it is not approved once the facts or the law behind it have been replaced. */
export function checkSealedGrounds({ grounds }: Decision, head: Head, score: Score, law: Law): void {
  const { approved } = findGrounds(head, law);
  if (grounds.assessment.hash !== approved.hash)
    throw new Refusal(
      'score-stale',
      `it rests on revision ${grounds.assessment.revision}, and revision ${approved.revision} stands: propose it again`,
    );
  checkLaw({ method: score.method, register: score.register.version }, law.register);
}

function checkLaw({ method, register }: { readonly method: string; readonly register: string }, { version }: Pick<Register, 'version'>): void {
  if (method !== CURRENT.version || register !== version)
    throw new Refusal('score-stale', `the score is by ${method} and ${register}, not by ${CURRENT.version} and ${version}`);
}
