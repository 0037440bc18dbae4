import type { Decision } from '../../domain/record/decision.ts';
import { CURRENT } from '../../domain/score/method.ts';
import type { Head } from '../../store/head.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';

/** A decision rests on a score that is there, rated, under review in time, and of today's method and law. */
export function checkGrounds({ platform, published, approved, nextReviewOn }: Head, deps: Deps) {
  if (!published || !approved || published.band === 'unrated')
    throw new Problem('not-rated', `"${platform}" has no rated score: assess it first, or find out who reaches the data`);
  const day = today(deps);
  if (nextReviewOn !== undefined && nextReviewOn < day) throw new Problem('score-stale', `the review of "${platform}" was due on ${nextReviewOn}`);
  checkLaw(published, deps);
  return { published, approved };
}

/** A proposal keeps the grounds that it was made on: nobody approves it once the facts or the law behind it have been replaced. */
export async function checkSealedGrounds({ platform, grounds }: Decision, head: Head, deps: Deps): Promise<void> {
  const { approved } = checkGrounds(head, deps);
  if (grounds.assessment.hash !== approved.hash)
    throw new Problem(
      'score-stale',
      `it rests on revision ${grounds.assessment.revision}, and revision ${approved.revision} stands: propose it again`,
    );
  const score = await deps.store.findPublished(platform, grounds.score);
  if (!score) throw new Error('a decision rests on a score that is not there');
  checkLaw({ method: score.score.method, register: score.score.register.version }, deps);
}

function checkLaw({ method, register }: { readonly method: string; readonly register: string }, deps: Deps): void {
  if (method !== CURRENT.version || register !== deps.register.version)
    throw new Problem('score-stale', `the score is by ${method} and ${register}, not by ${CURRENT.version} and ${deps.register.version}`);
}
