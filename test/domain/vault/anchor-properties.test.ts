import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorIn } from '../../../domain/vault/anchor.ts';

const regions = new Intl.DisplayNames('en', { type: 'region' });
const COUNTRIES = [...Array(26 * 26).keys()]
  .map((n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)))
  .flatMap((code) => {
    const name = regions.of(code);
    return name === undefined || name === code ? [] : [name];
  });
const WORDS = [
  'we',
  'store',
  'the',
  'data',
  'of',
  'users',
  'in',
  'cross-border',
  "users'",
  'and',
  'staff',
  'only',
  '"ours"',
  '30',
  '(see',
  'below)',
  '5.',
];

const country = fc.constantFrom(...COUNTRIES);
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });
/** A sentence that names a country between its words. */
const sentence = fc.tuple(words, country, words).map(([one, name, other]) => ({ one: one.join(' '), name, other: other.join(' ') }));
type Sentence = { one: string; name: string; other: string };
const say = ({ one, name, other }: Sentence) => `${one} ${name} ${other}.`;
const page = fc.tuple(fc.array(sentence, { maxLength: 6 }), sentence, fc.array(sentence, { maxLength: 6 }));
const isHeld = (text: string, quote: string) => anchorIn(text)(quote).reason === undefined;
/** Every way in which a page may be set anew: at each blank, or for each sign, what stands there is chosen again. */
const choices = fc.infiniteStream(fc.nat());
const reset = (text: string, sign: RegExp, ways: readonly string[], next: Iterator<number>) =>
  text.replace(sign, () => ways[(next.next().value ?? 0) % ways.length] ?? '');

describe('The state of a quote', () => {
  test.each([
    ['re-wrapping', / /g, [' ', '\n', '\r\n', '  ', '\t']],
    ['no-break spaces', / /g, [' ', '\u00a0', '\u202f', '\u2009']],
    ['curly quotes', /["']/g, ["'", '"', '\u2018', '\u2019', '\u201c', '\u201d', '\u00ab']],
    ['other dashes', /-/g, ['-', '\u2010', '\u2011', '\u2013']],
    ['soft hyphens', /(?<=[a-z])(?=[a-z])/g, ['', '\u00ad', '\u200b']],
    ['words parted at the end of a line', /(?<=[a-z])(?=[a-z])/g, ['', '', '', '-\n', '\u00ad\n', '\u2010 \r\n  ']],
    ['compounds parted at their hyphen', /-/g, ['-', '-\n', '\u2010\n', '\u2011\r\n']],
  ])('is not changed by %s', (_, sign, ways) => {
    fc.assert(
      fc.property(page, choices, ([before, quoted, after], next) => {
        const text = [...before, quoted, ...after].map(say).join(' ');
        const signs = next[Symbol.iterator]();
        expect(isHeld(reset(text, sign, ways, signs), say(quoted))).toBe(true);
        expect(isHeld(text, reset(say(quoted), sign, ways, signs).trim())).toBe(true);
      }),
    );
  });

  test('is not changed by words parted at the end of a line where it ends with a number', () => {
    expect(isHeld('we Ascen-\nsion Island 5. 30. we', 'we Ascension Island 5. 30.')).toBe(true);
  });

  test('is not changed by a list that becomes a paragraph, or a paragraph that becomes a list', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('- ', '* ', '• ', '  – ', '1. ', '(a) ', 'iv) '),
        (items, mark) => {
          const list = items.map((item) => `${mark}${say(item)}`).join('\n');
          const paragraph = items.map(say).join(' ');
          expect(isHeld(list, paragraph)).toBe(true);
          expect(isHeld(paragraph, list)).toBe(true);
        },
      ),
    );
  });

  test('is not changed by paragraphs that are moved', () => {
    fc.assert(
      fc.property(page, choices, ([before, quoted, after], next) => {
        const all = [...before, quoted, ...after].map(say);
        const signs = next[Symbol.iterator]();
        const moved = all.map((text) => ({ text, place: signs.next().value ?? 0 })).sort((one, other) => one.place - other.place);
        expect(isHeld(moved.map(({ text }) => text).join('\n\n'), say(quoted))).toBe(true);
      }),
    );
  });

  test('is always changed by one country that is another', () => {
    fc.assert(
      fc.property(page, country, ([before, quoted, after], other) => {
        const forged = say({ ...quoted, name: other });
        const all = [...before, quoted, ...after].map(say);
        // Cut off behind the country, so that Guinea could hide in Guinea-Bissau.
        const cut = `${quoted.one} ${other}`;
        fc.pre(other !== quoted.name && !all.some((one) => one.includes(`${cut} `)));
        expect(isHeld(all.join('\n\n'), forged)).toBe(false);
        expect(isHeld(all.join('\n\n'), cut)).toBe(false);
      }),
    );
  });

  test('is always changed by it, however the words are parted at the ends of lines', () => {
    fc.assert(
      fc.property(page, country, choices, ([before, quoted, after], other, next) => {
        const all = [...before, quoted, ...after].map(say);
        const cut = `${quoted.one} ${other}`;
        fc.pre(other !== quoted.name && !all.some((one) => one.includes(`${cut} `)));
        const parted = reset(all.join('\n\n'), /(?<=\p{L})(?=\p{L})/gu, ['', '', '-\n', '\u00ad\n'], next[Symbol.iterator]());
        expect(isHeld(parted, say({ ...quoted, name: other }))).toBe(false);
        expect(isHeld(parted, cut)).toBe(false);
      }),
    );
  });

  test('is found where it is said to stand', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        sentence,
        (before, after, quoted) => {
          // A paragraph of its own: behind a line that ends with a hyphen it would begin within a word.
          const text = `${before}\n\n${say(quoted)}\n\n${after}`;
          const [piece] = anchorIn(text)(say(quoted)).pieces ?? [];
          const points = [...text];
          const exact = [...(piece?.exact ?? '')];
          expect(points.slice(piece?.start, (piece?.start ?? 0) + exact.length).join('')).toBe(piece?.exact);
          expect(points.slice(Math.max(0, (piece?.start ?? 0) - 32), piece?.start).join('')).toBe(piece?.prefix);
        },
      ),
    );
  });
});

describe('A text of 4 MB is read in one pass', () => {
  const SIZE = 4_000_000;
  test.each([
    ['one sign', 'a'.repeat(SIZE), `${'a'.repeat(400)}b`],
    ['one sign, first another', 'a'.repeat(SIZE), `b${'a'.repeat(400)}`],
    ['a word without end', 'ab'.repeat(SIZE / 2), `${'ab'.repeat(200)}a`],
    ['marks alone', `e${'\u0301'.repeat(SIZE / 2)}`, 'e\u0301'],
    ['blanks alone', ' '.repeat(SIZE), 'word'],
    ['soft hyphens and breaks', '\u00ad\n'.repeat(SIZE / 3), 'word'],
    ['list numbers', '1. '.repeat(SIZE / 3), 'word'],
    ['phrases in one sign', '\ufdfa'.repeat(SIZE / 3), 'word'],
    ['nothing but NUL', '\0'.repeat(SIZE), 'word'],
    ['full stops', '. '.repeat(SIZE / 2), 'word … other'],
    ['links that begin', '['.repeat(SIZE), 'word'],
    ['links that never end', '[a]('.repeat(SIZE / 4), 'word'],
    ['long addresses that never end', `[a](${'b'.repeat(1990)}`.repeat(SIZE / 2000), 'word'],
    ['titles that never end', '](a "'.repeat(SIZE / 5), 'word'],
    ['underscores', '_'.repeat(SIZE), 'word'],
    ['hyphens at the ends of lines', 'a-\n'.repeat(SIZE / 3), `${'a'.repeat(400)}b`],
    ['hyphens and blanks', `a-${' '.repeat(97)}`.repeat(SIZE / 100), 'word'],
    ['escapes', '\\'.repeat(SIZE), 'word'],
  ])('and a quote that nearly fits is missed in it: %s', (_, text, quote) => {
    expect(anchorIn(text)(quote).reason).toBeDefined();
  });
});
