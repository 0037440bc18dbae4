import { toPoints } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { findWinningJurisdiction, findWinningPath } from '../score/winning-path.ts';
import { MODE_LETTER, VECTOR_VERSION } from './codes.ts';

/** For people: what was scored when, the range, the band and the strongest path (`??` where the unknown wins). */
export function toShortVector(scored: Scored): string {
  const [low, point, high] = scored.score;
  const top = findWinningJurisdiction(scored);
  const winner = top === undefined ? undefined : findWinningPath(scored.paths, top);
  return [
    VECTOR_VERSION,
    `T:${scored.findings.asOf.replaceAll('-', '')}`,
    `S:${toPoints(point)}[${toPoints(low)}-${toPoints(high)}]`,
    `B:${scored.band}`,
    ...(top === undefined ? [] : [`TOP:${winner ? `${top}.${MODE_LETTER[winner.path.mode]}` : top}`]),
  ].join('/');
}
