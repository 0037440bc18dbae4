import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../bench/example-files.ts';
import { explainScore } from '../../../domain/explain/explain.ts';
import { Explanation } from '../../../domain/explain/explanation.ts';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { expandPath } from '../../../domain/facts/expand-paths.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';

const moment = { asOf: '2024-06-30', knownBy: '2024-06-30' };
const court = { title: 'A judgment', publisher: 'A court', published: '2020-01-01', reliability: 'A' };
const sources = {
  court,
  'court-2': { ...court, title: 'A second judgment' },
  policy: { ...court, title: 'Privacy policy', publisher: 'The platform', statementBy: 'platform' },
  filing: { ...court, title: 'A filing', publisher: 'The platform', statementBy: 'platform-accountable' },
};
const item = (observed = '2024-06-20', rest = {}) => ({ source: 'court', credibility: 1, observed, ...rest });
const path = (id: string, jurisdiction: string, mode: string, rest = {}) => ({
  id,
  jurisdiction,
  mode,
  data: 'content',
  evidence: [item()],
  ...rest,
});

function explain(rest: object, at = moment) {
  const assessment = Assessment.parse({ asOf: at.asOf, sources, paths: [], ...rest });
  const scored = scoreAssessment(assessment, register, at);
  const explained = Explanation.parse(explainScore(assessment, scored, register));
  return { assessment, scored, explained, texts: explained.summary.map(({ text }) => text) };
}

describe('what holds the gate', () => {
  it('is the fewest of the strongest facts without which the gate would be another', () => {
    const { scored, explained, texts } = explain({
      paths: [
        path('owner', 'CN', 'control', { party: 'A Group Ltd.' }),
        path('staff', 'CN', 'remote-access', { evidence: [item('2024-01-01'), item('2024-05-01', { source: 'court-2' })] }),
        path('store', 'DE', 'storage'),
      ],
    });
    expect(scored.gate).toBe('restrict');
    expect(explained.holds).toMatchObject({ decides: true, facts: [{ fact: 'staff' }, { fact: 'owner' }], lists: [] });
    expect(explained.holds.without).not.toBe('restrict');
    expect(texts.slice(1, 7)).toEqual([
      expect.stringMatching(/^2 facts hold the gate; without them, it would be /),
      'Staff in China can reach data up to content.',
      'So says A court, not the platform: “A second judgment”, 2024-05-01, 60 days old.',
      'It is one of 2 items, the newest of 2024-05-01, 60 days old.',
      'Control lies in China (A Group Ltd.), by a stake that is sole, over data up to content.',
      'So says A court, not the platform: “A judgment”, 2024-06-20, 10 days old.',
    ]);
  });

  it.each([
    ['policy', {}, 'So says the platform itself: “Privacy policy” by The platform, 2024-06-20, 10 days old.'],
    ['filing', {}, 'So says the platform where it has to answer for its words: “A filing” by The platform, 2024-06-20, 10 days old.'],
    ['policy', { stance: 'reserves' }, 'That is a right that is reserved, not a fact: “Privacy policy” by The platform, 2024-06-20, 10 days old.'],
  ])('says whose words it rests on: %s %o', (source, stance, said) => {
    const { texts } = explain({ paths: [path('store', 'CN', 'storage', { evidence: [item('2024-06-20', { source, ...stance })] })] });
    expect(texts).toContain(said);
  });

  it('says that an old fact is old and that one is said to have ended, and how far that is believed', () => {
    const ended = { on: '2024-03-01', evidence: [item('2020-12-18', { source: 'policy' })] };
    const { texts, explained } = explain({ paths: [path('staff', 'CN', 'remote-access', { evidence: [item('2020-10-26')], ended })] });
    expect(explained.holds.facts[0]).toMatchObject({
      newest: { observed: '2020-10-26', days: 1343 },
      ended: { on: '2024-03-01', proven: expect.any(Number) },
    });
    expect(texts).toContainEqual(expect.stringContaining('2020-10-26, 3.7 years old'));
    expect(texts).toContainEqual(
      expect.stringMatching(/^It is said to have ended on 2024-03-01; that is believed \d+ %, by evidence of 2020-12-18, 3\.5 years old\.$/),
    );
  });

  it('names what ended and what is stale beside the facts that hold it', () => {
    const behind = ['RU', 'BY', 'HK'].map((code) => path(`owner-${code.toLowerCase()}`, code, 'control'));
    const { texts } = explain({
      paths: [
        ...behind,
        path('left', 'VN', 'remote-access', { data: 'account', ended: { on: '2024-06-01', evidence: [item('2024-06-02', { source: 'policy' })] } }),
        path('old', 'IN', 'storage', { data: 'account', evidence: [item('2021-06-30')] }),
      ],
    });
    expect(texts).toContainEqual(
      expect.stringMatching(/^Ended on 2024-06-01, it is said: staff access to account data in Vietnam; that is believed \d+ %/),
    );
    expect(texts).toContainEqual(
      expect.stringMatching(/^Stale: of storage of account data in India nothing is known that is newer than 2021-06-30, 3\.0 years old\.$/),
    );
  });

  it('is the lists where nobody has proven them, and the facts are the strongest of what is named', () => {
    const { scored, explained, texts } = explain({
      paths: [path('store', 'CH', 'storage', { data: 'account' }), path('staff', 'CH', 'remote-access', { data: 'account' })],
    });
    expect(scored.gate).toBe('unproven');
    expect(explained.holds).toMatchObject({ decides: false, without: 'unproven', lists: expect.arrayContaining(['storage', 'control']) });
    expect(texts[1]).toMatch(/^What nobody has named holds the gate: no list is proven complete of storage, /);
    expect(texts[2]).toBe('The strongest of what is named:');
  });

  it('is an access by a state, where that sets the score', () => {
    const incident = {
      id: 'raid',
      kind: 'state-access',
      on: '2024-06-01',
      summary: 'The police copied the servers.',
      jurisdiction: 'CN',
      evidence: [item()],
    };
    const { explained, texts } = explain({ paths: [path('store', 'CH', 'storage'), path('staff', 'CH', 'remote-access')], incidents: [incident] });
    expect(explained.holds.facts[0]).toMatchObject({ fact: 'raid', kind: 'incident', incident: 'state-access', on: '2024-06-01' });
    expect(texts).toContain('Incident of 2024-06-01, access by a state: The police copied the servers.');
  });

  it('names three countries of a long list, and how many more there are', () => {
    const jurisdictions = ['AE', 'HK', 'SG', 'TH', 'VN'];
    const { texts } = explain({ paths: [path('staff', 'SG', 'remote-access', { jurisdiction: undefined, jurisdictions })] });
    expect(texts).toContain('The same words name 2 more countries.');
  });

  it('is nothing where nothing is named', () => {
    const { explained, texts } = explain({});
    expect(explained.holds.facts).toEqual([]);
    expect(texts[1]).toBe('It is unrated: no path of storage, staff access or control is admitted.');
    expect(explained.short.map((line) => line[0]?.code)).toEqual([
      'score-unrated',
      'unrated-nothing',
      'open-is',
      'rests-on',
      expect.stringMatching(/^next-/),
    ]);
  });
});

describe('a smallest step that is said to have happened', () => {
  it('is to be proven, not to be taken', () => {
    const ended = { on: '2024-06-22', evidence: [item('2024-06-22', { source: 'policy' })] };
    const { texts } = explain({ paths: [path('store', 'CH', 'storage'), path('staff', 'CN', 'remote-access', { ended })] });
    const step = texts.findIndex((text) => text.startsWith('Ending CN is the smallest step'));
    expect(texts[step + 1]).toBe('That is said to have happened already, on 2024-06-22; to prove it is what is missing.');
  });
});

describe.each(readExamples().map(({ platform, asOf, assessment }) => [`${platform} ${asOf}`, assessment] as const))(
  'the explanation of %s',
  (_, assessment) => {
    const { explained } = explain(assessment, { asOf: assessment.asOf, knownBy: '2026-11-30' });
    const ids = assessment.paths.flatMap((entry) => [entry, ...expandPath(entry)].map(({ id }) => id));

    it('speaks of countries and modes, never of ids of paths', () => {
      const names = (text: string) => ids.filter((id) => text.split(/[\s:;,.()]+/).includes(id));
      expect(explained.summary.flatMap(({ text }) => names(text))).toEqual([]);
    });

    it('has five lines in short: the score first, what to find out next last', () => {
      expect(explained.short.map((line) => line.length > 0)).toEqual([true, true, true, true, true]);
      expect(explained.short[0]?.[0]?.code).toMatch(/^score-/);
      expect(explained.short[4]?.[0]?.code).toMatch(/^next-/);
      expect(explained.short[1]?.some(({ code }) => /^(fact|unrated|holds)-/.test(code))).toBe(true);
    });
  },
);
