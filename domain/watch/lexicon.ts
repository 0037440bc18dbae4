import { GERMAN } from './lexicon-de.ts';
import { ENGLISH } from './lexicon-en.ts';
import { FRENCH } from './lexicon-fr.ts';
import type { Lexicon, Words } from './lexicon-shape.ts';

const LEXICONS: Readonly<Record<string, Lexicon>> = { en: ENGLISH, fr: FRENCH, de: GERMAN };

/** The lexicon of a language (BCP 47); English for those that have none. */
export function lexiconOf(language: string): Lexicon {
  return LEXICONS[language.toLowerCase().split('-')[0] ?? ''] ?? ENGLISH;
}

const patterns = new WeakMap<Words, RegExp>();

/** Any of the words, whole; made once for each list. */
export function patternOf(words: Words): RegExp {
  const made = patterns.get(words) ?? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|').replaceAll('~', "[\\p{L}'’]*")})(?![\\p{L}\\p{N}])`, 'giu');
  patterns.set(words, made);
  made.lastIndex = 0;
  return made;
}
