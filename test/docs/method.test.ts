import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSensitivity } from '../../docs/method/sensitivity.ts';
import { JUDGEMENT_TOPICS, JUDGEMENTS } from '../../domain/score/judgements.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { scoreExamples } from '../golden/results.ts';
import { register } from '../register.ts';

const root = new URL('../../', import.meta.url);

describe('docs/method.md', () => {
  it('repeats every judgement with its reason and its source', () => {
    const text = readFileSync(new URL('docs/method.md', root), 'utf8');
    for (const { rule, reason, source } of JUDGEMENTS) for (const part of [rule, reason, source]) expect(text).toContain(part);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('the judgements', () => {
  it('have a name each, and there are some on every topic', () => {
    expect(new Set(JUDGEMENTS.map(({ id }) => id)).size).toBe(JUDGEMENTS.length);
    expect(new Set(JUDGEMENTS.map(({ topic }) => topic))).toEqual(new Set(JUDGEMENT_TOPICS));
  });

  it.each(JUDGEMENTS.map((judgement) => ({ ...judgement })))('$id gives a reason, and a source where it follows one', ({ kind, reason, source }) => {
    expect(reason.length).toBeGreaterThan(60);
    expect(reason).toMatch(/\.$/);
    if (kind === 'L') expect(source).not.toMatch(/^None/);
  });
});

describe('the sensitivity table', () => {
  it('was made with this method, this register and these examples (run npm run sensitivity)', () => {
    const { method, register: version, draws, files } = readSensitivity();
    expect({ method, version }).toEqual({ method: CURRENT.version, version: register.version });
    expect(draws).toBe(2000);
    expect(files.map(({ platform, asOf, point, band }) => ({ platform, asOf, point, band }))).toEqual(
      scoreExamples().cases.map(({ platform, asOf, score, band }) => ({ platform, asOf, point: score.point, band })),
    );
  });
});
