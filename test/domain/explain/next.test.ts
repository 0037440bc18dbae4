import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainScore } from '../../../domain/explain/explain.ts';
import { Explanation } from '../../../domain/explain/explanation.ts';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { scenario } from '../arbitraries.ts';
import { score } from '../scenario.ts';

const moment = { asOf: '2024-06-30', knownBy: '2024-06-30' };
const source = { title: 'A report', publisher: 'A court', published: '2020-01-01', reliability: 'A' };
const sources = {
  court: source,
  policy: { ...source, title: 'Privacy policy', publisher: 'The platform', statementBy: 'platform' },
};
const item = (observed = '2024-06-01', rest = {}) => ({ source: 'court', credibility: 1, observed, ...rest });
const path = (id: string, jurisdiction: string, mode: string, rest = {}) => ({
  id,
  jurisdiction,
  mode,
  data: 'content',
  evidence: [item()],
  ...rest,
});

function explain(rest: object) {
  const assessment = Assessment.parse({ asOf: moment.asOf, sources, paths: [], ...rest });
  const scored = scoreAssessment(assessment, register, moment);
  const explained = explainScore(assessment, scored, register);
  return { scored, explained, texts: explained.summary.map(({ text }) => text) };
}
const changeOf = ({ explained }: ReturnType<typeof explain>, act: string, ref: string) =>
  explained.marginal.find((each) => each.act === act && each.ref === ref)?.change;

describe('what to find out next', () => {
  it('is whether a path has ended, where a claim of its end decides the gate', () => {
    const found = explain({
      paths: [
        path('store', 'JP', 'storage'),
        path('staff-cn', 'CN', 'remote-access', { data: 'behaviour', ended: { on: '2024-03-01', evidence: [{ ...item(), source: 'policy' }] } }),
      ],
    });
    expect(found.scored.gate).toBe('restrict');
    expect(found.explained.findOutNext).toMatchObject({ acts: [{ act: 'prove-end', ref: 'staff-cn:ended' }], moves: 'gate' });
    expect(found.texts).toContain('Find out next whether staff access to behaviour in China has ended: that is claimed and not proven.');
  });

  it('is whether an old fact still holds, where nothing else narrows the range', () => {
    const found = explain({
      paths: [
        path('store', 'CN', 'storage', { evidence: [item('2020-01-01')] }),
        path('staff', 'CN', 'remote-access', { evidence: [item('2020-01-01')] }),
      ],
    });
    expect(found.scored.gate).toBe('restrict');
    expect(changeOf(found, 'refresh', 'store')?.width).toBeLessThan(0);
    expect(found.explained.paths[0]?.belief.newest).toEqual({ observed: '2020-01-01', days: 1642 });
    expect(found.explained.paths[0]?.factors[0]?.because[0]?.text).toContain('2020-01-01, 4.5 years before');
  });

  it('is the country of a path that its source does not name, which leaves what is open', () => {
    const lists = Object.fromEntries(
      ['storage', 'remote-access', 'control', 'subprocessor', 'client-code'].map((mode) => [mode, { evidence: [item()] }]),
    );
    const found = explain({ paths: [path('store', 'DE', 'storage'), path('staff', 'ZZ', 'remote-access')], complete: lists });
    expect(found.scored.open.whole).toBeGreaterThan(900);
    expect(changeOf(found, 'name-country', 'staff')).toMatchObject({ point: 0, high: 0, width: 0 });
    expect(changeOf(found, 'name-country', 'staff')?.open).toBeLessThan(-90);
  });

  it('goes by the gate before what is open', () => {
    const found = explain({ paths: [path('store', 'DE', 'storage'), path('staff', 'FR', 'remote-access')] });
    expect(changeOf(found, 'prove-list', 'subprocessor')).toBeDefined();
    expect(found.explained.marginal.every(({ change }) => change.width >= 0)).toBe(true);
    // Without one of the two paths a half would not have been looked at, and the gate would be another.
    expect(found.explained.findOutNext).toMatchObject({ acts: [{ act: 'remove-path', ref: 'staff' }], moves: 'gate' });
  });

  it('is both lists, where neither alone lowers what is open and nothing else moves', () => {
    const evidence = [item()];
    const found = explain({
      paths: [
        path('store', 'DE', 'storage'),
        path('store-2', 'DE', 'storage'),
        path('store-3', 'DE', 'storage'),
        path('staff', 'FR', 'remote-access'),
        path('staff-2', 'FR', 'control'),
        path('staff-3', 'FR', 'control'),
      ],
      complete: { control: { evidence } },
    });
    expect(found.explained.findOutNext).toEqual({
      acts: [
        { act: 'prove-list', ref: 'remote-access' },
        { act: 'prove-list', ref: 'storage' },
      ],
      moves: 'open',
      change: { point: 0, high: 0, width: 0, open: -40 },
    });
    expect(found.texts.slice(-4)).toEqual([
      'Find out next whether the list of paths is complete for staff access.',
      'Find out next whether the list of paths is complete for storage.',
      'It takes both: either alone would not do.',
      'Not knowing it leaves 40 points more open.',
    ]);
  });

  it('is whether a transfer tool covers the recipient', () => {
    const found = explain({
      paths: [
        path('store', 'US', 'storage', { transfer: { tool: 'dpf', evidence: [{ ...item(), source: 'policy' }] } }),
        path('staff', 'DE', 'remote-access'),
      ],
    });
    expect(changeOf(found, 'prove-transfer', 'store:transfer')?.point).toBeLessThan(0);
  });

  it('is nothing only where no act and no pair moves anything', () => {
    const { explained, texts } = explain({});
    expect(explained.findOutNext).toMatchObject({ moves: 'open' });
    expect(texts.at(-1)).toContain('points more open');
    const evidence = [item('2024-06-30'), { ...item('2024-06-30'), source: 'court-2' }, { ...item('2024-06-30'), source: 'court-3' }];
    const everything = Object.fromEntries(['storage', 'remote-access', 'control', 'subprocessor', 'client-code'].map((mode) => [mode, { evidence }]));
    const known = explain({ sources: { ...sources, 'court-2': source, 'court-3': source }, complete: everything });
    expect(known.scored.open.whole).toBe(10);
  });

  it('never says nothing where a single act moves the gate, the band, the width or what is open', () => {
    let moved = 0;
    fc.assert(
      fc.property(scenario, ({ assessment, moment: drawn }) => {
        const explained = explainScore(assessment, score({ assessment, moment: drawn }), register);
        const { marginal, findOutNext } = Explanation.parse(explained);
        const moves = marginal.filter(({ change }) => change.gate || change.band || change.width < 0 || change.open < 0);
        if (moves.length === 0) return;
        moved += 1;
        expect(findOutNext).toBeDefined();
        if (moves.some(({ change }) => change.gate)) expect(findOutNext?.change.gate).toBeDefined();
        else if (moves.some(({ change }) => change.band)) expect(findOutNext?.moves === 'gate' || findOutNext?.change.band !== undefined).toBe(true);
      }),
    );
    expect(moved).toBeGreaterThan(0);
  });
});

describe('what the gate hangs on', () => {
  const quote = 'Countries to which data is transferred: Japan, Taiwan and Singapore.';
  const list = path('staff', 'SG', 'remote-access', {
    jurisdiction: undefined,
    jurisdictions: ['JP', 'SG', 'TW'],
    data: { low: 'account', point: 'content', high: 'content' },
    evidence: [item('2024-03-31', { source: 'policy', quote })],
  });
  const found = explain({ paths: [path('store', 'AE', 'storage'), list] });

  it('is one list of countries that names no company and no data', () => {
    expect(found.scored.gate).toBe('restrict');
    expect(found.explained.hangsOn.map(({ source, countries }) => [source, countries])).toContainEqual(['policy', ['JP', 'SG', 'TW']]);
    const [first] = explain({
      paths: [path('store', 'AE', 'storage', { evidence: [item(), item('2024-06-01', { source: 'court-2' })] }), list],
      sources: { ...sources, 'court-2': { ...source, origin: 'another' } },
    }).explained.hangsOn;
    expect(first).toMatchObject({
      source: 'policy',
      quote,
      parties: [],
      namesData: false,
      ownWord: true,
      reserves: false,
      change: { gate: expect.any(String) },
    });
  });

  it('says so in sentences, and says what the item is', () => {
    const said = explain({
      paths: [path('store', 'AE', 'storage', { evidence: [item(), item('2024-06-01', { source: 'court-2' })] }), list],
      sources: { ...sources, 'court-2': source },
    });
    expect(said.texts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^The gate hangs on one item: without it, the gate would be /),
        'The item is of 2024-03-31, 91 days old, from “Privacy policy” by The platform.',
        'It is the platform’s own word.',
        'It is one list of 3 countries (JP, SG and TW).',
        'It names no company and no data.',
      ]),
    );
  });

  it('is nothing where two sources say the same', () => {
    const twice = [item(), item('2024-06-01', { source: 'court-2' })];
    const { explained } = explain({ sources: { ...sources, 'court-2': source }, paths: [path('store', 'CN', 'storage', { evidence: twice })] });
    expect(explained.hangsOn).toEqual([]);
  });

  it('is one quote, however many paths cite it', () => {
    const cited = ['CN', 'RU'].map((code) =>
      path(`store-${code}`, code, 'storage', { evidence: [item('2024-06-01', { quote: 'In China and Russia.' })] }),
    );
    const { explained } = explain({ paths: cited });
    expect(explained.hangsOn).toMatchObject([{ facts: ['store-CN', 'store-RU'], countries: ['CN', 'RU'] }]);
  });
});
