import { seededRandom } from '../../bench/seeded-random.ts';

/** Chance that can be repeated: the same seed gives the same run. */
export type Random = ReturnType<typeof createRandom>;

export function createRandom(seed: number) {
  const next = seededRandom(seed);
  /** A whole number from `from` up to and with `to`. */
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const chance = (share: number): boolean => next() < share;
  function pick<T>(list: readonly T[]): T {
    const found = list[whole(0, list.length - 1)];
    if (found === undefined) throw new Error('there is nothing to pick from');
    return found;
  }
  function several<T>(from: number, to: number, make: (i: number) => T): T[] {
    return Array.from({ length: whole(from, to) }, (_, i) => make(i));
  }
  return { next, whole, chance, pick, several };
}
