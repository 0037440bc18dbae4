import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Difference } from '../../../domain/watch/change.ts';
import { compareTexts } from '../../../domain/watch/compare-texts.ts';

const NAMES = { own: ['Plaza'], group: ['Plaza Holdings Ltd.'] };
const compare = (before: string, after: string) => compareTexts({ before, after, language: 'en', names: NAMES }).changes;

const COUNTRIES = [
  'Ireland',
  'Norway',
  'Singapore',
  'the United States',
  'China',
  'Malaysia',
  'Brazil',
  'India',
  'Japan',
  "Côte d'Ivoire",
  'South Korea',
  'Niger',
  'Nigeria',
];
const OPENINGS = [
  'We store your data on servers in',
  'Your information is transferred to',
  'Our employees have remote access to your data from',
  'Backups are kept in data centres in',
  'We disclose your data to our affiliates in',
];
const IDLE = [
  'You choose a "name" and a picture.',
  "You can change your friends' list at any time.",
  'We measure whether an advertisement was seen.',
  'Write to us (see below) with your questions.',
];
const places = fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 4 });
const stating = fc.tuple(fc.constantFrom(...OPENINGS), places).map(([opening, named]) => ({ opening, named }));
type Stating = { opening: string; named: string[] };
const join = (named: readonly string[]) => (named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : (named[0] ?? ''));
const say = ({ opening, named }: Stating) => `${opening} ${join(named)}.`;
const paragraph = fc
  .array(fc.oneof(stating.map(say), fc.constantFrom(...IDLE)), { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.join(' '));
const page = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const toText = (paragraphs: readonly string[]) => paragraphs.join('\n\n');

const turn = ({ aspect, came, went }: Difference): Difference => ({ aspect, came: went, went: came });
const TURNED = { came: 'went', went: 'came', reworded: 'reworded' } as const;
const turnChange = ({ kind, before, after, differs, ...rest }: Change) => ({
  ...rest,
  kind: TURNED[kind],
  before: after,
  after: before,
  differs: differs.map(turn),
});
const inOrder = (changes: readonly object[]) =>
  changes.map((change) => JSON.stringify(change, Object.keys(change).sort().concat('aspect', 'came', 'went'))).sort();

/** Ways in which a page may be set anew while it says the same. */
const SETTINGS: readonly [string, fc.Arbitrary<(text: string) => string>][] = [
  ['re-wrapping', fc.constantFrom('\n', '  ', ' \n').map((blank) => (text: string) => text.replaceAll(/(?<=[a-z]) (?=[a-z])/g, blank))],
  ['curly quotes', fc.constant((text: string) => text.replace(/"([^"]*)"/g, '\u201c$1\u201d').replaceAll("'", '\u2019'))],
  ['no-break spaces', fc.constantFrom('\u00a0', '\u202f').map((blank) => (text: string) => text.replaceAll(/(?<=,) /g, blank))],
  [
    'moved paragraphs',
    fc.nat(5).map((by) => (text: string) => {
      const all = text.split('\n\n');
      return toText([...all.slice(by % all.length), ...all.slice(0, by % all.length)]);
    }),
  ],
  [
    'link trackers',
    fc
      .stringMatching(/^[0-9a-f]{0,12}$/)
      .map((id) => (text: string) => text.replaceAll('data', `[data](https://plaza.example/2024-01-0${id.length % 9}?utm=${id})`)),
  ],
  ['emphasis', fc.constant((text: string) => text.replaceAll(/(?<=\s)servers(?=\s)/g, '**servers**'))],
  ['paragraphs of one sentence each', fc.constant((text: string) => text.replaceAll(/(?<=[a-z)]\.) (?=[A-Z])/g, '\n\n'))],
  ['soft hyphens', fc.constant((text: string) => text.replaceAll('employees', 'em\u00adployees'))],
];

describe('A page that is compared', () => {
  test('with itself says the same', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        expect(compare(toText(paragraphs), toText(paragraphs))).toEqual([]);
      }),
    );
  });

  test.each(SETTINGS)('says the same after %s', (_, settings) => {
    fc.assert(
      fc.property(page, settings, (paragraphs, set) => {
        const text = toText(paragraphs);
        expect(compare(text, set(text))).toEqual([]);
        expect(compare(set(text), text)).toEqual([]);
      }),
    );
  });

  test('says the same when a row of places becomes a list, and the other way round', () => {
    fc.assert(
      fc.property(page, stating, fc.constantFrom('-', '*', '+'), page, (one, { opening, named }, mark, other) => {
        const row = toText([...one, `${opening}: ${join(named)}.`, ...other]);
        const list = toText([...one, `${opening}:\n\n${named.map((name) => `${mark} ${name}`).join('\n')}`, ...other]);
        expect(compare(row, list)).toEqual([]);
        expect(compare(list, row)).toEqual([]);
      }),
    );
  });

  test('says something else when a sentence on storage, transfer or access names another country', () => {
    fc.assert(
      fc.property(page, stating, fc.constantFrom(...COUNTRIES), page, (one, said, country, other) => {
        fc.pre(!said.named.includes(country));
        const changed = { ...said, named: [country, ...said.named.slice(1)] };
        // The same sentence elsewhere on the page would still say it.
        fc.pre(![...one, ...other].some((words) => words.includes(say(said)) || words.includes(say(changed))));
        const changes = compare(toText([...one, say(said), ...other]), toText([...one, say(changed), ...other]));
        expect(changes.some(({ grade, differs }) => grade === 'review' && differs.some(({ aspect }) => aspect === 'place'))).toBe(true);
      }),
    );
  });

  test('the other way round loses what it won', () => {
    fc.assert(
      fc.property(page, page, (one, other) => {
        const [before, after] = [toText(one), toText(other)];
        expect(inOrder(compare(after, before))).toEqual(inOrder(compare(before, after).map(turnChange)));
      }),
    );
  });
});
