import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { kendallTau, mean, quantile, seededRandom } from '../../bench/statistics.ts';
import { WEIGHT_GROUPS } from '../../bench/weight-groups.ts';
import { Sensitivity } from '../../docs/method/sensitivity.ts';
import { DATA_CLASSES } from '../../domain/facts/vocabulary.ts';
import * as method from '../../domain/score/method.ts';

/** Names, edges and sizes that are definitions or caps on doubt, not weights that somebody may see differently. */
const NOT_TURNED = ['BAND_EVENT_MARGIN', 'BANDS', 'CONFIDENCES', 'CONFLICT_REVIEW', 'GATE', 'METHOD_VERSION', 'PART_OF_MODE', 'SIDE_CAP'];

const TABLES: Readonly<Record<string, unknown>> = { ...method };

const leaves = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : Object.values(value as Record<string, unknown>).flatMap((member) => (typeof member === 'string' ? [] : leaves(member)));

describe('the groups of weights', () => {
  const turned = Object.values(WEIGHT_GROUPS).map((turn) => turn(method, (weight) => weight * 0.9));

  it('cover every figure of the method but the definitions, each once', () => {
    const names = Object.entries(method).filter(
      ([, value]) => typeof value !== 'function' && !(Array.isArray(value) && value.every((one) => typeof one === 'string')),
    );
    expect([...turned.flatMap((weights) => Object.keys(weights)), ...NOT_TURNED].sort()).toEqual(names.map(([name]) => name).sort());
  });

  it('turn something, each of them, and keep the shape of what they turn', () => {
    for (const weights of turned) {
      const standing = Object.keys(weights).map((name) => TABLES[name]);
      expect(leaves(weights)).not.toEqual(leaves(standing));
      for (const [name, value] of Object.entries(weights))
        if (typeof value === 'object') expect(Object.keys(value ?? {}).sort()).toEqual(Object.keys(TABLES[name] as object).sort());
    }
  });

  it('keep shares at most 1, powers adding up to 1, and orders that are meanings', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 200; i += 1) {
      const all: typeof method = Object.assign(
        {},
        method,
        ...Object.values(WEIGHT_GROUPS).map((turn) => turn(method, (weight) => weight * (0.75 + random() / 2))),
      );
      const { COMPULSION_WEIGHTS, DATA_WEIGHT, RELIABILITY, MODE_WEIGHT } = all;
      expect(Object.values(COMPULSION_WEIGHTS).reduce<number>((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      const data = DATA_CLASSES.map((name) => DATA_WEIGHT[name]);
      expect(data).toEqual([...data].sort((x, y) => x - y));
      expect([RELIABILITY.A, RELIABILITY.B, RELIABILITY.C, RELIABILITY.D, RELIABILITY.E]).toEqual(
        [RELIABILITY.A, RELIABILITY.B, RELIABILITY.C, RELIABILITY.D, RELIABILITY.E].sort((x, y) => y - x),
      );
      expect(Math.max(...Object.values(MODE_WEIGHT), ...data)).toBeLessThanOrEqual(1);
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
    expect(first.files.every(({ from, to }) => from < to)).toBe(true);
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
