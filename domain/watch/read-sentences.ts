import { fold } from './fold.ts';
import { type Block, readBlocks } from './read-blocks.ts';

/** A sentence in plain words; an item of a list, a row of a table or a heading counts as one. */
export type Sentence = Block;

/** After them a full stop ends no sentence; nor does it after a single letter (z. B., U.S.), or after a number (1. Januar). */
const ABBREVIATED =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|\d{1,2}|e\.g|i\.e|etc|cf|vs|nos?|arts?|sec|inc|ltd|llc|corp|co|st|approx|resp|bzw|ggf|nr|abs|bspw|usw|inkl|vgl|ex|al|mr|ms|dr)\.\s*$/iu;
/** What goes on for longer is cut, at a blank where it has one: what is read out of a sentence takes time by the square of its length. */
const PIECE = /.{1,4000}(?:\s|$)|.{1,4000}/gsu;
const MOST_CHARACTERS = 4000;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of a text in the order in which they stand, each with its lead-in. `language` is a BCP 47 tag; it decides only
 * where sentences end.
 */
export function readSentences(markdown: string, language = 'en'): Sentence[] {
  return readBlocks(markdown).flatMap((block) => toSentences(block, language));
}

export function toSentences(block: Block, language: string): Sentence[] {
  const parts: string[] = [];
  let before = '';
  for (const { segment } of segmenterOf(language).segment(block.text)) {
    if (ABBREVIATED.test(before)) parts[parts.length - 1] += segment;
    else parts.push(segment);
    before = segment;
  }
  return parts
    .flatMap(cut)
    .map((part) => ({ ...block, text: part.trim() }))
    .filter(({ text }) => text !== '');
}

const cut = (part: string): readonly string[] => (part.length <= MOST_CHARACTERS ? [part] : (part.match(PIECE) ?? []));

/** By which two sentences are one: their words, with the lead-in that says what an item is an item of. */
export const keyOf = ({ text, lead }: Sentence): string => fold(lead === undefined ? text : `${lead} ${text}`);

function segmenterOf(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}
