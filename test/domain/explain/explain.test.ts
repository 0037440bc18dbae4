import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainScore } from '../../../domain/explain/explain.ts';
import type { Explanation, Lower } from '../../../domain/explain/explanation.ts';
import { Score, toScore } from '../../../domain/explain/published-score.ts';
import { say } from '../../../domain/explain/say.ts';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { hashOf } from '../../../domain/facts/hash.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { type Scored, scoreAssessment, scoreFindings } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const golden = read('test/golden/tiktok.json');
const sources = {
  s: { title: 'A report', publisher: 'A court', published: '2022-01-01', reliability: 'A' },
  p: { title: 'A post', publisher: 'The platform', published: '2022-01-01', reliability: 'A', statementBy: 'platform' },
};
const proven = [{ source: 's', credibility: 1, observed: '2023-01-01' }];
const claimed = [{ source: 'p', credibility: 1, observed: '2023-01-01' }];
const weak = [{ source: 's', credibility: 5, observed: '2023-01-01' }];
const moment = { asOf: '2023-02-23', knownBy: '2023-02-23' };

function explain(body: object): { assessment: Assessment; scored: Scored; explained: Explanation } {
  const assessment = Assessment.parse(body);
  const scored = scoreAssessment(assessment, register, moment);
  return { assessment, scored, explained: explainScore(assessment, scored, register) };
}

const file = (rest: object) => ({ asOf: '2023-02-23', sources, paths: [], ...rest });
const path = (rest: object) => ({ id: 'us', jurisdiction: 'US', mode: 'storage', data: 'content', evidence: proven, ...rest });

const dataCentres = {
  id: 'data-centres-europe',
  summary: 'European user data moves to data centres in Ireland and Norway.',
  announcedOn: '2023-02-17',
  dueOn: '2024-12-31',
  moves: [
    { path: 'tt-store-us', to: 'IE' },
    { path: 'tt-store-sg', to: 'NO' },
  ],
  evidence: [{ source: Object.keys(golden.sources)[0], credibility: 2, observed: '2023-02-17' }],
};
const tiktok = explain({ ...golden, commitments: [dataCentres] });
const textsOf = ({ summary }: Explanation) => summary.map(({ text }) => text);
const lower = ({ lowers }: Explanation, wanted: Partial<Lower>) =>
  lowers.find((each) => Object.entries(wanted).every(([key, value]) => each[key as keyof Lower] === value));

describe('TikTok as of 23 February 2023, explained', () => {
  it('names Chinese control and Chinese staff access as what matters', () => {
    expect(tiktok.explained.whatMatters).toMatchObject({
      jurisdiction: 'CN',
      alone: expect.arrayContaining([
        expect.objectContaining({ mode: 'control', paths: ['tt-control-cn'] }),
        expect.objectContaining({ mode: 'remote-access', paths: ['tt-remote-cn'] }),
      ]),
    });
    expect(textsOf(tiktok.explained).join(' ')).toMatch(/matters most is .*China \(CN\), by control and staff access:/);
  });

  it('says that ending one alone changes next to nothing and both together most', () => {
    const control = lower(tiktok.explained, { act: 'end-mode', jurisdiction: 'CN', mode: 'control' });
    const staff = lower(tiktok.explained, { act: 'end-mode', jurisdiction: 'CN', mode: 'remote-access' });
    const both = lower(tiktok.explained, { act: 'end-jurisdiction', jurisdiction: 'CN' });
    expect([control?.change.point, staff?.change.point, both?.change.point]).toEqual([-0.3, 0, -18.9]);
    const ends = tiktok.explained.lowers.filter(({ act }) => act.startsWith('end-'));
    expect(ends[0]).toEqual(both);
    expect(textsOf(tiktok.explained)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('ending all of it would change the point by −18.9.'),
        'There, ending control alone would change it by −0.3.',
        'There, ending staff access alone would change it by 0.',
        'Only the strongest path of a jurisdiction counts, and the others stand behind it.',
      ]),
    );
  });

  it('says that the announced data centres weigh 0, and what they would do if delivered and proven', () => {
    const without = scoreAssessment(Assessment.parse(golden), register, moment);
    expect(tiktok.scored.score).toEqual(without.score);
    const moved = golden.paths.map((each: { id: string }) => ({
      ...each,
      ...(each.id === 'tt-store-us' && { jurisdiction: 'IE' }),
      ...(each.id === 'tt-store-sg' && { jurisdiction: 'NO' }),
    }));
    const delivered = scoreAssessment(Assessment.parse({ ...golden, paths: moved }), register, moment);
    const [low, point, high] = delivered.score.map((tenths) => tenths / 10);
    expect(tiktok.explained.commitments).toEqual([
      { id: 'data-centres-europe', dueOn: '2024-12-31', weighsNow: 0, becomes: { low, point, high }, band: 'severe', change: expect.anything() },
    ]);
    expect(textsOf(tiktok.explained)).toContain(
      `The promise “European user data moves to data centres in Ireland and Norway.” weighs 0; delivered and proven it would change the point by −0.1 to ${point} (severe).`,
    );
  });

  it('says that no single list lowers what is open, so that both widest stand in the way', () => {
    const lists = tiktok.explained.marginal.filter(({ act }) => act === 'prove-list');
    expect(lists.map(({ change }) => change.open)).toEqual([0, 0, 0, 0, 0]);
    expect(lower(tiktok.explained, { act: 'prove-lists' })?.change).toMatchObject({ point: 0, width: 0, open: -100 });
  });

  it('says to find out next what would move the band, which takes both of two facts', () => {
    expect(tiktok.explained.findOutNext).toMatchObject({
      acts: [
        { act: 'remove-path', ref: 'tt-control-cn' },
        { act: 'remove-path', ref: 'tt-remote-cn' },
      ],
      moves: 'band',
      change: { band: 'high' },
    });
    expect(textsOf(tiktok.explained).slice(-5)).toEqual([
      'Find out next whether control over content in China is real.',
      'Find out next whether staff access to behaviour in China is real.',
      'It takes both: either alone would not do.',
      'Not knowing it leaves the band at severe, where it could be high.',
      'The point would change by −18.9.',
    ]);
  });

  it('names the fewest jurisdictions to each lower band', () => {
    expect(tiktok.explained.smallestSets).toEqual([
      { band: 'high', jurisdictions: ['CN'], becomes: { low: 59.4, point: 69.2, high: 74.2 }, alternatives: 0 },
      { band: 'elevated', jurisdictions: [], alternatives: 0 },
      { band: 'low', jurisdictions: [], alternatives: 0 },
      { band: 'minimal', jurisdictions: [], alternatives: 0 },
    ]);
  });

  it('fits the published shape, explained and not', () => {
    const context = { register, assessment: { revision: 3, hash: hashOf(tiktok.assessment) } };
    const published = toScore(tiktok.scored, { ...context, explain: tiktok.explained });
    expect(Score.parse(JSON.parse(JSON.stringify(published)))).toEqual(published);
    expect(Score.parse(toScore(tiktok.scored, context))).not.toHaveProperty('explain');
    expect(published.contributions.reduce((tenths, { points }) => tenths + Math.round(points * 10), 0)).toBe(881);
    expect(published.contributions[0]).toMatchObject({
      of: 'CN',
      points: 80.6,
      path: 'tt-control-cn',
      factors: { mode: 0.85, data: 1, technical: 1 },
    });
    for (const part of ['incidents']) expect(published.contributions.find((each) => each.of === part)).not.toHaveProperty('path');
  });
});

describe('the example of TikTok as of 23 February 2023, explained', () => {
  const { explained } = explain(read('examples/tiktok/2023-02-23.json'));
  it('says the same of Chinese control and staff access, and of the promised data centres', () => {
    expect(explained.whatMatters).toMatchObject({ jurisdiction: 'CN' });
    expect(explained.whatMatters?.alone.map(({ mode }) => mode).sort()).toEqual(['control', 'remote-access']);
    const together = -(explained.whatMatters?.change.point ?? 0);
    for (const { change } of explained.whatMatters?.alone ?? []) expect(-change.point).toBeLessThan(together / 5);
    expect(explained.commitments).toMatchObject([{ id: 'data-centres-europe', weighsNow: 0, band: 'severe' }]);
    expect(explained.findOutNext?.moves).toBe('band');
  });
});

describe('why a jurisdiction counts', () => {
  const safeguards = [
    { kind: 'access-logging', status: 'operating', evidence: proven },
    { kind: 'end-to-end-encryption', status: 'announced', evidence: proven },
  ];
  const { explained, scored } = explain(
    file({
      paths: [
        path({ id: 'weaker', data: 'account' }),
        path({ transfer: { tool: 'scc', evidence: proven }, safeguards, ended: { on: '2023-02-01', evidence: claimed } }),
        path({ id: 'ie', jurisdiction: 'IE' }),
        path({ id: 'zz', jurisdiction: 'ZZ', mode: 'control', stake: 'minority' }),
      ],
    }),
  );
  const of = (id: string) => explained.paths.find((each) => each.id === id);
  const factor = (id: string, name: string) => of(id)?.factors.find((each) => each.factor === name);

  it('lists the paths by what reaches through them, and marks the one that counts in its jurisdiction', () => {
    expect(explained.paths.map(({ id, wins }) => [id, wins])).toEqual([
      ['us', true],
      ['zz', true],
      ['weaker', false],
      ['ie', true],
    ]);
  });

  it('multiplies seven factors to the exposure', () => {
    for (const { id, factors, exposure } of explained.paths) {
      expect(factors.map((each) => each.factor).join(' ')).toBe('belief hazard law mode data technical organisational');
      for (const column of ['low', 'point', 'high'] as const)
        expect(
          factors.reduce((product, each) => product * each[column], 100),
          `${id} ${column}`,
        ).toBeCloseTo(exposure[column], 0);
    }
    expect(scored.paths).toHaveLength(4);
  });

  it('ties each factor to its facts and to its row of the register', () => {
    expect(factor('us', 'belief')).toMatchObject({
      facts: ['/paths/1/evidence', '/paths/1/ended'],
      because: [
        { code: 'belief-path', text: 'Belief in the path 98-99-100 %; its newest item is of 2023-01-01, 53 days before the day of the score.' },
        { code: 'belief-end', params: { belief: '25-25-100', observed: '2023-01-01', days: 53 } },
      ],
    });
    expect(of('us')?.belief).toEqual({
      path: { low: 98, point: 99, high: 100 },
      newest: { observed: '2023-01-01', days: 53 },
      ended: { low: 25, point: 25, high: 100 },
      endedNewest: { observed: '2023-01-01', days: 53 },
    });
    expect(factor('us', 'hazard')).toMatchObject({ facts: ['/paths/1/jurisdiction'], row: { jurisdiction: 'US' } });
    expect(factor('us', 'hazard')?.row?.from).toMatch(/^\d{4}-/);
    expect(factor('us', 'law')).toMatchObject({ facts: ['/paths/1/transfer'], because: [{ code: 'law-contract' }] });
    expect(factor('us', 'mode')).toMatchObject({ point: 1, facts: ['/paths/1/mode'] });
    expect(factor('us', 'data')).toMatchObject({ point: 1, facts: ['/paths/1/data'] });
    expect(factor('us', 'organisational')).toMatchObject({
      facts: ['/paths/1/safeguards/0'],
      because: expect.arrayContaining([say('safeguard-operates', { kind: 'access-logging', proven: 98, claimed: 100 })]),
    });
  });

  it('says that an announced safeguard weighs nothing', () => {
    expect(factor('us', 'technical')).toMatchObject({
      point: 1,
      facts: [],
      because: [{ code: 'safeguard-none' }, { code: 'safeguard-announced', params: { kinds: ['end-to-end-encryption'] } }],
    });
    expect(textsOf(explained)).toContain('Only announced, so weighing 0: end-to-end encryption for storage in the United States.');
  });

  it('says where the law does not reach or is not known', () => {
    expect(factor('ie', 'hazard')).toMatchObject({ point: 0, because: [{ code: 'hazard-eu-eea' }] });
    expect(factor('ie', 'hazard')).not.toHaveProperty('row');
    expect(factor('zz', 'hazard')).toMatchObject({
      low: 0,
      point: 0.4,
      high: 0.4,
      row: { jurisdiction: 'ZZ', from: null, to: null, coverage: 'none' },
    });
    expect(factor('zz', 'mode')).toMatchObject({
      because: [say('mode-stake', { mode: 'control', stake: 'minority' })],
      facts: ['/paths/3/mode', '/paths/3/stake'],
    });
  });

  it.each([
    ['JP', undefined, 'An adequacy decision is in force'],
    ['CA', 'pipeda', 'under its scheme'],
    ['CA', 'scc', 'does not bind'],
    ['CA', undefined, 'No adequacy decision covers'],
  ])('names the ground of transfers to %s by %s', (jurisdiction, tool, words) => {
    const one = explain(file({ paths: [path({ jurisdiction, ...(tool && { transfer: { tool, evidence: proven } }) })] })).explained;
    expect(one.paths[0]?.factors.find((each) => each.factor === 'law')?.because[0]?.text).toContain(words);
  });

  it('shows leads, and what each list leaves open', () => {
    const { explained: thin } = explain(
      file({
        paths: [path({ evidence: weak })],
        incidents: [{ id: 'i', kind: 'misuse', on: '2022-01-01', summary: 'It happened.', evidence: weak }],
        complete: { storage: { evidence: proven } },
      }),
    );
    expect(thin.leads).toEqual([
      { id: 'us', kind: 'path', jurisdiction: 'US', mode: 'storage', belief: expect.objectContaining({ high: 100 }) },
      { id: 'i', kind: 'incident', incident: 'misuse', belief: expect.objectContaining({ high: 100 }) },
    ]);
    expect(thin.unknowns).toContainEqual({ mode: 'storage', complete: 0.98, open: 2 });
    expect(thin.unknowns).toContainEqual({ mode: 'remote-access', complete: 0, open: 100 });
    expect(textsOf(thin)[1]).toBe('It is unrated: no path of storage, staff access or control is admitted.');
    expect(thin.smallestSets).toEqual([]);
    expect(thin.lowers.every(({ band }) => band === 'unrated')).toBe(true);
  });
});

/** Each counterfactual must be what scoring the changed findings afresh gives. */
describe('what each fact does is what scoring afresh without it gives', () => {
  const body = file({
    paths: [
      path({
        safeguards: [
          { kind: 'eu-held-keys', status: 'operating', evidence: claimed },
          { kind: 'access-gateway', status: 'operating', evidence: proven },
        ],
      }),
      path({ id: 'us-staff', mode: 'remote-access', data: { low: 'account', point: 'metadata', high: 'content' } }),
      path({ id: 'cn', jurisdiction: 'CN', mode: 'control', evidence: claimed }),
      path({ id: 'ie', jurisdiction: 'IE' }),
    ],
    incidents: [
      { id: 'seen', kind: 'misuse', on: '2022-06-01', summary: 'It happened.', evidence: proven },
      { id: 'taken', kind: 'state-access', jurisdiction: 'US', on: '2022-09-01', summary: 'It happened.', evidence: claimed },
    ],
    complete: { storage: { evidence: proven }, 'remote-access': { evidence: proven } },
  });
  const { scored, explained } = explain(body);
  const { findings } = scored;
  const [low, point, high] = scored.score;
  const changeTo = (changed: object) => {
    const after = scoreFindings({ ...findings, ...changed }, register, CURRENT);
    const [l, p, h] = after.score;
    return {
      point: (p - point) / 10,
      high: (h - high) / 10,
      width: (h - l - (high - low)) / 10,
      open: (after.open.whole - scored.open.whole) / 10,
      ...(after.band !== scored.band && { band: after.band }),
      ...(after.gate !== scored.gate && { gate: after.gate }),
    };
  };
  const changeOf = (act: string, ref: string) => explained.marginal.find((each) => each.act === act && each.ref === ref)?.change;
  const certain = [100, 100, 100] as const;

  it.each(findings.paths.map(({ id }) => id))('path %s removed', (id) => {
    expect(changeOf('remove-path', id)).toEqual(changeTo({ paths: findings.paths.filter((each) => each.id !== id) }));
  });

  it.each(['eu-held-keys', 'access-gateway'] as const)('safeguard %s removed or proven', (kind) => {
    const [first, ...rest] = findings.paths;
    if (!first) throw new Error('no path');
    const other = [...first.safeguards].filter(([each]) => each !== kind);
    expect(changeOf('remove-safeguard', `us:${kind}`)).toEqual(changeTo({ paths: [{ ...first, safeguards: new Map(other) }, ...rest] }));
    expect(changeOf('prove-safeguard', `us:${kind}`)).toEqual(
      changeTo({ paths: [{ ...first, safeguards: new Map([...other, [kind, certain]]) }, ...rest] }),
    );
  });

  it.each(['seen', 'taken'])('incident %s removed', (id) => {
    expect(changeOf('remove-incident', id)).toEqual(changeTo({ incidents: findings.incidents.filter((each) => each.id !== id) }));
  });

  it.each(['storage', 'remote-access', 'control', 'subprocessor', 'client-code'])('list of %s proven', (mode) => {
    expect(changeOf('prove-list', mode)).toEqual(changeTo({ complete: { ...findings.complete, [mode]: certain } }));
  });

  it('is ranked by the change of the point', () => {
    const sizes = explained.marginal.map(({ change }) => Math.abs(change.point));
    expect(sizes).toEqual([...sizes].sort((x, y) => y - x));
  });

  it.each([
    ['end-jurisdiction', { jurisdiction: 'US' }, (id: string) => id.startsWith('us')],
    ['end-mode', { jurisdiction: 'US', mode: 'storage' }, (id: string) => id === 'us'],
    ['end-jurisdiction', { jurisdiction: 'CN' }, (id: string) => id === 'cn'],
  ] as const)('%s %o', (act, where, ends) => {
    const ended = findings.paths.map((each) => (ends(each.id) ? { ...each, ended: certain } : each));
    const found = lower(explained, { act, ...where });
    expect(found?.change).toEqual(changeTo({ paths: ended }));
    expect(found?.becomes.point).toBeCloseTo((point + (found?.change.point ?? 0) * 10) / 10, 9);
  });

  it('encrypts, proves every list, proves every safeguard', () => {
    const encrypted = findings.paths.map((each) => ({ ...each, safeguards: new Map([...each.safeguards, ['end-to-end-encryption', certain]]) }));
    const kept = findings.paths.map((each) => ({ ...each, safeguards: new Map([...each.safeguards.keys()].map((kind) => [kind, certain])) }));
    expect(lower(explained, { act: 'encrypt-end-to-end' })?.change).toEqual(changeTo({ paths: encrypted }));
    expect(lower(explained, { act: 'prove-safeguards' })?.change).toEqual(changeTo({ paths: kept }));
    const all = Object.fromEntries(Object.keys(findings.complete).map((mode) => [mode, certain]));
    expect(lower(explained, { act: 'prove-lists' })?.change).toEqual(changeTo({ complete: all }));
  });

  it('offers no remedy for paths at home', () => {
    expect(explained.lowers.some(({ jurisdiction }) => jurisdiction === 'IE')).toBe(false);
  });
});

describe('the smallest set of jurisdictions to a lower band', () => {
  const spread = (codes: string[]) => explain(file({ paths: codes.map((jurisdiction) => path({ id: jurisdiction, jurisdiction })) }));

  it('is as small as possible, then as far down as possible, by scoring afresh', () => {
    const codes = ['CN', 'RU', 'US', 'IN', 'AE'];
    const { explained, scored } = spread(codes);
    const without = (ended: readonly string[]) =>
      scoreFindings(
        {
          ...scored.findings,
          paths: scored.findings.paths.map((each) => (ended.includes(each.jurisdiction) ? { ...each, ended: [100, 100, 100] as const } : each)),
        },
        register,
        CURRENT,
      );
    const sets = [...Array(2 ** codes.length).keys()]
      .map((bits) => codes.filter((_, i) => bits & (1 << i)))
      .filter(({ length }) => length > 0 && length <= 3);
    const order = ['minimal', 'low', 'elevated', 'high', 'severe'];
    expect(explained.smallestSets.map(({ band }) => band)).toEqual(['high', 'elevated', 'low', 'minimal']);
    for (const { band, jurisdictions, becomes, alternatives } of explained.smallestSets) {
      const reaching = sets.filter((set) => order.indexOf(without(set).band) <= order.indexOf(band));
      const size = Math.min(...reaching.map(({ length }) => length));
      const smallest = reaching.filter(({ length }) => length === size);
      if (jurisdictions.length === 0) expect(reaching).toEqual([]);
      else {
        expect(jurisdictions).toHaveLength(size);
        expect(alternatives).toBe(smallest.length - 1);
        expect((becomes?.point ?? 0) * 10).toBeCloseTo(Math.min(...smallest.map((set) => without(set).score[1])), 6);
        expect(without(jurisdictions).score.map((tenths) => tenths / 10)).toEqual([becomes?.low, becomes?.point, becomes?.high]);
      }
    }
  });

  it('is not asked for at the lowest band', () => {
    expect(explain(file({ paths: [path({ jurisdiction: 'IE' })], complete: { storage: { evidence: proven } } })).explained.smallestSets).toEqual([]);
  });
});

describe('a promise', () => {
  it('is applied as delivered and proven: moves, ends and safeguards', () => {
    const commitments = [
      { id: 'move', moves: [{ path: 'us', to: 'IE' }] },
      { id: 'end', ends: ['us'] },
      { id: 'add', adds: [{ path: 'us', safeguard: 'end-to-end-encryption' }] },
      { id: 'elsewhere', moves: [{ path: 'us', to: 'CN' }] },
      { id: 'lead', ends: ['lead'] },
    ].map((rest) => ({ summary: 'We will.', announcedOn: '2023-01-01', evidence: proven, ...rest }));
    const { explained, scored } = explain(file({ paths: [path({}), path({ id: 'lead', evidence: weak })], commitments }));
    const became = (id: string) => explained.commitments.find((each) => each.id === id);
    expect(became('move')?.becomes).toEqual(became('end')?.becomes);
    expect(became('move')?.change.point).toBeLessThan(0);
    expect(became('add')?.change.point).toBeLessThan(0);
    expect(became('elsewhere')?.change.point).toBeGreaterThan(0);
    expect(became('lead')).toMatchObject({ becomes: { point: (scored.score[1] ?? 0) / 10 }, change: { point: 0, high: 0, width: 0, open: 0 } });
    expect(became('lead')).not.toHaveProperty('dueOn');
  });
});
