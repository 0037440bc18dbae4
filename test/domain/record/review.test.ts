import { describe, expect, it, test } from 'vitest';
import { Assessment } from '../../../domain/facts/assessment.ts';
import { findStandingReasons, isAnnounced, overdueStep, reviewDueOn } from '../../../domain/record/review.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';

const DAY = '2026-01-01';
const source = { title: 'A report', publisher: 'Somebody', published: '2025-01-01', reliability: 'A' };
const seen = (name: string, change: object = {}) => ({ source: name, credibility: 2, observed: '2025-01-01', ...change });
const contested = [seen('one'), seen('two', { stance: 'contradicts' })];

function reasonsOf(change: object, day = DAY) {
  const path = { id: 'store', jurisdiction: 'US', mode: 'storage', data: 'content', evidence: [seen('one')] };
  const { path: ofPath = {}, ...rest } = change as { path?: object };
  const facts = Assessment.parse({ asOf: DAY, sources: { one: source, two: source }, paths: [{ ...path, ...ofPath }], ...rest });
  return findStandingReasons(facts, scoreAssessment(facts, register, { asOf: day, knownBy: day }), day);
}

describe('a contradiction is a reason', () => {
  test.each<[string, object]>([
    ['paths/store', { path: { evidence: contested } }],
    ['paths/store/transfer', { path: { transfer: { tool: 'scc', evidence: contested } } }],
    ['paths/store/ended', { path: { ended: { on: '2025-06-01', evidence: contested } } }],
    ['paths/store/safeguards/eu-held-keys', { path: { safeguards: [{ kind: 'eu-held-keys', status: 'operating', evidence: contested }] } }],
    ['complete/control', { complete: { control: { evidence: contested } } }],
    ['clearText', { clearText: { residual: 'metadata', evidence: contested } }],
    ['incidents/leak', { incidents: [{ id: 'leak', kind: 'misuse', on: '2025-01-01', summary: 'It leaked.', evidence: contested }] }],
  ])('on %s, for or against the platform', (fact, change) => {
    expect(reasonsOf(change)).toEqual([
      { key: `conflict ${fact}`, kind: 'conflict', text: expect.stringContaining(fact), data: { fact, conflict: expect.any(Number) } },
    ]);
  });

  test.each<[string, object]>([
    ['an announced safeguard', { path: { safeguards: [{ kind: 'eu-held-keys', status: 'announced', evidence: contested }] } }],
    ['an end that is still to come', { path: { ended: { on: '2026-06-01', evidence: contested } } }],
    ['evidence that is not public yet', { path: { evidence: [seen('one'), seen('two', { stance: 'contradicts', observed: '2026-02-01' })] } }],
    ['a weak contrary', { path: { evidence: [seen('one'), seen('two', { stance: 'contradicts', credibility: 4 })] } }],
  ])('but not for %s', (_, change) => {
    expect(reasonsOf(change)).toEqual([]);
  });

  it('once, where two claims of one safeguard on one path are contested', () => {
    const claim = { kind: 'eu-held-keys', status: 'operating', evidence: contested };
    expect(reasonsOf({ path: { safeguards: [claim, claim] } })).toHaveLength(1);
  });
});

describe('a promise whose day has passed is a reason', () => {
  const promise = { id: 'dc', summary: 'Data centres in Europe.', announcedOn: '2025-01-01', dueOn: '2025-12-31', evidence: [seen('one')] };

  it('from the day after, in the words of those who report it, not of those who deny it', () => {
    const evidence = [
      seen('two', { stance: 'contradicts', quote: 'They never will.' }),
      seen('one', { quote: 'We will build them.', locator: 'p. 3' }),
    ];
    const commitments = [{ ...promise, evidence }];
    expect(reasonsOf({ commitments }, '2025-12-31')).toEqual([]);
    const [reason] = reasonsOf({ commitments });
    expect(reason?.text).toBe('A promise was due on 2025-12-31: "We will build them." (Somebody, 2025-01-01).');
    expect(reason?.data).toMatchObject({
      commitment: 'dc',
      words: 'We will build them.',
      source: { title: 'A report', statementBy: 'third-party', locator: 'p. 3' },
    });
  });

  it('by the title in the file where no source is quoted, cut to a short text', () => {
    expect(reasonsOf({ commitments: [promise] })[0]?.text).toContain('"Data centres in Europe."');
    const [long] = reasonsOf({ commitments: [{ ...promise, summary: 'x'.repeat(4000) }] });
    expect(JSON.stringify(long).length).toBeLessThan(1500);
  });

  it('unless it has no day, or was not yet made', () => {
    const { dueOn: _, ...endless } = promise;
    expect(reasonsOf({ commitments: [endless, { ...promise, id: 'later', announcedOn: '2026-03-01' }] })).toEqual([]);
  });
});

describe('a changed rating', () => {
  const rated = (band: string, gate = 'review') => ({ band, gate }) as Parameters<typeof isAnnounced>[0];
  test.each<[string, string, number, boolean]>([
    ['restrict', 'precaution', 54.9, false],
    ['restrict', 'precaution', 53, true],
    ['precaution', 'restrict', 56.9, false],
    ['precaution', 'restrict', 57, true],
    ['review', 'precaution', 40, true],
    ['allow', 'unproven', 20, true],
  ])('from the gate %s to %s at %f points, by time alone, is announced: %s', (before, after, point, announced) => {
    const band = (gate: string) => (gate === 'restrict' ? 'high' : point > 50 ? 'elevated' : 'low');
    expect(isAnnounced(rated(band(before), before), { ...rated(band(after), after), point }, true)).toBe(announced);
  });

  test.each<[string, string, number, boolean]>([
    ['high', 'severe', 75, false],
    ['high', 'severe', 76.9, false],
    ['high', 'severe', 77, true],
    ['severe', 'high', 73.1, false],
    ['severe', 'high', 73, true],
    ['low', 'minimal', 8, true],
    ['minimal', 'low', 11.9, false],
    ['elevated', 'severe', 75.5, true],
    ['unrated', 'minimal', 9.9, true],
  ])('from %s to %s at %f points, by time alone, is announced: %s', (before, after, point, announced) => {
    expect(isAnnounced(rated(before), { ...rated(after), point }, true)).toBe(announced);
  });

  it('by anything else is announced at once, and one that is none never', () => {
    expect(isAnnounced(rated('high'), { ...rated('severe'), point: 75 }, false)).toBe(true);
    expect(isAnnounced(rated('high'), { ...rated('high'), point: 60 }, false)).toBe(false);
  });

  it('of the gate waits with its edge of the point, and leaves or reaches `allow` at once', () => {
    expect(isAnnounced(rated('elevated', 'review'), { ...rated('high', 'restrict'), point: 56.9 }, true)).toBe(false);
    expect(isAnnounced(rated('elevated', 'review'), { ...rated('high', 'restrict'), point: 57 }, true)).toBe(true);
    expect(isAnnounced(rated('low', 'allow'), { ...rated('low', 'review'), point: 20 }, true)).toBe(true);
  });
});

test.each([
  ['2026-01-01', 0],
  ['2026-01-02', 1],
  ['2026-01-07', 1],
  ['2026-01-08', 7],
  ['2026-01-30', 7],
  ['2026-01-31', 30],
  ['2027-01-01', 30],
])('what was due on 2026-01-01 has reached on %s step %i', (day, step) => {
  expect(overdueStep(DAY, day)).toBe(step);
});

test('a review falls due within a week, or with its interval if that is sooner', () => {
  expect(reviewDueOn(DAY, '2026-06-01')).toBe('2026-01-08');
  expect(reviewDueOn(DAY, '2026-01-03')).toBe('2026-01-03');
});
