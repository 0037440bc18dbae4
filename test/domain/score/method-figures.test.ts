import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Figures that no golden notices when they are turned by 1 %, and what holds them instead. */
const HELD_ELSEWHERE = [
  // test/domain/score/rating.test.ts has the edges to the tenth.
  'bands.0.from',
  'bands.1.from',
  'bands.2.from',
  'bands.3.from',
  'confidences.0.below',
  'confidences.1.below',
  'confidences.2.below',
  'gate.allowBelowHigh',
  'gate.restrictFromPoint',
  'gate.precautionFromHigh',
  'gate.allowBelowOpen',
  // test/domain/score/open.test.ts has what makes a file rated.
  'rating.bothHalvesBelowPoint',
  'rating.listPercent',
  // test/domain/score/belief.test.ts has what admits a fact.
  'reservation.proves',
  'admissionPercent',
  // test/domain/score/hazard.test.ts has what is not in the register.
  'unregistered.hazard.0',
  'unregistered.hazard.1',
  'unregistered.hazard.2',
  'unregistered.compulsion',
  // They enter no score: the tests of reviews have them.
  'bandEventMargin',
  'conflictReview',
  // No mass reaches it: the best source on its best item has .98.
  'massCap.third-party',
  // test/domain/score/exposure.test.ts has every effect of the table.
  'technical.pseudonymisation.subprocessor',
  'technical.reproducible-client.control',
];

it('each figure of the method moves a golden or an example when it is turned by one percent, but for those that other tests hold', () => {
  const command = new URL('../../golden/turn-figures.ts', import.meta.url);
  const { figures, unnoticed } = JSON.parse(execFileSync(process.execPath, [command.pathname], { encoding: 'utf8' }));
  expect(figures).toBeGreaterThan(100);
  expect(HELD_ELSEWHERE).toEqual(expect.arrayContaining(unnoticed));
});
