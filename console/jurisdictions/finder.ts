import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { JURISDICTION_CODES, UNNAMED } from '../../domain/facts/jurisdictions.ts';
import { LANGUAGES, type Language } from '../../messages/language.ts';
import { nameRegion } from '../../messages/place.ts';
import { AMBIGUOUS, SYNONYMS } from './synonyms.ts';

/** What a text says: nothing, one jurisdiction, one of several, or nothing that is known here. */
export type Meaning = { readonly kind: 'nothing' | 'unknown' } | { readonly kind: 'one' | 'several'; readonly codes: readonly string[] };
type Entry = { readonly code: string; readonly name: string; readonly words: readonly string[] };

/** Finds jurisdictions by their codes, their names in three languages and their synonyms; lists and shows them by their names in one. */
export function createFinder(language: Language, toName: (code: string) => string) {
  const toNamed = (code: string) => (JURISDICTION_CODES.includes(code) ? `${toName(code)} (${code})` : code);
  let known: { readonly entries: readonly Entry[]; readonly meanings: ReadonlyMap<string, readonly string[]> } | undefined;
  const open = () => {
    const entries = JURISDICTION_CODES.map((code): Entry => ({ code, name: toName(code), words: wordsOf(code, toName(code)) })).sort((a, b) =>
      a.name.localeCompare(b.name, language),
    );
    known ??= { entries, meanings: toMeanings(entries) };
    return known;
  };
  return {
    /** "Germany (DE)"; a code that is none stays as it is. */
    toNamed,
    /** Those that a text may mean, the likeliest first; all of them, by name, for none. */
    find(text: string): readonly string[] {
      const sought = fold(text);
      const { entries } = known ?? open();
      const placed = entries.flatMap(({ code, words }) => {
        const place = sought === '' ? 0 : Math.min(...words.map((word) => placeOf(sought, word)));
        return place === Number.POSITIVE_INFINITY ? [] : [{ code, place }];
      });
      // Sorting is stable: within a place they stay by name.
      return placed.sort((a, b) => a.place - b.place).map(({ code }) => code);
    },
    /** What a text means as it stands. What may mean several is chosen for nobody. */
    toMeaning(text: string): Meaning {
      const [, code] = /\(([A-Z]{2})\)\s*$/.exec(text) ?? [];
      if (code !== undefined && toNamed(code) === text.trim()) return { kind: 'one', codes: [code] };
      if (text.trim() === '') return { kind: 'nothing' };
      const codes = (known ?? open()).meanings.get(fold(text));
      if (!codes) return { kind: 'unknown' };
      return { kind: codes.length === 1 && !UNCERTAIN.has(fold(text)) ? 'one' : 'several', codes };
    },
  };
}

const EXACTLY = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const CONTAINS = 3;

function placeOf(sought: string, word: string): number {
  if (word === sought) return EXACTLY;
  if (word.startsWith(sought)) return BEGINS;
  if (word.includes(` ${sought}`)) return WORD_BEGINS;
  return sought.length > 2 && word.includes(sought) ? CONTAINS : Number.POSITIVE_INFINITY;
}

const alpha3 = new Map(codes.map(([two = '', three = '']) => [two, three]));

function wordsOf(code: string, name: string): string[] {
  const names = code === UNNAMED ? [] : LANGUAGES.map((language) => nameRegion(language, code));
  const three = alpha3.get(code);
  return [...new Set([code, ...(three ? [three] : []), name, ...names, ...(SYNONYMS[code] ?? [])].map(fold))];
}

/** A word of one jurisdiction may be that of another in another language; then it means both. */
function toMeanings(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const pairs = entries.flatMap(({ code, words }) => words.map((word) => [word, code] as const));
  for (const [word, code] of [...pairs, ...listUncertain()]) found.set(word, [...new Set([...(found.get(word) ?? []), code])]);
  // A code of two letters is that code, whatever it abbreviates elsewhere.
  for (const code of JURISDICTION_CODES) found.set(fold(code), [code]);
  return found;
}

/** Without capitals, accents and punctuation. */
const fold = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'.]/g, '')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();

const listUncertain = () =>
  Object.entries(AMBIGUOUS).flatMap(([words, some]) => words.split('|').flatMap((word) => some.map((code) => [fold(word), code] as const)));

const UNCERTAIN: ReadonlySet<string> = new Set(listUncertain().map(([word]) => word));
