import * as z from 'zod';
import { anchorIn } from '../vault/anchor.ts';
import { findGrown, UNPARTED } from './find-grown.ts';
import { BREAK, findWords, fold, foldClauses } from './fold.ts';
import { shareWords, toWordSet } from './likeness.ts';
import { listUnlike, toCompared } from './list-unlike.ts';

/** A quote that a score stands on: `fact` as reviews name it (`paths/store`), `item` the JSON Pointer of the item of evidence. */
export type StandingQuote = { readonly fact: string; readonly item: string; readonly quote: string; readonly language?: string | undefined };

/** `held`: it stands in the new text. `reworded`: another sentence stands in its place. `lost`: none does. `never-found`: it stood in neither text, so that no change of the text broke it. */
const QUOTE_STATES = ['held', 'reworded', 'lost', 'never-found'] as const;

export const JudgedQuote = z
  .strictObject({
    fact: z.string().meta({ example: 'paths/store' }),
    item: z.string().meta({ example: '/paths/0/evidence/0' }),
    quote: z.string(),
    state: z.enum(QUOTE_STATES).meta({ example: 'reworded' }),
    now: z.string().optional().meta({ description: 'The sentence that stands in its place, where it was reworded.' }),
  })
  .meta({
    id: 'JudgedQuote',
    description: 'Whether the words of an item of evidence still stand in a text.',
    example: {
      fact: 'paths/storage-us',
      item: '/paths/0/evidence/0',
      quote: 'in the United States and Singapore',
      state: 'reworded',
      now: 'It is kept in the United States, Malaysia and Singapore.',
    },
  });
export type JudgedQuote = z.infer<typeof JudgedQuote>;

/** Whether the change of a text broke it. */
export const isBroken = ({ state }: Pick<JudgedQuote, 'state'>): boolean => state === 'reworded' || state === 'lost';

const ELLIPSIS = /[[(]\s*(?:…|\.{3,}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \./u;
/** Of the words of two sentences, how many are the same where one stands in the place of the other (Dice's coefficient). */
const NEAR = 0.5;

/**
 * What has become of each quote between two texts (Markdown as recorded); `before` is undefined where there is none yet. In the order of
 * the quotes.
 */
export function judgeQuotes(quotes: readonly StandingQuote[], before: string | undefined, after: string, language = 'en'): JudgedQuote[] {
  const isInAfter = finderIn(after);
  const isInBefore = before === undefined ? () => false : finderIn(before);
  const hasGrown = before === undefined ? () => false : findGrown(before, after, language);
  const nearest = nearestIn(before ?? '', after, language);
  return quotes.map(({ fact, item, quote }) => {
    const said = { fact, item, quote };
    const stands = isInAfter(quote);
    if (stands && !hasGrown(quote)) return { ...said, state: 'held' };
    if (!stands && !isInBefore(quote)) return { ...said, state: 'never-found' };
    const now = nearest(quote);
    return now === undefined ? { ...said, state: 'lost' } : { ...said, state: 'reworded', now };
  });
}

/** By its words, piece by piece where an ellipsis parts it; else by the anchoring of the vault, which knows scripts without blanks. */
function finderIn(markdown: string): (quote: string) => boolean {
  const { plain, clauses, words } = toCompared(markdown);
  const anchors = once(() => [anchorIn(plain()), anchorIn(markdown)]);
  return (quote) => {
    const pieces = quote.split(ELLIPSIS).filter((piece) => fold(piece) !== '');
    const stands = ENDS.test(quote)
      ? standInOrder(
          clauses(),
          pieces.map((piece) => foldClauses(piece)),
          BREAK,
        )
      : standInOrder(words(), pieces.map(fold), '');
    return (pieces.length > 0 && stands) || (UNPARTED.test(quote) && anchors().some((anchor) => anchor(quote).pieces !== undefined));
  };
}

/** A quote that ends as a sentence does must end one. */
const ENDS = /[.!?]["'\u201d\u2019)\]]*\s*$/u;

function standInOrder(folded: string, pieces: readonly string[], end: string): boolean {
  let from = 0;
  for (const [i, piece] of pieces.entries()) {
    const at = findWords(folded, i === pieces.length - 1 ? piece + end : piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/** The new sentence that shares most words with a quote: one that stood there before is not in its place. */
function nearestIn(before: string, after: string, language: string): (quote: string) => string | undefined {
  const sentences = once(() =>
    listUnlike(toCompared(before), toCompared(after), language).came.map(({ text, key }) => ({ text, words: toWordSet(key) })),
  );
  return (quote) => {
    const wanted = toWordSet(fold(quote));
    let best: { text: string; share: number } | undefined;
    for (const { text, words } of sentences()) {
      const share = shareWords(wanted, words);
      if (share >= NEAR && share > (best?.share ?? 0)) best = { text, share };
    }
    return best?.text;
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
