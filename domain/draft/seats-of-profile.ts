import type { Platform } from '../facts/platform.ts';
import type { Found } from '../watch/claim.ts';
import { findCountries } from '../watch/countries.ts';

/** A company as the profile names it, and the code of the jurisdiction that the profile puts behind it in brackets. */
export type Seat = { readonly company: string; readonly jurisdiction: string };

const COMPANY_AND_PLACE = /([\p{L}\p{N}][^();|]*?)\s*\(([^()]*)\)/gu;
const BEFORE_COMPANY = /^(?:.*?\b(?:with|and|through|held by)\s+)?(.*?),?$/u;

/** "Quora, Inc. (United States)": where the companies of a profile have their seats, as far as it says so. */
export function seatsOf({ operator, parent }: Pick<Platform, 'operator' | 'parent'>): Seat[] {
  return [operator, parent ?? ''].flatMap((text) =>
    [...text.matchAll(COMPANY_AND_PLACE)].flatMap(([, name = '', inside = '']): Seat[] => {
      const place = findCountries(inside, 'en').find(({ value }) => value !== 'EU');
      const company = BEFORE_COMPANY.exec(name)?.[1]?.trim();
      return place && company ? [{ company, jurisdiction: place.value }] : [];
    }),
  );
}

const plain = (name: string) => name.toLowerCase().replace(/[.,]/gu, '');

/** The seats of those companies that a sentence names, each with the words that name it. */
export function findSeatsIn(companies: readonly Found[], text: string, seats: readonly Seat[]): { jurisdiction: string; words: string }[] {
  return seats.flatMap(({ company, jurisdiction }) => {
    const named = companies.find(({ words }) => plain(words) === plain(company));
    if (named) return [{ jurisdiction, words: named.words }];
    const inFull = company
      .split(/[\s,.]+/u)
      .filter(Boolean)
      .map((part) => part.replace(/[*+?^${}()|[\]\\]/g, '\\$&'));
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${inFull.join('[\\s,.]+')}(?![\\p{L}\\p{N}])`, 'u').exec(text);
    return found ? [{ jurisdiction, words: found[0] }] : [];
  });
}
