import type { Claim, Found } from '../watch/claim.ts';
import { findCountries } from '../watch/countries.ts';
import type { Names } from '../watch/names.ts';

/** "an Irish company", "with its address at ..., Ireland": what follows a company and says where it is. */
const INCORPORATED =
  /\b(?:an?|eine?|une)\s+\p{Lu}\p{L}+\s+(?:company|corporation|gesellschaft|société)\b|\b(?:address|registered|incorporated|established|seat|sitz|siège)\b/iu;

/** A list of companies that says nothing of what they do. */
const EXAMPLES = /\b(?:for example|including|such as|e\.g\.|attn|officer|representatives?|c\/o)\b|@/iu;

/** Companies of the platform's own names whose seat the sentence says: by their name ("WhatsApp Ireland Limited"), or beside it. */
export function findSeats(
  text: string,
  claim: Pick<Claim, 'companies' | 'places'>,
  language: string,
  { own, group }: Names,
): { company: string; place: Found }[] {
  const ours = [...own, ...group].map((name) => name.toLowerCase());
  return claim.companies.flatMap(({ words }) => {
    if (!ours.some((name) => words.toLowerCase().includes(name.split(' ')[0] ?? name))) return [];
    if (EXAMPLES.test(text)) return [];
    const named = findCountries(words, language).find(({ value }) => value !== 'EU');
    if (named) return [{ company: words, place: { value: named.value, words: named.words } }];
    const beside = claim.places.find(({ value }) => value !== 'EU' && value !== 'device');
    return beside && INCORPORATED.test(text) ? [{ company: words, place: beside }] : [];
  });
}
