import type { Claim } from './claim.ts';
import { findCountries } from './countries.ts';
import type { Names } from './names.ts';
import type { Sentence } from './read-sentences.ts';

/** What a sentence says, read with its lead-in. `language`: BCP 47; `names`: how the platform calls itself and its group. */
export function readClaim({ text, lead }: Pick<Sentence, 'text' | 'lead'>, language: string, _names: Names): Claim {
  const words = lead === undefined ? text : `${lead} ${text}`;
  const countries = findCountries(words, language);
  const topics = countries.length > 0 ? [{ value: 'storage' as const, words }] : [];
  return { topics, countries, tools: [], parties: [], modalities: [], joints: [] };
}
