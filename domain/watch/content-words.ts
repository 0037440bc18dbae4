import { fold } from './fold.ts';
import { patternOf } from './lexicon.ts';
import type { Lexicon } from './lexicon-shape.ts';

const NUMBER = /^\d+$/u;

/**
 * The words of a sentence that carry its meaning: without function words and numbers, each country by its code, so that "the U.S." and
 * "the United States" are one; plural and case of English, French and German apart.
 */
export function toContentWords(
  text: string,
  countries: readonly { readonly value: string; readonly words: string }[],
  { function: empty }: Lexicon,
): Set<string> {
  let rest = text.replaceAll('’', "'");
  for (const { words } of countries) rest = rest.replaceAll(words, ' ');
  const words = fold(rest.replaceAll("'", ' ')).replace(patternOf(empty), ' ').split(' ');
  return new Set([...countries.map(({ value }) => `=${value}`), ...words.filter((word) => word.length > 1 && !NUMBER.test(word)).map(toStem)]);
}

/** What is left of a word when its ending is taken: enough to tell "delete" from "disclose", and not "delete" from "deleted". */
const toStem = (word: string): string =>
  word.length > 6 ? word.slice(0, Math.max(5, word.length - 3)) : word.length > 4 ? word.replace(/(?:es|s|n|e)$/u, '') : word;

/** The words that only the first has; one that differs by a letter alone is misspelt, or spelt as elsewhere ("authorised"). */
export function listOwn(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const others = [...other].filter((word) => !one.has(word));
  return [...one].filter((word) => !other.has(word) && !others.some((like) => isMisspelt(word, like)));
}

const LONG = 5;

/** Whether one long word becomes the other by one letter put in, left out, exchanged or swapped with the next. */
function isMisspelt(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LONG || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [a, b] = [one.slice(from), other.slice(from)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
