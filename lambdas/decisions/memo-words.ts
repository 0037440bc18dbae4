import type { MemoTexts } from '../../messages/en/memo.ts';
import type { Formatter } from '../../messages/formatter.ts';

/** How the page is said. */
export type MemoLanguage = { readonly texts: MemoTexts; readonly format: Formatter };

/** Countries of a sentence that are named; of the others it says how many. */
const MOST_NAMED = 12;

export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

export function placesOf(codes: readonly string[], { texts, format }: MemoLanguage): string {
  const more = codes.length - MOST_NAMED;
  return format.and([...codes.slice(0, MOST_NAMED).map(texts.places.in), ...(more > 0 ? [`+ ${format.count(more)}`] : [])]);
}
