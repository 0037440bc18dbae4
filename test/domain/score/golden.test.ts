import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { type Scored, scoreAssessment } from '../../../domain/score/score.ts';
import { goldenRegister as register } from '../../register.ts';

type Range = { low: number; point: number; high: number };
type Expected = {
  assessment: string | object;
  asOf: string;
  knownBy: string;
  score: Range;
  parts: { storage: Range; access: Range };
  band: string;
  bandRange: string[];
  gate: string;
  contributions: { of: string; points: number }[];
  paths?: { id: string; exposure: number[]; factors: { q: number; H: number; L: number; M: number; D: number; K: number } }[];
  unknowns?: { mode: string; complete: number; exposure: number[] }[];
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
    band: scored.band,
    bandRange: scored.bandRange,
    gate: scored.gate,
    contributions: scored.contributions.map(({ of, tenths }) => ({ of, points: tenths / 10 })),
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
    const { score, parts, band, bandRange, gate, contributions } = example;
    expect(published(scored)).toEqual({ score, parts, band, bandRange, gate, contributions });
    expect(
      scored.paths.map(({ path, exposure, factors: [, { q, H, L, M, D, Ktech, Korg }] }) => ({
        id: path.id,
        exposure: exposure.map(round4),
        factors: { q: round4(q), H: round4(H), L: round4(L), M: round4(M), D: round4(D), K: round4(Ktech * Korg) },
      })),
    ).toEqual(example.paths);
    expect(scored.unknowns.map((u) => ({ mode: u.mode, complete: round4(u.complete), exposure: u.exposure.map(round4) }))).toEqual(example.unknowns);
  });
});

describe('the test vectors agree to the tenth', () => {
  it('has sixty-one of them, made with this register', () => {
    expect(vectors.cases).toHaveLength(61);
    expect(vectors.register).toBe(register.version);
  });
  it.each(vectors.cases.map((vector, i) => ({ i, vector })))('vector $i', ({ vector }) => {
    const { score, parts, band, bandRange, gate, contributions } = vector;
    expect(published(scoreCase(vector))).toEqual({ score, parts, band, bandRange, gate, contributions });
  });
});
