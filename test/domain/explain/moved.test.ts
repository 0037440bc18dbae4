import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Moved } from '../../../domain/explain/explanation-moved.ts';
import { explainMove, type Inputs } from '../../../domain/explain/moved.ts';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';

const golden = JSON.parse(readFileSync(new URL('../../golden/tiktok.json', import.meta.url), 'utf8'));
const tiktok = Assessment.parse(golden);
const then: Inputs = { assessment: tiktok, register, asOf: '2023-02-23', knownBy: '2023-02-23' };

const tenths = (points: number) => Math.round(points * 10);
const sum = (shares: readonly { points: number }[]) => shares.reduce((total, { points }) => total + tenths(points), 0);

function move(from: Inputs, to: Inputs): Moved {
  const moved = Moved.parse(explainMove(from, to));
  const pointOf = ({ assessment, register: law, asOf, knownBy }: Inputs) => scoreAssessment(assessment, law, { asOf, knownBy }).score[1];
  if (!from.method && !to.method) {
    expect(tenths(moved.from)).toBe(pointOf(from));
    expect(tenths(moved.to)).toBe(pointOf(to));
  }
  expect(sum(moved.causes)).toBe(tenths(moved.to) - tenths(moved.from));
  expect(sum(moved.facts)).toBe(tenths(moved.causes.find(({ kind }) => kind === 'facts')?.points ?? 0));
  return moved;
}

describe('why the point moved', () => {
  it('names nothing when nothing changed', () => {
    expect(move(then, then)).toEqual({ from: 88.1, to: 88.1, causes: [], facts: [] });
  });

  it('gives what became known later to the facts, fact by fact, to the tenth', () => {
    expect(move(then, { ...then, knownBy: '2026-08-31' })).toMatchObject({
      from: 88.1,
      to: 89.2,
      causes: [{ kind: 'facts', points: 1.1 }],
      facts: [
        { ref: 'paths/tt-store-cn', points: 0 },
        { ref: 'incidents/dpc-2025', points: 0.7 },
        { ref: 'incidents/false-assurance', points: 0.4 },
      ],
    });
  });

  it('gives what the years did to time', () => {
    const moved = move(then, { ...then, asOf: '2026-08-31' });
    expect(moved.causes).toEqual([{ kind: 'time', ref: '2026-08-31', points: expect.any(Number) }]);
    expect(moved.causes[0]?.points).toBeLessThan(0);
  });

  it('names the revision that changed the facts, in the order of the file, then what it no longer holds', () => {
    const [first, second, ...rest] = golden.paths;
    const next = Assessment.parse({
      ...golden,
      paths: [{ ...second, data: 'content' }, ...rest],
      incidents: [],
      complete: { storage: { evidence: first.evidence } },
      clearText: { residual: 'metadata', evidence: first.evidence },
    });
    const moved = move(then, { ...then, assessment: next, revision: 4 });
    expect(moved.causes).toMatchObject([{ kind: 'facts', ref: '4' }]);
    expect(moved.facts.map(({ ref }) => ref)).toEqual([
      `paths/${second.id}`,
      'complete/storage',
      'clearText',
      `paths/${first.id}`,
      'incidents/journalists-2022',
    ]);
    move({ ...then, assessment: next }, then);
  });

  it('gives a changed row to the register', () => {
    const milder = structuredClone(register);
    for (const row of milder.jurisdictions.CN?.rows ?? []) Object.assign(row, { dutyToAssist: 0, bulkPower: 0, offensiveCyberProgramme: 0 });
    const moved = move(then, { ...then, register: { ...milder, version: 'jr-next', hash: '0'.repeat(64) } });
    expect(moved.causes).toMatchObject([{ kind: 'register', ref: 'jr-next' }]);
    expect(moved.causes[0]?.points).toBeLessThan(0);
  });

  it('gives the difference between two versions to the method', () => {
    const next = { ...CURRENT, version: 'EXS 2.1', spread: 0 };
    const { score } = scoreAssessment(tiktok, register, then, next);
    const points = (score[1] - 881) / 10;
    expect(points).toBeLessThan(0);
    expect(move(then, { ...then, method: next })).toMatchObject({ from: 88.1, causes: [{ kind: 'method', ref: 'EXS 2.1', points }] });
  });

  it('replaces method, time, register and facts in that order, and the shares add up', () => {
    const later: Inputs = {
      ...then,
      assessment: Assessment.parse({ ...golden, paths: golden.paths.slice(2) }),
      register: { ...register, version: 'jr-next', hash: '1'.repeat(64) },
      method: { ...CURRENT, version: 'EXS 2.1' },
      asOf: '2025-05-02',
      knownBy: '2025-05-02',
    };
    expect(move(then, later).causes.map(({ kind }) => kind)).toEqual(['method', 'time', 'register', 'facts']);
    expect(move(later, then).causes.map(({ kind }) => kind)).toEqual(['method', 'time', 'register', 'facts']);
  });

  it('gives what a new file brings to the facts, whatever day it was observed on', () => {
    const day = '2024-05-01';
    const staff = tiktok.paths.find(({ jurisdiction }) => jurisdiction === 'CN') as Assessment['paths'][number];
    const source = Object.keys(tiktok.sources)[0] as string;
    const further = {
      ...staff,
      id: 'ru-further',
      jurisdiction: 'RU' as const,
      mode: 'storage' as const,
      evidence: [{ source, credibility: 1 as const, observed: day }],
    };
    const next: Inputs = { ...then, assessment: { ...tiktok, paths: [...tiktok.paths, further] }, asOf: day, knownBy: day };
    const aged = move(then, { ...then, asOf: day, knownBy: day });
    const moved = move(then, next);
    const shareOf = (kind: string, { causes }: Moved) => causes.find((cause) => cause.kind === kind)?.points ?? 0;
    expect(shareOf('time', moved)).toBe(shareOf('time', aged));
    expect(shareOf('facts', moved)).toBeGreaterThan(0);
    expect(moved.facts.map(({ ref }) => ref)).toContain('paths/ru-further');
  });

  it('gives a reading of the law that came later to the register, not to the facts', () => {
    const later = structuredClone(register);
    for (const row of later.jurisdictions.CN?.rows ?? []) row.knownFrom = { offensiveCyberProgramme: '2024-01-01' };
    const before = { ...then, register: later };
    const { causes } = move(before, { ...before, knownBy: '2024-01-01' });
    expect(causes.find(({ kind }) => kind === 'register')?.points).toBeGreaterThan(0);
    expect(causes.find(({ kind }) => kind === 'time')).toBeUndefined();
  });
});
