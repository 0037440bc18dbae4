import type { TransferTool } from '../facts/vocabulary.ts';
import type { Modality, Party, Topic } from './claim.ts';

/** Words as parts of regular expressions, in small letters and whole; `~` stands for whatever ends a word. */
export type Words = readonly string[];

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
