import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../domain/facts/assessment.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { assessment, HARSH, item, NOW, path, registerOf } from '../facts.ts';

const PATHS = [path('CN', 'storage', { data: 'metadata' })];
const scored = (further: Partial<Assessment> = {}, paths = PATHS) => scoreAssessment(assessment(paths, further), registerOf(HARSH), NOW);
const listsOf = (further: Partial<Assessment> = {}) => scored(further).lists;
const ALL = Object.fromEntries(
  ['storage', 'remote-access', 'control', 'subprocessor', 'client-code'].map((mode) => [mode, { evidence: [item('a')] }]),
);

describe('what nobody has named', () => {
  it('may go as far as its mode reaches', () => {
    expect(listsOf().map(({ mode, complete, open }) => [mode, complete, open])).toEqual([
      ['storage', 0, 1],
      ['remote-access', 0, 1],
      ['control', 0, 0.85],
      ['subprocessor', 0, 0.6],
      ['client-code', 0, 0.45],
    ]);
    expect(scored().open).toEqual({ whole: 1000, storage: 1000, access: 1000 });
  });

  it('shrinks with what proves the list of its mode, and leaves the range as it was', () => {
    const [storage, remote] = listsOf({ complete: { storage: { evidence: [item('c')] } } });
    expect([storage, remote]).toMatchObject([
      { complete: 0.63, open: expect.closeTo(0.37, 12) },
      { complete: 0, open: 1 },
    ]);
    expect(scored({ complete: ALL }).score).toEqual(scored().score);
    expect(scored({ complete: ALL }).open).toEqual({ whole: 20, storage: 20, access: 20 });
  });

  it('shrinks with what proves that the operator holds little in the clear, but for code in the client', () => {
    const lists = listsOf({ clearText: { residual: 'metadata', evidence: [item('c')] } });
    expect(lists[0]?.open).toBeCloseTo(0.37 + 0.5 * 0.63, 12);
    expect(lists[4]?.open).toBe(0.45);
    expect(listsOf({ clearText: { residual: 'content', evidence: [item('c')] } })).toEqual(listsOf());
  });

  it('takes in a country that its source does not name, in full and in its own part', () => {
    const paths = [...PATHS, path('ZZ', 'remote-access', { data: 'metadata' })];
    const { open, score, jurisdictions } = scored({ complete: ALL }, paths);
    // .02 of each list, and .5 through the unnamed country: the stronger in full, a quarter of the other.
    expect(open).toEqual({ whole: 503, storage: 20, access: 503 });
    expect(jurisdictions.get('ZZ')).toEqual([0, expect.closeTo(0.4 * 0.5 * 0.99, 12), 0.2]);
    expect(score[2]).toBeLessThan(open.whole);
  });
});

describe('a file is rated', () => {
  const low = (mode: 'storage' | 'remote-access' | 'control' | 'subprocessor' | 'client-code', code = 'CN') => path(code, mode, { data: 'public' });
  const proven = (...modes: string[]) => ({ complete: Object.fromEntries(modes.map((mode) => [mode, { evidence: [item('c')] }])) });
  it.each([
    ['an empty one', [], {}, false],
    ['one with storage alone', [low('storage')], {}, false],
    ['one with storage and staff', [low('storage'), low('remote-access')], {}, true],
    ['one with staff and a processor', [low('remote-access'), low('subprocessor')], {}, true],
    ['one with a processor and client code', [low('subprocessor'), low('client-code')], {}, false],
    ['one with storage and client code', [low('storage'), low('client-code')], {}, false],
    ['one with storage and a proven list of owners', [low('storage')], proven('control'), true],
    ['one with storage and a proven list of client code', [low('storage')], proven('client-code'), false],
    ['one with staff and a proven list of storage', [low('control')], proven('storage'), true],
    ['one with staff and a proven list of processors', [low('control')], proven('subprocessor'), false],
    ['one in the EU', [low('storage', 'EU'), low('control', 'EU')], {}, true],
    ['one with storage that reaches far', [path('CN', 'storage')], {}, true],
  ] as const)('or not: %s', (_, paths, further, isRated) => {
    const { band, confidence } = scored(further, [...paths]);
    expect([band === 'unrated', confidence === 'none']).toEqual([!isRated, !isRated]);
  });
});
