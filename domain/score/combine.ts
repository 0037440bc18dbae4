import type { Column, Triple } from './belief.ts';
import type { ExposedPath } from './exposure.ts';
import type { Method } from './method.ts';

/** Section 5: e_j per jurisdiction is its strongest path, column by column. */
export function exposeJurisdictions(paths: readonly ExposedPath[]): Map<string, Triple> {
  const strongest = new Map<string, Triple>();
  for (const { path, exposure } of paths) raise(strongest, path.jurisdiction, exposure);
  return strongest;
}

/** Section 5, A: the strongest jurisdiction in full; the others take a quarter of what is left, together as far as they reach. */
export function combine(exposures: readonly number[], method: Method): number {
  const falling: number[] = [];
  for (const exposure of exposures) insertFalling(falling, exposure);
  return combineFalling(falling, method);
}

/** Puts a value where it belongs in a falling list; of the few that a score has, quicker than to sort them. */
function insertFalling(falling: number[], value: number): void {
  let place = falling.length;
  for (; place > 0 && (falling[place - 1] as number) < value; place -= 1) falling[place] = falling[place - 1] as number;
  falling[place] = value;
}

/** The same of exposures in falling order, without those at the skipped places. What falls multiplies in rising factors, so the bits are the same. */
export function combineFalling(falling: readonly number[], method: Method, skipped: readonly number[] = []): number {
  let first: number | undefined;
  let left = 1;
  for (let place = 0; place < falling.length; place += 1) {
    if (skipped.length > 0 && skipped.includes(place)) continue;
    const exposure = falling[place] as number;
    if (first === undefined) first = exposure;
    else left *= 1 - exposure;
  }
  return first === undefined ? 0 : spread(first, left, method);
}

/** The strongest, and a share of what the others, that leave `left` of the rest, reach together. */
export function spread(first: number, left: number, method: Method): number {
  return first + method.spread * (1 - first) * (1 - left);
}

export function combineIn(jurisdictions: ReadonlyMap<string, Triple>, column: Column, method: Method): number {
  const falling: number[] = [];
  for (const exposure of jurisdictions.values()) insertFalling(falling, exposure[column]);
  return combineFalling(falling, method);
}

function raise(strongest: Map<string, Triple>, jurisdiction: string, to: Triple): void {
  const from = strongest.get(jurisdiction);
  strongest.set(jurisdiction, from ? [Math.max(from[0], to[0]), Math.max(from[1], to[1]), Math.max(from[2], to[2])] : to);
}
