import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assessment } from '../../domain/facts/assessment.ts';
import { toPoints, toRange } from '../../domain/score/points.ts';
import type { Scored } from '../../domain/score/score.ts';
import { goldenRegister, register } from '../register.ts';
import { scenario } from './arbitraries.ts';
import { scorePlainly } from './plain-method.ts';
import { score } from './scenario.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8'));
type Case = { assessment: string | object; asOf: string; knownBy: string };
const cases = ['expected.json', 'vectors.json'].flatMap((name) => (read(name).cases as Case[]).map((given, i) => ({ name, i, given })));

function published({ score, parts, ways, open, band, bandRange, confidence, gate, contributions }: Scored) {
  return {
    score: toRange(score),
    parts: { storage: toRange(parts.storage), access: toRange(parts.access) },
    ways: { programme: toRange(ways.programme), law: toRange(ways.law) },
    open: { whole: toPoints(open.whole), storage: toPoints(open.storage), access: toPoints(open.access) },
    band,
    bandRange,
    confidence,
    gate,
    contributions: contributions.map(({ of, tenths }) => ({ of, points: toPoints(tenths) })),
  };
}

describe('the method written down plainly', () => {
  it.each(cases)('gives what is published of $name, case $i', ({ given: { assessment, asOf, knownBy, ...expected } }) => {
    const facts = Assessment.parse(typeof assessment === 'string' ? read(assessment) : assessment);
    expect(expected).toMatchObject(scorePlainly(facts, goldenRegister, asOf, knownBy));
  });

  it('gives what the core gives, on twice as many files as a property is tried on', () => {
    fc.assert(
      fc.property(scenario, ({ assessment, moment }) => {
        expect(published(score({ assessment, moment }))).toEqual(scorePlainly(assessment, register, moment.asOf, moment.knownBy));
      }),
      { numRuns: 2 * Number(process.env.FC_RUNS ?? 100) },
    );
  });
});
