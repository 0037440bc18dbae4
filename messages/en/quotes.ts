import { plural } from './format.ts';

/** How many quotes there are, and by what they are known. */
export type Quotes = { readonly quotes: number; readonly held: number; readonly excerpt: number; readonly erased: number };

/** In words, for memo, console and command line. */
export function sayQuotes({ quotes, held, excerpt, erased }: Quotes): string {
  const more = [
    plural(excerpt, { 0: '', one: '1 by an excerpt alone', other: `${excerpt} by an excerpt alone` }),
    plural(erased, {
      0: '',
      one: '1 verified in a capture that was erased since',
      other: `${erased} verified in a capture that was erased since`,
    }),
  ].filter(Boolean);
  const verified = plural(quotes, { one: `${held} of 1 quote verified`, other: `${held} of ${quotes} quotes verified` });
  return `${verified}${more.length === 0 ? '' : `; ${more.join(', ')}`}`;
}
