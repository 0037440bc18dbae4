import { METHOD_VERSION } from '../../domain/method.ts';
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
  const { method, register } = published;
  if (method !== METHOD_VERSION || register !== deps.register.version)
    throw new Problem('score-stale', `the score is by ${method} and ${register}, not by ${METHOD_VERSION} and ${deps.register.version}`);
  return { published, approved };
}
