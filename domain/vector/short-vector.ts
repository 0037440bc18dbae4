import { toPoints } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { findWinningJurisdiction, findWinningPath } from '../score/winning-path.ts';
import { vectorVersionOf } from './codes.ts';

/** For people: what was scored when, the range, what is open, the band and the strongest path. Of an unrated file no point is shown. */
export function toShortVector(scored: Scored): string {
  const [low, point, high] = scored.score;
  const top = findWinningJurisdiction(scored);
  const winner = top === undefined ? undefined : findWinningPath(scored.paths, top);
  return [
    vectorVersionOf(scored.method),
    `T:${scored.findings.asOf.replaceAll('-', '')}`,
    ...(scored.band === 'unrated' ? [] : [`S:${toPoints(point)}[${toPoints(low)}-${toPoints(high)}]`]),
    `O:${toPoints(scored.open.whole)}`,
    `B:${scored.band}`,
    ...(winner ? [`TOP:${winner.path.jurisdiction}.${scored.method.modes[winner.path.mode].letter}`] : []),
  ].join('/');
}
