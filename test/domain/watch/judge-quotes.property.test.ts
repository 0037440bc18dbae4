import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeQuotes } from '../../../domain/watch/judge-quotes.ts';

const PLACES = ['Ireland', 'the United States', 'Singapore', 'Malaysia', "Côte d'Ivoire", 'South Korea', 'Niger'];
const OPENINGS = [
  'We store your data on servers in',
  'Your information is transferred to',
  'Our employees have remote access to your data from',
  'Data of users in the EEA is kept in',
];
const IDLE = ['You choose a "name" and a picture.', 'Write to us (see below) with your questions.', "You can change your friends' list at any time."];

const sentence = fc
  .tuple(fc.constantFrom(...OPENINGS), fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 2 }))
  .map(([opening, named]) => `${opening} ${named.join(' and ')}.`);
const around = fc.array(fc.constantFrom(...IDLE), { maxLength: 3 });
const page = fc.record({
  before: around,
  said: sentence,
  after: around,
  blank: fc.constantFrom(' ', '\n\n', '\n'),
});
type Page = { before: string[]; said: string; after: string[]; blank: string };
const write = ({ before, after, blank }: Page, said: string) => [...before, said, ...after].join(blank);

/** Ways in which a country comes into a sentence. */
const WAYS: readonly [string, (said: string, country: string) => string][] = [
  ...[' and ', ', ', ' or ', ' as well as ', '; ', ': also ', ' (and ', ' \u2013 and also '].map(
    (joint): [string, (said: string, country: string) => string] => [
      `appended with "${joint}"`,
      (said, country) => `${said.slice(0, -1)}${joint}${country}${joint === ' (and ' ? ')' : ''}.`,
    ],
  ),
  ...['In COUNTRY, and besides, ', 'Besides COUNTRY: ', 'As in COUNTRY, ', 'Unless you live in COUNTRY \u2013 '].map(
    (opening): [string, (said: string, country: string) => string] => [
      `prepended with "${opening}"`,
      (said, country) => `${opening.replace('COUNTRY', country)}${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    ],
  ),
  ['inserted', (said, country) => said.replace(/(?<= (?:in|to|from) )/, `${country}, `)],
];
/** As an analyst may write down a whole sentence. */
const QUOTED: readonly ((said: string) => string)[] = [
  (said) => said,
  (said) => said.slice(0, -1),
  (said) => `"${said}"`,
  (said) => `\u201c${said.slice(0, -1)}\u201d.`,
  (said) => said.toUpperCase(),
];
const quoted = fc.constantFrom(...QUOTED);
const stateOf = (quote: string, before: string, after: string) =>
  judgeQuotes([{ fact: 'paths/store', item: '/paths/0/evidence/0', quote }], before, after)[0]?.state;

describe('A sentence that is quoted whole', () => {
  test.each(WAYS)('is not held where a country is %s', (_, add) => {
    fc.assert(
      fc.property(page, quoted, fc.constantFrom('Brazil', 'India', 'China', 'Nigeria'), (text, quote, country) => {
        const [one, other] = [write(text, text.said), write(text, add(text.said, country))];
        expect(stateOf(quote(text.said), one, one)).toBe('held');
        expect(stateOf(quote(text.said), one, other)).toMatch(/^(reworded|lost)$/);
      }),
    );
  });

  test('is held however its page is set anew', () => {
    const settings: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll(/(?<=[a-z]) (?=[a-z])/g, '\n'),
      (text) => text.replaceAll("'", '\u2019').replace(/"([^"]*)"/g, '\u201c$1\u201d'),
      (text) => text.replaceAll(/(?<=[a-z)]\.)\s+(?=[A-Z])/g, '\n\n'),
      (text) => text.replaceAll(/(?<=[a-z)]\.)\s+(?=[A-Z])/g, ' '),
      (text) => text.replaceAll('data', '[data](https://plaza.example/2024-01-01?utm=1)'),
      (text) => text.replaceAll('employees', 'em\u00adployees'),
      (text) => text.replaceAll(/(?<=[a-z)]\.)\s+(?=[A-Z])/g, '\n- ').replace(/^/, '- '),
    ];
    fc.assert(
      fc.property(page, quoted, fc.constantFrom(...settings), (text, quote, set) => {
        const one = write(text, text.said);
        expect(stateOf(quote(text.said), one, set(one))).toBe('held');
        expect(stateOf(quote(text.said), set(one), one)).toBe('held');
      }),
    );
  });

  test('is held when a row of places becomes a list, and the other way round', () => {
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(...OPENINGS),
        fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 2, maxLength: 3 }),
        around,
        (one, opening, named, other) => {
          const set = (said: string) => [...one, said, ...other].join('\n\n');
          const row = set(`${opening}: ${named.join(', ')}.`);
          const list = set(`${opening}:\n\n${named.map((name) => `- ${name}`).join('\n')}`);
          const quote = `${opening}: ${named.join(', ')}`;
          expect(stateOf(quote, row, list)).toBe('held');
          expect(stateOf(quote, list, row)).toBe('held');
        },
      ),
    );
  });

  test('is held where it stands elsewhere on the page as it did', () => {
    const said = 'Backups are kept in Norway.';
    expect(stateOf(said, `Intro.\n\n${said}`, `Backups are kept in Norway and Chile.\n\n${said}`)).toBe('held');
  });

  test.each([
    ['我们将信息保存在美国。', '我们将信息保存在美国和新加坡。'],
    ['我们将信息保存在美国', '我们将信息保存在美国和新加坡。'],
    ['データは日本に保存されます。', '韓国とデータは日本に保存されます。'],
  ])('is not held where a country comes into it, in a script without blanks: %s', (quote, grown) => {
    const before = `序文です。\n\n${quote.replace(/。?$/u, '。')}`;
    expect(stateOf(quote, before, before)).toBe('held');
    expect(stateOf(quote, before, `序文です。\n\n${grown}`)).not.toBe('held');
  });

  test.each(['U.S.', 'U.K.'])('may end with an abbreviation: %s', (end) => {
    const quote = `We store your data in the ${end}`;
    expect(stateOf(quote, `Intro.\n\n${quote}`, `Intro.\n\n${quote} and in Chile.`)).toBe('reworded');
    expect(stateOf(quote, `Intro.\n\n${quote}`, `Intro.\n\n${quote} You can write to us.`)).toBe('held');
  });
});

test('A quote of a part of a sentence says nothing of the rest of it', () => {
  const before = 'We store your data in Ireland, where it is backed up.';
  expect(stateOf('store your data in Ireland', before, 'We store your data in Ireland and Chile, where it is backed up.')).toBe('held');
});
