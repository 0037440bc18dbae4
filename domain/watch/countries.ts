import { CITIES } from './cities.ts';
import type { Found } from './claim.ts';
import { SYNONYMS } from './country-synonyms.ts';
import { DEMONYMS } from './demonyms.ts';
import { patternOf } from './lexicon.ts';
import type { Lexicon } from './lexicon-shape.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What is not a country: the Union and its like, accents for tests, outlying Oceania, an unknown region. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
/** What ICU puts into brackets or after a dash besides the name. */
const BESIDES = /\s*[([].*$| SAR China$|, R\.A\.S\..*$|, China$|, SAR.*$/u;

type Table = { readonly pattern: RegExp; readonly codes: ReadonlyMap<string, string>; readonly demonyms: RegExp | undefined };
const tables = new Map<string, Table>();

/** A country, and where its name begins. */
type Mention = Found & { readonly at: number };

/**
 * The countries that a text names, in the order in which they stand: ISO 3166-1 alpha-2, and `EU` for the Union and the EEA. Names are
 * those of `Intl.DisplayNames` in the text's language and in English, with the usual synonyms, adjectives and seats; in small letters they
 * are no name of a country.
 */
export function findCountries(text: string, language: string): Mention[] {
  const { pattern, codes } = tableOf(primaryOf(language));
  const named = [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ value: codes.get(toPlain(words)) ?? '', words, at: index }));
  return [...named, ...findDemonyms(text, primaryOf(language))].sort((one, other) => one.at - other.at);
}

/** What may stand between two names of one row. */
const ROW = /^(?:\s|[,/;()"“”'’]|\b(?:and|or|the|in|from|et|ou|en|au|aux|la|le|les|und|oder|der|die|den|sowie)\b|\b[dl]['’]|\p{Lu}[\p{L}.]+){0,16}$/u;
/** After a name: it is where somebody lives, or whose law it is. */
const OF_PEOPLE = /^['’]?s?\s+(?:residents?|users?|consumers?|customers?|citizens?|state|law|privacy)(?!\p{L})/iu;
const REACH = 90;

/** Those of the countries before which nothing says that the reader lives there, or that it is the place of something else than data. */
export function dropResidence(text: string, countries: readonly Mention[], lexicon: Lexicon): Mention[] {
  const ending = endingOf(lexicon);
  let end = -1;
  let isDropped = false;
  return countries.filter(({ at, words }) => {
    const isOfRow = end >= 0 && ROW.test(text.slice(end, at));
    if (!isOfRow) isDropped = ending.test(text.slice(Math.max(0, at - REACH), at));
    end = at + words.length;
    return !isDropped && !OF_PEOPLE.test(text.slice(end, end + REACH));
  });
}

const endings = new WeakMap<Lexicon, RegExp>();
function endingOf(lexicon: Lexicon): RegExp {
  const made =
    endings.get(lexicon) ??
    new RegExp(`(?:${patternOf(lexicon.residence).source})\\s+(?:(?:the|la|le|les|l['’]|der|den|dem|state of|republic of)\\s*)?$`, 'iu');
  endings.set(lexicon, made);
  return made;
}

function findDemonyms(text: string, language: string): Mention[] {
  const { demonyms } = tableOf(language);
  if (!demonyms) return [];
  return [...text.matchAll(demonyms)].map(({ 0: words, index, groups = {} }) => {
    const [code] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [''];
    return { value: code, words, at: index };
  });
}

const toPlain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\s\p{Zs}\p{Pd}]+/gu, ' ')
    .replaceAll('’', "'");

const primaryOf = (language: string) => language.toLowerCase().split('-')[0] ?? 'en';

function tableOf(language: string): Table {
  const made = tables.get(language) ?? makeTable(language === 'en' ? ['en'] : [language, 'en']);
  tables.set(language, made);
  return made;
}

function makeTable(languages: readonly string[]): Table {
  const codes = new Map<string, string>();
  const exact = new Set<string>();
  const put = (name: string, code: string) => {
    if (!codes.has(toPlain(name))) codes.set(toPlain(name), code);
    exact.add(name);
    if (languages[0] === 'de' && /[^sxz]$/u.test(name)) {
      codes.set(toPlain(`${name}s`), code);
      exact.add(`${name}s`);
    }
    // Headings are often set in capitals.
    if (name.length > 4) exact.add(name.toUpperCase());
  };
  for (const language of languages) {
    for (const [code, names] of Object.entries(SYNONYMS[language] ?? {})) for (const name of names) put(name, code);
    for (const style of ['long', 'short'] as const) {
      const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
      for (const code of LETTERS.flatMap((one) => LETTERS.map((other) => one + other))) {
        // ICU gives a country's name to its former codes too: DD, SU.
        const isToday = new Intl.Locale(`und-${code}`).region === code;
        const name = NO_COUNTRY.has(code) || !isToday ? undefined : regions.of(code);
        if (name !== undefined) for (const one of [name, name.replace(BESIDES, '')]) put(one, code);
      }
    }
  }
  for (const [code, names] of Object.entries(CITIES)) for (const name of names) put(name, code);
  const longest = [...exact].sort((one, other) => other.length - one.length).map(toPattern);
  const of = Object.entries(DEMONYMS[languages[0] ?? ''] ?? {}).map(
    ([code, stems]) => `(?<${code}>(?:${stems.join('|')})${languages[0] === 'de' ? '[nrsm]?' : ''})`,
  );
  return {
    codes,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?=\\p{Lu})(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    demonyms: of.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${of.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  };
}

const toPattern = (name: string) =>
  name
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/['’]/gu, "['’]")
    .replace(/[\s-]+/gu, '[\\s\\p{Zs}\\p{Pd}]+');
