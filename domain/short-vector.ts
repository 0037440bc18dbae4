import { toPoints } from './points.ts';
import type { Scored } from './score.ts';
import { MODE_LETTER, VECTOR_VERSION } from './vector-codes.ts';
import { findWinningJurisdiction, findWinningPath } from './winning-path.ts';

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
