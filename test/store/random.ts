import { seededRandom } from '../../bench/seeded-random.ts';

/** Choices that come again with the same seed. */
export function openRandom(seed: number) {
  const next = seededRandom(seed);
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    chance: (share: number): boolean => next() < share,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
  };
}
export type Random = ReturnType<typeof openRandom>;
