import { MODES } from '../facts/vocabulary.ts';
import type { ExposedPath } from './exposure.ts';
import type { Scored } from './score.ts';

/** The path that makes a jurisdiction's exposure at the point: the strongest; of equal ones the first by mode, then by id. */
export function findWinningPath(paths: readonly ExposedPath[], jurisdiction: string): ExposedPath | undefined {
  let winner: ExposedPath | undefined;
  for (const candidate of paths)
    if (candidate.path.jurisdiction === jurisdiction && (winner === undefined || precedes(candidate, winner))) winner = candidate;
  return winner;
}

/** The jurisdiction with the strongest exposure at the point; undefined when nothing is exposed. */
export function findWinningJurisdiction(scored: Scored): string | undefined {
  let winner: [of: string, exposure: number] | undefined;
  for (const [of, [, exposure]] of scored.jurisdictions)
    if (exposure > 0 && (winner === undefined || exposure > winner[1] || (exposure === winner[1] && of < winner[0]))) winner = [of, exposure];
  return winner?.[0];
}

function precedes(x: ExposedPath, y: ExposedPath): boolean {
  if (x.exposure[1] !== y.exposure[1]) return x.exposure[1] > y.exposure[1];
  const byMode = MODES.indexOf(x.path.mode) - MODES.indexOf(y.path.mode);
  return byMode === 0 ? x.path.id < y.path.id : byMode < 0;
}
