import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../bench/seeded-random.ts';
import { kendallTau, mean, quantile } from '../../bench/statistics.ts';
import { turnGroups, WEIGHT_GROUPS } from '../../bench/weight-groups.ts';
import { Sensitivity } from '../../docs/method/sensitivity.ts';
import { DATA_CLASSES } from '../../domain/facts/vocabulary.ts';
import { CURRENT } from '../../domain/score/method.ts';

/** Edges and sizes that are definitions or caps on doubt, not weights that somebody may see differently. */
const NOT_TURNED =
  /^(bands|confidences|gate|rating)\b|^(bandEventMargin|conflictReview|sideCap|massCap\.third-party|unregistered\.(compulsion|hazard\.2)|unnamed\.compulsion)$/;

/** The finite figures of a value by their place, `modes.control.weight`; what weighs nothing or does not end cannot be turned. */
function figuresOf(value: unknown, at: readonly string[] = []): Map<string, number> {
  if (typeof value === 'number') return new Map(Number.isFinite(value) && value !== 0 ? [[at.join('.'), value]] : []);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([name, member]) => [...figuresOf(member, [...at, name])]));
}

describe('the groups of weights', () => {
  const standing = figuresOf(CURRENT);
  const turnedBy = (group: string) => {
    const turned = figuresOf(turnGroups(CURRENT, [group], (weight) => weight * 0.9));
    expect([...turned.keys()]).toEqual([...standing.keys()]);
    return [...standing].filter(([place, figure]) => turned.get(place) !== figure).map(([place]) => place);
  };

  it('cover every figure of the method but the definitions, each once', () => {
    const turned = Object.keys(WEIGHT_GROUPS).flatMap(turnedBy);
    // Powers that all sink by a tenth stay what they are when they are brought back to 1, but for the last bit.
    const powers = [...standing.keys()].filter((place) => place.startsWith('compulsion.'));
    expect([...new Set([...turned, ...powers])].sort()).toEqual([...standing.keys()].filter((place) => !NOT_TURNED.test(place)).sort());
  });

  it('turn something, each of them', () => {
    const random = seededRandom(3);
    for (const group of Object.keys(WEIGHT_GROUPS)) {
      const turned = turnGroups(CURRENT, [group], (weight) => weight * (0.75 + random() / 2));
      expect(figuresOf(turned)).not.toEqual(standing);
    }
  });

  it('keep shares at most 1, powers adding up to 1, and orders that are meanings', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 200; i += 1) {
      const turned = turnGroups(CURRENT, Object.keys(WEIGHT_GROUPS), (weight) => weight * (0.75 + random() / 2));
      const { compulsion, data, reliability, modes } = turned;
      expect(Object.values(compulsion).reduce<number>((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      const classes = DATA_CLASSES.map((name) => data[name]);
      expect(classes).toEqual([...classes].sort((x, y) => x - y));
      const grades = [reliability.A, reliability.B, reliability.C, reliability.D, reliability.E];
      expect(grades).toEqual([...grades].sort((x, y) => y - x));
      expect(Math.max(...Object.values(modes).map(({ weight }) => weight), ...classes)).toBeLessThanOrEqual(1);
    }
  });
});

describe('the command', () => {
  it('prints the same for the same seed, and turns the weights that the scoring core reads', () => {
    const run = (seed: string) =>
      Sensitivity.parse(
        JSON.parse(execFileSync(process.execPath, ['bench/sensitivity.ts', '--draws', '3', '--print', '--seed', seed], { encoding: 'utf8' })),
      );
    const first = run('1');
    expect(run('1')).toEqual(first);
    expect(run('2')).not.toEqual(first);
    // What is 0 stays 0, whatever the weights.
    expect(first.files.every(({ point, from, to }) => (point === 0 ? to === 0 : from < to))).toBe(true);
  });
});

describe('its statistics', () => {
  it("know Kendall's tau", () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
    expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12);
    // One tie in one of two lists of three: 2 agree, of 3 and 2 pairs.
    expect(kendallTau([1, 2, 3], [1, 1, 2])).toBeCloseTo(2 / Math.sqrt(3 * 2), 12);
  });

  it('know means and quantiles', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect([0, 0.5, 0.95, 1].map((share) => quantile([5, 1, 3, 2, 4], share))).toEqual([1, 3, 5, 5]);
  });
});
