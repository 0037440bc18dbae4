import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { type Scored, scoreAssessment, scoreFindings } from '../../../domain/score/score.ts';
import { toShortVector } from '../../../domain/vector/short-vector.ts';
import { parseVector, toVector } from '../../../domain/vector/vector.ts';
import { register } from '../../register.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

type Case = { assessment: string | object; asOf: string; knownBy: string };
const goldens: Case[] = read('test/golden/expected.json').cases;
const vectors: Case[] = read('test/golden/vectors.json').cases;

function scoreCase({ assessment, asOf, knownBy }: Case): Scored {
  const body = typeof assessment === 'string' ? read(`test/golden/${assessment}`) : assessment;
  return scoreAssessment(Assessment.parse(body), register, { asOf, knownBy });
}

/** All figures that are published, of which the method promises the triple, the parts and the band. */
function figures({ score, parts, ways, open, band, bandRange, confidence, gate, contributions, abuse }: Scored) {
  return { score, parts, ways, open, band, bandRange, confidence, gate, contributions, abuse };
}

function expectLossless(scored: Scored) {
  const text = toVector(scored, register);
  const again = scoreFindings(parseVector(text), register, CURRENT);
  expect(figures(again)).toEqual(figures(scored));
  expect(toVector(again, register)).toBe(text);
  expect(toShortVector(again)).toBe(toShortVector(scored));
}

const examples = readdirSync(new URL('examples/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\d{4}-\d{2}-\d{2}\.json$/.test(path))
  .map((path) => `examples/${path}`);

describe('a vector recomputes every published figure', () => {
  it.each(goldens)('of the worked example $assessment as of $asOf, known by $knownBy', (golden) => expectLossless(scoreCase(golden)));
  it.each(vectors.map((vector, i) => ({ i, vector })))('of test vector $i', ({ vector }) => expectLossless(scoreCase(vector)));
  it.each(examples)('of %s', (path) => {
    const assessment = Assessment.parse(read(path));
    expectLossless(scoreAssessment(assessment, register, { asOf: assessment.asOf, knownBy: assessment.asOf }));
  });
});

const tiktok = scoreCase({ assessment: 'tiktok.json', asOf: '2023-02-23', knownBy: '2023-02-23' });

describe('the vector of TikTok as of 23 February 2023', () => {
  it('names register, dates, foreign paths, completeness and incidents, sorted', () => {
    const fields = toVector(tiktok, register).split('/');
    expect(fields.slice(0, 5)).toEqual([
      'EXS:2.0',
      `RG:${register.version}`,
      'T:20230223',
      'K:20230223',
      'BR.R.234.95-99-100~@scc.47-47-100~LG.23-23-100~LP.23-23-100',
    ]);
    expect(fields).toContain('CN.C3.344.89-99-100');
    expect(fields.slice(-2)).toEqual(['CP:0-0-0-0-0', 'I:MI.20221222.4m.98-99-100']);
  });

  it('has a short form for people', () => {
    expect(toShortVector(tiktok)).toBe('EXS:2.0/T:20230223/S:88.1[75.2-97.1]/O:100/B:severe/TOP:CN.C');
  });
});

describe('what a vector has to hold', () => {
  const sources = {
    s: { title: 'A report', publisher: 'A court', published: '2022-01-01', reliability: 'A' },
    p: { title: 'A post', publisher: 'The platform', published: '2022-01-01', reliability: 'A', statementBy: 'platform' },
  };
  const evidence = [{ source: 's', credibility: 1, observed: '2023-01-01' }];
  const claimed = [{ source: 'p', credibility: 1, observed: '2023-01-01' }];
  const score = (rest: object) =>
    scoreAssessment(Assessment.parse({ asOf: '2023-02-23', sources, paths: [], ...rest }), register, { asOf: '2023-02-23', knownBy: '2023-02-23' });
  const path = (rest: object) => ({ id: 'p', jurisdiction: 'US', mode: 'storage', data: 'content', evidence, ...rest });

  it('keeps the claim of an end, a transfer and a safeguard for the low column', () => {
    const scored = score({
      paths: [
        path({
          transfer: { tool: 'privacy-shield', evidence: claimed },
          ended: { on: '2023-02-01', evidence: claimed },
          safeguards: [{ kind: 'eu-held-keys', status: 'operating', evidence: claimed }],
        }),
      ],
    });
    expect(toVector(scored, register)).toContain('/US.S.444.98-99-100~@privacy-shield.25-25-100~!.25-25-100~EK.25-25-100/');
    expectLossless(scored);
  });

  it('does not hold an announced safeguard', () => {
    const scored = score({ paths: [path({ safeguards: [{ kind: 'eu-held-keys', status: 'announced', evidence }] })] });
    expect(toVector(scored, register)).toContain('/US.S.444.98-99-100/');
  });

  it('writes equal paths once, and a lead never', () => {
    const weak = [{ source: 's', credibility: 5, observed: '2023-01-01' }];
    const scored = score({ paths: [path({}), path({ id: 'q' }), path({ id: 'r', jurisdiction: 'CN', evidence: weak })] });
    expect(
      toVector(scored, register)
        .split('/')
        .filter((field) => /^[A-Z]{2}\./.test(field)),
    ).toEqual(['US.S.444.98-99-100']);
    expectLossless(scored);
  });

  it('keeps that paths at home make a file worth rating, and each of their modes once', () => {
    const atHome = ['storage', 'control', 'remote-access', 'storage'].map((mode, i) =>
      path({ id: `${i}`, jurisdiction: i === 0 ? 'IE' : 'NO', mode }),
    );
    const scored = score({ paths: atHome });
    expect(toVector(scored, register)).toContain('/K:20230223/EU:C3RS/CP:');
    expectLossless(scored);
    expectLossless(score({ paths: [path({ jurisdiction: 'EU', mode: 'client-code' })] }));
    expectLossless(score({}));
  });

  it('counts Great Britain at home until the end of 2020', () => {
    const gb = Assessment.parse({
      asOf: '2023-02-23',
      sources: { s: { ...sources.s, published: '2019-01-01' } },
      paths: [path({ jurisdiction: 'GB', evidence: [{ source: 's', credibility: 1, observed: '2019-01-01' }] })],
    });
    const on = (asOf: string) => toVector(scoreAssessment(gb, register, { asOf, knownBy: asOf }), register);
    expect(on('2020-12-31')).toContain('/EU:S/');
    expect(on('2021-01-01')).toContain('/GB.S.');
  });

  it('shows no point of what is unrated', () => {
    expect(toShortVector(score({}))).toBe('EXS:2.0/T:20230223/O:100/B:unrated');
  });

  it('lists incidents of one kind and day each, equal ones once, none of a state of the EU, and what is proven of lists and clear text', () => {
    const incident = (id: string, items: object[], rest: object = {}) => ({
      id,
      kind: 'state-access',
      on: '2022-06-01',
      summary: 'It happened.',
      jurisdiction: 'US',
      evidence: items,
      ...rest,
    });
    const scored = score({
      paths: [path({})],
      incidents: [
        incident('a', evidence),
        incident('b', claimed),
        incident('c', evidence, { data: 'account', extent: 'few' }),
        incident('d', evidence, { jurisdiction: 'FR' }),
      ],
      complete: { storage: { evidence }, 'client-code': { evidence: claimed } },
      clearText: { residual: 'metadata', evidence },
    });
    expect(toVector(scored, register)).toMatch(/\/CP:98-0-0-0-25\/CT:2\.98\/I:SA\.20220601\.1f\.98-99-100\/I:SA\.20220601\.4m\.98-99-100$/);
    expectLossless(scored);
  });
});

describe('a vector is read strictly: it says where it fails and what should stand there', () => {
  const good =
    'EXS:2.0/RG:r1/T:20230223/K:20230224/CN.C3.344.89-99-100~@scc.50-50-100~!.10-10-20~LG.25-25-100~LP.25-25-100/US.S.444.1-2-3/EU:C1RS/CP:0-1-20-99-100/CT:2.98/I:MI.20221222.2s.98-99-100/I:MI.20221222.4m.98-99-100';
  it('reads a good one', () => {
    expect(parseVector(good)).toMatchObject({ registerVersion: 'r1', asOf: '2023-02-23', knownBy: '2023-02-24' });
    expect(parseVector(good).paths.map(({ id }) => id)).toEqual(['CN.C3.1', 'US.S.2', 'EU.C1', 'EU.R', 'EU.S']);
  });

  it.each([
    ['', /^character 1: expected "EXS:2.0", found the end$/],
    [good.replace('2.0', '3.0'), /^character 1: expected "EXS:2.0"/],
    [good.replace('2.0', '1.0'), /^EXS 1\.0 was never released, so its vectors are not read; this is EXS:2\.0$/],
    [good.replace('MI.20221222.2s', 'MI.20221222.2x'), /expected an extent \(f, s, m\)/],
    [good.replace('MI.20221222.2s', 'MI.20221222.4m'), /expected an incident that sorts after MI\.20221222/],
    [good.replace('/RG:r1', ''), /^character 8: expected "\/RG:"/],
    [good.replace('RG:r1', 'RG:'), /expected the version of a register/],
    [good.replace('20230223', '2023022'), /^character 17: expected a date as yyyymmdd/],
    [good.replace('20230223', '20230230'), /^character 17: expected a date of the calendar/],
    [good.replace('/CN.', '/QQ.'), /^character 37: expected a jurisdiction of ISO 3166-1/],
    [good.replace('/CN.', '/EU.'), /expected a jurisdiction/],
    [good.replace('/CN.', '/cn.'), /expected a further path, "\/EU:" or "\/CP:"/],
    [good.replace('C3.', 'X.'), /expected a mode \(S, R, C, P, U\), found "X\.344/],
    [good.replace('C3.', 'C4.'), /expected a stake \(3, 2, 1\)/],
    [good.replace('.344.', '.345.'), /expected a data class, 0 to 4/],
    [good.replace('.344.', '.343.'), /expected three data classes in rising order/],
    [good.replace('89-99-100', '89-99-101'), /expected whole percents, 0 to 100, found "101/],
    [good.replace('89-99-100', '089-99-100'), /expected whole percents/],
    [good.replace('89-99-100', '99-89-100'), /expected low, point and high in rising order/],
    [good.replace('89-99-100', '89-99'), /expected "-", found "~@scc/],
    [good.replace('@scc', '@handshake'), /expected a transfer tool \(dpf\., .*\), found "handshake/],
    [good.replace('@scc.50-50', '@scc.40-50'), /expected the proven belief twice, then the claimed one/],
    [good.replace('~!.', '~!'), /expected "~!\."/],
    [good.replace('~LG', '~ZZ'), /expected a safeguard \(EE, /],
    [good.replace('~LG', '~LP'), /expected a safeguard that sorts after LP/],
    [good.replace('/CN.', '/ZZ.'), /expected a path that sorts after ZZ\.C3/],
    [good.replace('/US.S.444.1-2-3', '/US.S.444.1-2-3/US.S.444.1-2-3'), /expected a path that sorts after US\.S/],
    [good.replace('EU:C1RS', 'EU:'), /expected a mode/],
    [good.replace('EU:C1RS', 'EU:SRC1'), /expected a mode that sorts after S/],
    [good.replace('EU:C1RS', 'EU:RR'), /expected a mode that sorts after R/],
    [good.replace('/CP:0-1-20-99-100', ''), /expected a further path, "\/EU:" or "\/CP:"/],
    [good.replace('CP:0-1-20-99-100', 'CP:0-1-20-99'), /expected "-", found "\/CT/],
    [good.replace('CT:2.98', 'CT:9.98'), /expected a data class/],
    [good.replace('I:MI', 'I:XX'), /expected an incident \(PB, UA, MI, FA, UT, SA\)/],
    [good.replace('20221222', '20230224'), /expected a day until 2023-02-23/],
    [good.replace('I:MI', 'I:SA'), /expected an incident that sorts after SA\.20221222/],
    [`${good}/`, /expected an incident or the end, found "\/"/],
    [`${good}\n`, /expected an incident or the end/],
  ])('broken vector %#', (text, message) => {
    expect(() => parseVector(text)).toThrow(message);
  });
});
