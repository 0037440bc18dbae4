import type { Evidence } from '../facts/evidence.ts';
import { anchorIn, toPieces } from './anchor.ts';

type Excerpt = NonNullable<Evidence['excerpt']>;

/** Why a quote does not stand at the offset of its excerpt (code points from 0) in the whole text; undefined where it does. */
export function faultOfExcerpt(text: string, { offset }: Pick<Excerpt, 'offset'>, quote: string, language?: string): string | undefined {
  const anchored = anchorIn(text)(quote, language);
  if (!anchored.pieces) return anchored.fault.detail;
  const first = anchored.pieces[0]?.start;
  if (first === offset || standsAt([...text], offset, quote, anchored.pieces.length === 1)) return undefined;
  return `these words stand in the text, but at ${first} and not at ${offset}`;
}

/** The words may stand in a text more than once, each time in another form. */
function standsAt(points: readonly string[], offset: number, quote: string, isWhole: boolean): boolean {
  // The sign before them shows whether a word begins there.
  const before = Math.min(1, offset);
  const rest = points.slice(offset - before);
  if (!anchorIn(rest.join(''))(quote).pieces) return false;
  const first = isWhole ? quote : (toPieces(quote)[0] ?? quote);
  for (let to = rest.length; ; ) {
    const found = anchorIn(rest.slice(0, to).join(''))(first).pieces?.[0];
    if (!found || found.start <= before) return found?.start === before;
    to = found.start + [...found.exact].length - 1;
  }
}
