import * as z from 'zod';
import { type SaidFault, toFault } from '../facts/fault.ts';
import { Sha256 } from '../facts/hash.ts';
import { findRun, toUnits } from './find-run.ts';
import { differInLanguage } from './language.ts';
import { findNearestSentence } from './nearest-sentence.ts';
import { hasLineHyphen, type Leaving, type NormalForm, toNormalForm } from './normal-form.ts';

/** W3C Web Annotation Data Model, section 4.2.4, with the place besides. */
const TextQuoteSelector = z
  .strictObject({
    exact: z.string().meta({ description: 'The words as they stand in the text.', example: 'in Ireland and Norway' }),
    prefix: z.string().meta({ description: 'The 32 characters before them.', example: ' data of users in Europe is kept ' }),
    suffix: z.string().meta({ description: 'The 32 characters after them.', example: '. Backups are kept in Finland too' }),
    start: z.int().min(0).meta({ description: 'Where they begin, in characters (code points) from 0.', example: 1042 }),
  })
  .meta({ id: 'TextQuoteSelector', description: 'Where words stand in a text.' });
type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/** Where the quote of an item of evidence stands in its capture; an ellipsis parts a quote into pieces that stand in this order. */
export const Anchor = z
  .strictObject({
    item: z.string().meta({ description: 'JSON Pointer of the item of evidence in the assessment.', example: '/paths/0/evidence/0' }),
    capture: Sha256,
    pieces: z.array(TextQuoteSelector).min(1),
  })

  .meta({
    id: 'Anchor',
    description: 'Where a quote stands in its capture.',
    example: {
      item: '/paths/0/evidence/0',
      capture: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
      pieces: [
        { exact: 'in Ireland and Norway', prefix: ' data of users in Europe is kept ', suffix: '. Backups are kept in Finland too', start: 1042 },
      ],
    },
  });
export type Anchor = z.infer<typeof Anchor>;

/** A quote that stands in the text, or why it does not, with the sentence that is nearest to it. */
type Anchored =
  | { readonly pieces: TextQuoteSelector[]; readonly reason?: undefined }
  | { readonly pieces?: undefined; readonly reason: 'not-found' | 'other-language'; readonly fault: SaidFault; readonly nearest?: string };

/** What is looked in, in this order: nothing is left out without need. A number that ends a quote is no list's, so hyphens go before numbers do too. */
const FORMS: readonly Leaving[] = [
  { withoutMarkup: false, withoutNumbers: false, withoutHyphens: false },
  { withoutMarkup: true, withoutNumbers: false, withoutHyphens: false },
  { withoutMarkup: true, withoutNumbers: true, withoutHyphens: false },
  { withoutMarkup: true, withoutNumbers: false, withoutHyphens: true },
  { withoutMarkup: true, withoutNumbers: true, withoutHyphens: true },
];
const AROUND = 32;
const ELLIPSIS = /[[(]\s*(?:…|\.{3,}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \./u;
const QUOTE = 0x27;
const SPACE = 0x20;

const isMarkupAlone = ({ withoutMarkup, withoutNumbers, withoutHyphens }: Leaving) => withoutMarkup && !withoutNumbers && !withoutHyphens;

/** A text that quotes are looked for in: what it takes for all of them is made once, when it is first needed. */
export type Anchoring = (quote: string, language?: string) => Anchored;

export function anchorIn(text: string, language?: string): Anchoring {
  const plain = once(() => toUnits(text));
  const hasMarkup = /[[_\\]/.test(text);
  const forms = FORMS.filter((leaving) => hasMarkup || !isMarkupAlone(leaving)).map((leaving) => ({
    leaving,
    of: once(() => toNormalForm(text, leaving)),
  }));
  const isParted = once(() => hasLineHyphen(text));
  const toSelector = selectorsOf(text);

  const find = (pieces: readonly string[]) => {
    const exact = findExactly(text, plain(), pieces);
    if (exact) return exact;
    for (const { leaving, of } of forms) {
      if (leaving.withoutHyphens && !isParted() && !pieces.some(hasLineHyphen)) continue;
      const found = findIn(of(), text, pieces, leaving);
      if (found) return found;
    }
    return undefined;
  };
  return (quote, quoteLanguage) => {
    const pieces = toPieces(quote);
    const found = find([quote.trim()]) ?? (pieces.length > 0 && pieces[0] !== quote.trim() ? find(pieces) : undefined);
    if (found) return { pieces: found.map(toSelector) };
    const other = differInLanguage({ text: quote, language: quoteLanguage }, { text, language });
    const missing = pieces.find((piece) => !find([piece])) ?? quote;
    const nearest = findNearestSentence(text, missing);
    const near = nearest !== undefined && { nearest };
    if (other !== undefined) return { reason: 'other-language', fault: toFault('other-language', other), ...near };
    const isOrder = pieces.length > 1 && missing === quote;
    return {
      reason: 'not-found',
      fault: toFault(isOrder ? 'quote-out-of-order' : 'quote-not-found', nearest === undefined ? {} : { nearest }),
      ...near,
    };
  };
}

/** The words of a quote between its ellipses. */
export function toPieces(quote: string): string[] {
  return quote
    .split(ELLIPSIS)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

type Span = { readonly from: number; readonly to: number };

function findExactly(text: string, units: Uint16Array, pieces: readonly string[]): Span[] | undefined {
  return inOrder(pieces, (piece, after) => {
    const from = findRun(units, toUnits(piece), after, (start) => isApart(text, start, start + piece.length));
    return from < 0 ? undefined : { span: { from, to: from + piece.length }, after: from + piece.length };
  });
}

function findIn({ units, at }: NormalForm, text: string, pieces: readonly string[], leaving: Leaving): Span[] | undefined {
  const spanOf = (start: number, length: number): Span => {
    const last = at[start + length - 1] ?? 0;
    let to = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
    // The marks that were made one with the last sign belong to it.
    const next = at[start + length] ?? text.length;
    while (to < next && /\p{M}/u.test(text[to] ?? '')) to += 1;
    return { from: at[start] ?? 0, to };
  };
  return inOrder(pieces, (piece, after) => {
    const run = trim(toNormalForm(piece, leaving).units);
    const start = findRun(units, run, after, (place) => {
      const { from, to } = spanOf(place, run.length);
      return isApart(text, from, to);
    });
    return start < 0 ? undefined : { span: spanOf(start, run.length), after: start + run.length };
  });
}

function inOrder(pieces: readonly string[], next: (piece: string, after: number) => { span: Span; after: number } | undefined): Span[] | undefined {
  const spans: Span[] = [];
  let after = 0;
  for (const piece of pieces) {
    const found = next(piece, after);
    if (!found) return undefined;
    spans.push(found.span);
    after = found.after;
  }
  return spans;
}

/** Without the marks that somebody has put around the quote. */
function trim(units: Uint16Array): Uint16Array {
  const isEdge = (unit: number | undefined) => unit === QUOTE || unit === SPACE;
  let [from, to] = [0, units.length];
  while (from < to && isEdge(units[from])) from += 1;
  while (to > from && isEdge(units[to - 1])) to -= 1;
  return units.subarray(from, to);
}

const OF_WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that put no blank between words. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const JOINS = /[\p{Pd}\u00ad]/u;

/** Words end where a quote ends: Niger does not stand in a sentence on Nigeria, nor Guinea in one on Guinea-Bissau. */
function isApart(text: string, from: number, to: number): boolean {
  const isTorn = (inner: string, outer: string, beyond: string) =>
    OF_WORD.test(inner) && !UNPARTED.test(inner) && ((OF_WORD.test(outer) && !UNPARTED.test(outer)) || (JOINS.test(outer) && OF_WORD.test(beyond)));
  const [begins, behind] = [startOfLine(text, from), endOfLine(text, to + 1)];
  return (
    !isTorn(before(text, to), signAt(text, to), signAt(text, behind)) && !isTorn(signAt(text, from), before(text, begins), before(text, begins - 1))
  );
}

const HYPHEN = /[-\u2010\u2011\u00ad]/;
const LINE_END = /[ \t]{0,3}(?:\r\n|[\n\r\u2028\u2029\f\v])[ \t]{0,20}/y;
/** A hyphen may stand at the end of a line, and its word go on behind that. */
function endOfLine(text: string, i: number): number {
  LINE_END.lastIndex = i;
  return HYPHEN.test(text[i - 1] ?? '') && LINE_END.test(text) ? LINE_END.lastIndex : i;
}
/** The place behind a hyphen that ends the line before, where this one begins a line. */
function startOfLine(text: string, i: number): number {
  const line = /[-\u2010\u2011\u00ad][ \t]{0,3}(?:\r\n|[\n\r\u2028\u2029\f\v])[ \t]{0,20}$/.exec(text.slice(Math.max(0, i - 30), i));
  return line ? i - line[0].length + 1 : i;
}

const signAt = (text: string, i: number): string => (i < text.length ? String.fromCodePoint(text.codePointAt(i) ?? 0) : '');
function before(text: string, i: number): string {
  if (i <= 0) return '';
  const unit = text.charCodeAt(i - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && i > 1 ? signAt(text, i - 2) : (text[i - 1] ?? '');
}

/** Places as a text counts them become code points, counted on from the last one that was asked for. */
function selectorsOf(text: string): (span: Span) => TextQuoteSelector {
  const STEP = 65_536;
  const marks = once(() => {
    const counted = [0];
    for (let i = 0; i < text.length; i += STEP) counted.push((counted.at(-1) ?? 0) + countPoints(text, i, Math.min(i + STEP, text.length)));
    return counted;
  });
  const place = (i: number) => (marks()[Math.floor(i / STEP)] ?? 0) + countPoints(text, Math.floor(i / STEP) * STEP, i);
  return ({ from, to }) => ({
    exact: text.slice(from, to),
    prefix: [...text.slice(Math.max(0, from - 2 * AROUND), from)].slice(-AROUND).join('').toWellFormed(),
    suffix: [...text.slice(to, to + 2 * AROUND)].slice(0, AROUND).join('').toWellFormed(),
    start: place(from),
  });
}

/** Code points that begin between two places: each unit but the second of a pair. */
function countPoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
