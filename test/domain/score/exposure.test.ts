import { describe, expect, it } from 'vitest';
import type { Assessment, Path } from '../../../domain/facts/assessment.ts';
import { addDays } from '../../../domain/facts/date.ts';
import { DATA_CLASSES, MODES, SAFEGUARDS, type Safeguard, STAKES, TRANSFER_TOOLS } from '../../../domain/facts/vocabulary.ts';
import type { Register } from '../../../domain/score/register.ts';
import { type Scored, scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { assessment, HARSH, item, MILD, NOW, path, registerOf, TODAY } from '../facts.ts';

const scored = (paths: Path[], further: Partial<Assessment> = {}, law: Register = registerOf(HARSH)) =>
  scoreAssessment(assessment(paths, further), law, NOW);
const factorsOf = ({ paths }: Scored) => paths[0]?.factors ?? [];
const L = (one: Path, asOf: string, law = register) =>
  scoreAssessment(assessment([one], { asOf }), law, { asOf, knownBy: '2026-11-22' }).paths[0]?.factors.map(({ law }) => law);
const operating = (kind: Safeguard, of = 'a') => ({ kind, status: 'operating' as const, evidence: [item(of)] });

describe('the exposure of one path', () => {
  it('is the product of its factors in each column', () => {
    const one = path('CN', 'control', {
      stake: 'blocking',
      data: { low: 'metadata', point: 'behaviour', high: 'content' },
      transfer: { tool: 'scc', evidence: [item('a')] },
      safeguards: [operating('eu-trustee', 'b'), operating('access-logging', 'b')],
      ended: { on: TODAY, evidence: [item('c')] },
    });
    const { paths } = scored([one], {}, registerOf({ ...HARSH, secrecy: 0 }));
    for (const column of [0, 1, 2] as const) {
      const product = Object.values(paths[0]?.factors[column] ?? {}).reduce((all, factor) => all * factor, 1);
      expect(paths[0]?.exposure[column]).toBeCloseTo(product, 15);
    }
    expect(paths[0]?.factors[1]).toEqual({
      belief: expect.closeTo(0.99 * (1 - 0.63), 12),
      hazard: expect.closeTo(0.8 * 0.85, 12),
      law: expect.closeTo(1 - 0.05 * 0.15 * 0.98, 12),
      mode: expect.closeTo(0.85 * 0.6, 12),
      data: 0.85,
      technical: expect.closeTo(1 - 0.6 * 0.83, 12),
      organisational: expect.closeTo(1 - 0.2 * 0.83 * (1 - 0.8 * 0.85), 12),
    });
  });

  it('sinks with what proves its end, and in the low column with what claims it', () => {
    const ended = { on: TODAY, evidence: [item('c')] };
    expect(factorsOf(scored([path('CN', 'storage', { ended })])).map(({ belief }) => belief)).toEqual([
      0,
      expect.closeTo(0.99 * 0.37, 12),
      expect.closeTo(0.37, 12),
    ]);
    const ahead = { on: addDays(TODAY, 1), evidence: [item('a')] };
    expect(factorsOf(scored([path('CN', 'storage', { ended: ahead })])).map(({ belief }) => belief)).toEqual([0.98, 0.99, 1]);
  });

  it.each([
    ['storage', 1],
    ['remote-access', 1],
    ['control', 0.85],
    ['subprocessor', 0.6],
    ['client-code', 0.45],
  ] as const)('weighs the mode %s at %f', (mode, weight) => {
    expect(factorsOf(scored([path('CN', mode)])).map(({ mode: weight }) => weight)).toEqual([weight, weight, weight]);
  });

  it('weighs a stake by the control that it gives, and in no other mode', () => {
    expect(factorsOf(scored([path('CN', 'storage', { stake: 'minority' })]))[1]?.mode).toBe(1);
    expect(STAKES.map((stake) => factorsOf(scored([path('CN', 'control', { stake })]))[1]?.mode)).toEqual([0.85, 0.51, 0.2125]);
  });

  it('weighs the class of data that it reaches', () => {
    expect(DATA_CLASSES.map((data) => factorsOf(scored([path('CN', 'storage', { data })]))[1]?.data)).toEqual([0.03, 0.12, 0.5, 0.85, 1]);
  });

  it('is 0 in the EU and the EEA, with nothing taken off by law', () => {
    const { paths } = scored([path('IE', 'storage', { transfer: { tool: 'scc', evidence: [item('a')] } })], {}, register);
    expect(paths[0]?.factors.map(({ hazard, law }) => [hazard, law])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(paths[0]?.exposure).toEqual([0, 0, 0]);
  });
});

describe('the law of transfers', () => {
  const tool = (tool: (typeof TRANSFER_TOOLS)[number]) => ({ transfer: { tool, evidence: [item('c')] } });

  it('takes half off where an adequacy decision covers everybody, whatever tool is named', () => {
    const early = { evidence: [item('a', { observed: '2019-01-22' })] };
    expect(L(path('JP', 'storage', early), '2019-01-22')).toEqual([1, 1, 1]);
    expect(L(path('JP', 'storage', early), '2019-01-23')).toEqual([0.5, 0.5, 0.5]);
    expect(L(path('JP', 'storage', { ...early, ...tool('consent') }), TODAY)).toEqual([0.5, 0.5, 0.5]);
  });

  it('takes half off what a scheme covers, as far as the recipient is covered by that scheme', () => {
    const covered = [0.5, expect.closeTo(1 - 0.5 * 0.63, 12), expect.closeTo(1 - 0.5 * 0.63, 12)];
    const certified = { transfer: { tool: 'dpf' as const, evidence: [item('c', { observed: '2023-07-10' })] } };
    expect(L(path('US', 'storage', certified), '2023-07-10')).toEqual(covered);
    const shield = { transfer: { tool: 'privacy-shield' as const, evidence: [item('c', { observed: '2020-07-15' })] } };
    const on = (day: string) => L(path('US', 'storage', { ...shield, evidence: [item('a', { observed: '2020-07-01' })] }), day);
    expect(on('2020-07-15')).toEqual(covered);
    expect(on('2020-07-16')).toEqual([1, 1, 1]);
    expect(L(path('CA', 'storage', tool('pipeda')), TODAY)).toEqual(covered);
    expect(L(path('CA', 'storage', tool('dpf')), TODAY)).toEqual([1, 1, 1]);
    expect(L(path('CA', 'storage'), TODAY)).toEqual([1, 1, 1]);
  });

  it('treats the bridge to Great Britain as a decision, and a decision that has run out as none', () => {
    const early = { evidence: [item('a', { observed: '2020-12-31' })] };
    expect(L(path('GB', 'storage', early), '2020-12-31')).toEqual([1, 1, 1]);
    expect(L(path('GB', 'storage', early), '2021-01-01')).toEqual([0.5, 0.5, 0.5]);
    const expired = registerOf({ ...HARSH, adequacy: { scheme: 'full', from: '2020-01-01', to: TODAY } });
    expect(L(path('CN', 'storage'), TODAY, expired)).toEqual([1, 1, 1]);
    const scheme = registerOf({ ...HARSH, adequacy: { scheme: 'dpf', from: addDays(TODAY, 1), to: null } });
    expect(L(path('CN', 'storage', tool('dpf')), TODAY, scheme)).toEqual([1, 1, 1]);
  });

  it('takes a twentieth off for a contract where no law compels, and nothing where the law always can', () => {
    const contracted = [0.95, expect.closeTo(1 - 0.05 * 0.63, 12), expect.closeTo(1 - 0.05 * 0.63, 12)];
    for (const name of TRANSFER_TOOLS) {
      const isContract = name === 'scc' || name === 'bcr';
      expect(L(path('CN', 'storage', tool(name)), TODAY, registerOf(MILD))).toEqual(isContract ? contracted : [1, 1, 1]);
      expect(L(path('CN', 'storage', tool(name)), TODAY, registerOf(HARSH))).toEqual([1, 1, 1]);
    }
  });
});

describe('safeguards', () => {
  const K = (mode: Path['mode'], safeguards: Path['safeguards'], further: Partial<Assessment> = {}, law?: Register) =>
    factorsOf(scored([path('CN', mode, { safeguards: safeguards ?? [] })], further, law)).map(({ technical, organisational }) => [
      technical,
      organisational,
    ]);

  it('take off a path what each kind can, by mode', () => {
    const effects = SAFEGUARDS.slice(0, 6).map((kind) => MODES.map((mode) => 1 - (K(mode, [operating(kind)])[0]?.[0] ?? 0)));
    const expected = [
      [0.97, 0.97, 0.97, 0.97, 0],
      [0.9, 0, 0.8, 0.9, 0],
      [0.6, 0.6, 0.4, 0.6, 0],
      [0.5, 0.5, 0.4, 0.5, 0],
      [0, 0, 0.6, 0.6, 0.6],
      [0, 0, 0, 0, 0.8],
    ];
    expect(effects).toEqual(expected.map((row) => row.map((value) => expect.closeTo(value, 12))));
  });

  it('of the technical sort multiply, each as far as it is believed', () => {
    const [low, point, high] = K('storage', [operating('pseudonymisation', 'c'), operating('split-processing', 'b')]);
    expect(low?.[0]).toBeCloseTo(0.4 * 0.5, 12);
    expect(point?.[0]).toBeCloseTo((1 - 0.6 * 0.63) * (1 - 0.5 * 0.83), 12);
    expect(high?.[0]).toBe(point?.[0]);
    expect([low?.[1], point?.[1]]).toEqual([1, 1]);
  });

  it.each([
    ['access-gateway', 0.4],
    ['access-logging', 0.2],
    ['least-privilege', 0.15],
    ['challenge-orders', 0.1],
    ['transparency-report', 0.05],
  ] as const)('%s takes %f off, and a fifth of that where the law always compels', (kind, effect) => {
    expect(K('storage', [operating(kind)], {}, registerOf(MILD))[0]).toEqual([1, expect.closeTo(1 - effect, 12)]);
    expect(K('storage', [operating(kind)])[0]).toEqual([1, expect.closeTo(1 - effect * 0.2, 12)]);
    expect(K('storage', [operating(kind, 'c')], {}, registerOf(MILD))[1]).toEqual([1, expect.closeTo(1 - effect * 0.63, 12)]);
  });

  it('of paper take at most 40 % together', () => {
    const all = SAFEGUARDS.slice(6).map((kind) => operating(kind));
    expect(K('storage', all, {}, registerOf(MILD))[0]?.[1]).toBeCloseTo(0.6, 12);
    const two = [operating('access-logging'), operating('least-privilege')];
    expect(K('storage', two, {}, registerOf(MILD))[0]?.[1]).toBeCloseTo(0.8 * 0.85, 12);
  });

  it('of paper lose what incidents have shown them to be worth', () => {
    const incidents = [{ id: 'i', kind: 'misuse' as const, on: TODAY, summary: 'Misuse', evidence: [item('a')] }];
    const [low, point] = K('storage', [operating('access-gateway')], { incidents }, registerOf(MILD));
    expect(low?.[1]).toBeCloseTo(1 - 0.4 * (1 - 0.7 * 0.98), 12);
    expect(point?.[1]).toBeCloseTo(1 - 0.4 * 0.98 * (1 - 0.7 * 0.99), 12);
  });

  it('count once per kind, by the largest belief of each column, and only in operation', () => {
    const [low, point] = K('storage', [operating('pseudonymisation', 'c'), operating('pseudonymisation', 'b'), operating('pseudonymisation', 'd')]);
    expect([low?.[0], point?.[0]]).toEqual([expect.closeTo(0.4, 12), expect.closeTo(1 - 0.6 * 0.83, 12)]);
    expect(K('storage', [{ ...operating('pseudonymisation'), status: 'announced' }])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });
});
