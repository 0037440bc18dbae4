import type { TransferTool } from '../facts/vocabulary.ts';
import type { Modality, Party, Topic } from './claim.ts';
import { GERMAN } from './lexicon-de.ts';
import { ENGLISH } from './lexicon-en.ts';
import { FRENCH } from './lexicon-fr.ts';

/** Words as parts of regular expressions, in small letters and whole; `~` stands for whatever ends a word. */
type Words = readonly string[];

/** By which words a language says what a score stands on. */
export type Lexicon = {
  readonly topics: Readonly<Record<Topic, Words>>;
  readonly tools: Readonly<Partial<Record<TransferTool, Words>>>;
  readonly parties: Readonly<Record<Exclude<Party, 'company'>, Words>>;
  readonly modalities: Readonly<Record<Modality, Words>>;
  /** Before a country: it is where the reader lives, or where something else is than data. */
  readonly residence: Words;
  /** What is no place though it names one: an authority, users by their country, a framework, a level of protection. */
  readonly noPlace: Words;
  /** The reader's own device. */
  readonly device: Words;
  /** What a sentence is about instead: a sale under the law of a state, cookies, ages, contests, availability. */
  readonly otherMatters: Words;
  /** How long something is kept. */
  readonly retention: Words;
  /** Who owns whom: what changes there is never a shade. */
  readonly ownership: Words;
  /** That something is given away to whoever demands it. */
  readonly disclosure: Words;
  readonly endToEnd: Words;
  readonly and: Words;
  readonly or: Words;
  /** What is kept of people: a sentence that names it and a place is about where it is. */
  readonly data: Words;
  /** Words that carry no meaning of their own. */
  readonly function: Words;
};

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
