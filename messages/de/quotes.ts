import type { sayQuotes as English } from '../en/quotes.ts';
import { plural } from './format.ts';

export const sayQuotes: typeof English = ({ quotes, held, excerpt, erased }) => {
  const more = [
    plural(excerpt, { 0: '', one: '1 nur durch einen Auszug belegt', other: `${excerpt} nur durch einen Auszug belegt` }),
    plural(erased, {
      0: '',
      one: '1 in einer seither gelöschten Aufnahme geprüft',
      other: `${erased} in seither gelöschten Aufnahmen geprüft`,
    }),
  ].filter(Boolean);
  const verified = plural(quotes, { one: `${held} von 1 Zitat geprüft`, other: `${held} von ${quotes} Zitaten geprüft` });
  return `${verified}${more.length === 0 ? '' : `; ${more.join(', ')}`}`;
};
