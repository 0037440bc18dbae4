import { describe, expect, test } from 'vitest';
import { hashOfText } from '../../../domain/facts/hash.ts';
import { type Outcome, takeVersion, type Version } from '../../../domain/watch/take-version.ts';
import { isSilent, type WatchState } from '../../../domain/watch/watch-state.ts';

const ENGLISH = [
  'We keep what you write with us for as long as you like.',
  'You can ask us for a copy of it.',
  'Our servers are located in Ireland and Norway.',
].join(' ');
const GERMAN =
  'Wir bewahren auf, was Sie bei uns schreiben. Sie können von uns eine Kopie davon verlangen. Unsere Server stehen in Irland und Norwegen.';
const QUOTES = [{ fact: 'paths/store', item: '/paths/0/evidence/0', quote: 'servers are located in Ireland and Norway' }];
const TWO = ENGLISH.replace('Ireland', 'Iceland');

type Step = { readonly at: string; readonly text: string; readonly isTechnicalUpgrade?: boolean };

/** Plays versions, each read when it was recorded and again at the hours that follow. */
function play(steps: readonly Step[]): Outcome[] {
  let state: WatchState = {};
  const texts = new Map<string, string>();
  return steps.map(({ at, text, isTechnicalUpgrade = false }) => {
    const sha256 = hashOfText(text);
    texts.set(sha256, text);
    const known = [state.baseline, state.waiting, state.suspect].find((one) => one?.sha256 === sha256);
    const version: Version = { version: at, sha256, recordedAt: at, ...known, text, isTechnicalUpgrade };
    const taken = takeVersion({
      state,
      baseline: state.baseline && texts.get(state.baseline.sha256),
      version,
      now: at,
      quotes: QUOTES,
      language: 'en',
      names: { own: [], group: [] },
    });
    state = taken.state;
    return taken.outcome;
  });
}

describe('A version', () => {
  test('is the baseline where it is the first, and after a technical upgrade', () => {
    const outcomes = play([
      { at: '2024-01-01T00:00:00.000Z', text: ENGLISH },
      { at: '2024-01-01T12:00:00.000Z', text: ENGLISH },
      { at: '2024-01-02T00:00:00.000Z', text: TWO, isTechnicalUpgrade: true },
    ]);
    expect(outcomes).toEqual([{ kind: 'baseline', why: 'first' }, { kind: 'unchanged' }, { kind: 'baseline', why: 'technical-upgrade' }]);
  });

  test('counts when it has stood for 36 hours, with the quote that it broke', () => {
    const outcomes = play([
      { at: '2024-01-01T00:00:00.000Z', text: ENGLISH },
      { at: '2024-02-01T00:00:00.000Z', text: TWO },
      { at: '2024-02-02T11:59:59.000Z', text: TWO },
      { at: '2024-02-02T12:00:00.000Z', text: TWO },
      { at: '2024-02-03T00:00:00.000Z', text: TWO },
    ]);
    expect(outcomes).toMatchObject([
      { kind: 'baseline' },
      { kind: 'waiting', until: '2024-02-02T12:00:00.000Z' },
      { kind: 'waiting' },
      {
        kind: 'changed',
        opensReview: true,
        broken: [{ fact: 'paths/store', state: 'reworded', now: 'Our servers are located in Iceland and Norway.' }],
      },
      { kind: 'unchanged' },
    ]);
  });

  test('is no change where the page flaps', () => {
    const kinds = play([
      { at: '2024-01-01T00:00:00.000Z', text: ENGLISH },
      { at: '2024-02-01T00:00:00.000Z', text: TWO },
      { at: '2024-02-02T00:00:00.000Z', text: ENGLISH },
      { at: '2024-02-03T00:00:00.000Z', text: TWO },
      { at: '2024-02-04T00:00:00.000Z', text: ENGLISH },
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(['baseline', 'waiting', 'unchanged', 'waiting', 'unchanged']);
  });

  test('in another language is suspect, once, and after 14 days a change of the source', () => {
    const outcomes = play([
      { at: '2024-01-01T00:00:00.000Z', text: ENGLISH },
      { at: '2024-02-01T00:00:00.000Z', text: GERMAN },
      { at: '2024-02-08T00:00:00.000Z', text: GERMAN },
      { at: '2024-02-15T00:00:00.000Z', text: GERMAN },
    ]);
    expect(outcomes).toMatchObject([
      { kind: 'baseline' },
      { kind: 'suspect', why: 'other-language', isNew: true },
      { kind: 'suspect', isNew: false },
      { kind: 'changed', source: 'other-language', opensReview: true, changes: [], broken: [{ state: 'lost' }] },
    ]);
  });

  test('of which under half is left is suspect, and forgotten when the rest comes back', () => {
    const outcomes = play([
      { at: '2024-01-01T00:00:00.000Z', text: ENGLISH },
      { at: '2024-02-01T00:00:00.000Z', text: ENGLISH.slice(0, 56) },
      { at: '2024-02-03T00:00:00.000Z', text: ENGLISH },
    ]);
    expect(outcomes).toMatchObject([{ kind: 'baseline' }, { kind: 'suspect', why: 'shrunk' }, { kind: 'unchanged' }]);
  });

  test('that was not followed by any for 90 days leaves a silence', () => {
    expect(isSilent({ heardAt: '2024-01-01T00:00:00.000Z' }, '2024-03-30T23:59:59.999Z')).toBe(false);
    expect(isSilent({ heardAt: '2024-01-01T00:00:00.000Z' }, '2024-03-31T00:00:00.000Z')).toBe(true);
    expect(isSilent({}, '2024-03-31T00:00:00.000Z')).toBe(false);
  });
});
