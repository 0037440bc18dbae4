import { toPoints } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { findWinningJurisdiction, findWinningPath } from '../score/winning-path.ts';
import { vectorVersionOf } from './codes.ts';

/** For people: what was scored when, the range, the band and the strongest path (`??` where the unknown wins). */
export function toShortVector(scored: Scored): string {
  const [low, point, high] = scored.score;
  const top = findWinningJurisdiction(scored);
  const winner = top === undefined ? undefined : findWinningPath(scored.paths, top);
  return [
    vectorVersionOf(scored.method),
    `T:${scored.findings.asOf.replaceAll('-', '')}`,
    `S:${toPoints(point)}[${toPoints(low)}-${toPoints(high)}]`,
    `B:${scored.band}`,
    ...(top === undefined ? [] : [`TOP:${winner ? `${top}.${scored.method.modes[winner.path.mode].letter}` : top}`]),
  ].join('/');
}
