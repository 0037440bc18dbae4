import fc from 'fast-check';
import { expect } from 'vitest';
import type { Scored } from '../../domain/score/score.ts';
import { numbersOf, type Scenario, score } from './scenario.ts';

/** Tries a change on generated assessments. One that never moved a figure would have proven nothing, so some must. */
export function everyChange<Seed>(
  seeds: fc.Arbitrary<Seed>,
  toScenarios: (seed: Seed) => [before: Scenario, after: Scenario],
  holds: (before: Scored, after: Scored) => boolean,
) {
  let moved = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const [before, after] = toScenarios(seed).map((side) => score(side)) as [Scored, Scored];
      if (numbersOf(before).join() !== numbersOf(after).join()) moved += 1;
      return holds(before, after);
    }),
  );
  expect(moved).toBeGreaterThan(0);
}
