import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { toOpenPoints } from '../../../domain/score/points.ts';
import { type Scored, scoreAssessment } from '../../../domain/score/score.ts';
import { toVector } from '../../../domain/vector/vector.ts';
import { goldenRegister as register } from '../../register.ts';

type Range = { low: number; point: number; high: number };
type Expected = {
  assessment: string | object;
  asOf: string;
  knownBy: string;
  score: Range;
  parts: { storage: Range; access: Range };
  ways: { programme: Range; law: Range };
  open: { whole: number; storage: number; access: number };
  band: string;
  bandRange: string[];
  confidence: string;
  gate: string;
  contributions: { of: string; points: number }[];
  vector: string;
  paths?: { id: string; exposure: number[]; factors: { q: number; H: number; L: number; M: number; D: number; K: number } }[];
  lists?: { mode: string; complete: number; open: number }[];
};

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8'));
const expected: { method: string; register: string; cases: Expected[] } = read('expected.json');
const vectors: { register: string; cases: Expected[] } = read('vectors.json');

const range = ([low, point, high]: readonly number[]): Range => ({ low: (low ?? 0) / 10, point: (point ?? 0) / 10, high: (high ?? 0) / 10 });
const round4 = (value: number) => Math.round(value * 1e4) / 1e4;

function published(scored: Scored) {
  return {
    score: range(scored.score),
    parts: { storage: range(scored.parts.storage), access: range(scored.parts.access) },
    ways: { programme: range(scored.ways.programme), law: range(scored.ways.law) },
    open: toOpenPoints(scored.open),
    band: scored.band,
    bandRange: scored.bandRange,
    confidence: scored.confidence,
    gate: scored.gate,
    contributions: scored.contributions.map(({ of, tenths }) => ({ of, points: tenths / 10 })),
    vector: toVector(scored, register),
  };
}

function scoreCase({ assessment, asOf, knownBy }: Expected): Scored {
  return scoreAssessment(Assessment.parse(typeof assessment === 'string' ? read(assessment) : assessment), register, { asOf, knownBy });
}

describe('the worked examples of the method agree to the tenth', () => {
  it('has seven of them, made with this method and this register', () => {
    expect(expected.cases).toHaveLength(7);
    expect(expected.method).toBe(CURRENT.version);
    expect(expected.register).toBe(register.version);
  });
  it.each(expected.cases)('$assessment as of $asOf, known by $knownBy', (example) => {
    const scored = scoreCase(example);
    const { assessment, asOf, knownBy, paths, lists, ...figures } = example;
    expect(published(scored)).toEqual(figures);
    expect(
      scored.paths
        .filter(({ path }) => !scored.lawOf(path.jurisdiction).euEea)
        .map(({ path, exposure, factors: [, point] }) => ({
          id: path.id,
          exposure: exposure.map(round4),
          factors: {
            q: round4(point.belief),
            H: round4(point.hazard),
            L: round4(point.law),
            M: round4(point.mode),
            D: round4(point.data),
            K: round4(point.technical * point.organisational),
          },
        })),
    ).toEqual(paths);
    expect(scored.lists.map(({ mode, complete, open }) => ({ mode, complete: round4(complete), open: round4(open) }))).toEqual(lists);
  });
});

describe('the test vectors agree to the tenth', () => {
  it('has eighty of them, made with this register', () => {
    expect(vectors.cases).toHaveLength(80);
    expect(vectors.register).toBe(register.version);
  });
  it.each(vectors.cases.map((vector, i) => ({ i, vector })))('vector $i', ({ vector }) => {
    const { assessment, asOf, knownBy, ...figures } = vector;
    expect(published(scoreCase(vector))).toEqual(figures);
  });
});
