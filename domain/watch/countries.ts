import type { Found } from './claim.ts';
import { SYNONYMS } from './country-synonyms.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** What is not a country: the Union and its like, accents for tests, outlying Oceania, an unknown region. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
/** What ICU puts into brackets or after a dash besides the name. */
const BESIDES = /\s*[([].*$| SAR China$|, R\.A\.S\..*$|, China$|, SAR.*$/u;

type Table = { readonly pattern: RegExp; readonly codes: ReadonlyMap<string, string> };
const tables = new Map<string, Table>();

/**
 * The countries that a sentence names, in the order in which they stand: ISO 3166-1 alpha-2, `EU` and `EEA`. Names are those of
 * `Intl.DisplayNames` in the sentence's language and in English, with the usual synonyms; small letters are no name of a country.
 */
export function findCountries(text: string, language: string): Found[] {
  const { pattern, codes } = tableOf(primaryOf(language));
  return [...text.matchAll(pattern)].map(([words]) => ({ value: codes.get(words.toLowerCase()) ?? '', words }));
}

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
    if (!codes.has(name.toLowerCase())) codes.set(name.toLowerCase(), code);
    exact.add(name);
    // Headings are often set in capitals.
    if (name.length > 4) exact.add(name.toUpperCase());
  };
  for (const language of languages) {
    for (const [code, names] of Object.entries(SYNONYMS[language] ?? {})) for (const name of names) put(name, code);
    for (const style of ['long', 'short'] as const) {
      const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
      for (const code of LETTERS.flatMap((one) => LETTERS.map((other) => one + other))) {
        const name = NO_COUNTRY.has(code) ? undefined : regions.of(code);
        if (name !== undefined) for (const one of [name, name.replace(BESIDES, '')]) put(one, code);
      }
    }
  }
  const longest = [...exact].sort((one, other) => other.length - one.length).map(toPattern);
  return { codes, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?=\\p{Lu})(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'gu') };
}

const toPattern = (name: string) =>
  name
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/['’]/gu, "['’]")
    .replace(/[\s-]+/gu, '[\\s\\p{Zs}\\p{Pd}]+');
