import type { Triple } from './belief.ts';
import type { ExposedPath, UnknownPaths } from './exposure.ts';
import { SPREAD_WEIGHT } from './method.ts';

/** The name under which unknown paths stand among the jurisdictions. */
export const UNKNOWN_JURISDICTION = '??';

type Column = 0 | 1 | 2;

/** e_j per jurisdiction, `??` included: its strongest path, column by column. */
export function exposeJurisdictions(paths: readonly ExposedPath[], unknowns: readonly UnknownPaths[]): Map<string, Triple> {
  const strongest = new Map<string, Triple>();
  for (const { path, exposure } of paths) strongest.set(path.jurisdiction, maxOf(strongest.get(path.jurisdiction), exposure));
  for (const { exposure } of unknowns) strongest.set(UNKNOWN_JURISDICTION, maxOf(strongest.get(UNKNOWN_JURISDICTION), exposure));
  return strongest;
}

/** The strongest jurisdiction in full; the others take a quarter of what is left, together as far as they reach. */
export function combine(exposures: readonly number[]): number {
  return combineFalling([...exposures].sort((x, y) => y - x));
}

/** The same of exposures in falling order, without those at the skipped places. What falls multiplies in rising factors, so the bits are the same. */
export function combineFalling(falling: readonly number[], skipped: readonly number[] = []): number {
  let first: number | undefined;
  let left = 1;
  for (const [place, exposure] of falling.entries()) {
    if (skipped.includes(place)) continue;
    if (first === undefined) first = exposure;
    else left *= 1 - exposure;
  }
  return first === undefined ? 0 : first + SPREAD_WEIGHT * (1 - first) * (1 - left);
}

export function combineIn(jurisdictions: ReadonlyMap<string, Triple>, column: Column): number {
  return combine([...jurisdictions.values()].map((exposure) => exposure[column]));
}

function maxOf(x: Triple = [0, 0, 0], y: Triple): Triple {
  return [Math.max(x[0], y[0]), Math.max(x[1], y[1]), Math.max(x[2], y[2])];
}
