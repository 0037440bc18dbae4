import type { Claim, Found } from '../watch/claim.ts';

/** Where a place stands in a sentence. */
export type Placed = Found & { readonly at: number };

/** Where data comes from is not where it goes; "accessed from China" is where somebody sits. */
const ORIGIN = /\b(?:from|aus|depuis)\s+(?:the\s+|users in\s+)?(?=\p{Lu})[^.;:]*?(?=\bto\b|,? your |,? we |\b(?:is|are|will|may)\b|$)/gu;
const REACHED_FROM = /(?:access\w*|reach\w*|remote\w*|view\w*|read|zugegriffen|consult\w*)(?:\s+\S+){0,3}\s+from\b/iu;
const DENIED = /\b(?:not|never|nicht|pas|outside|außerhalb)\s+(?:(?:in|to|from|en|aux?|à|of|hors)\s+)?(?:the\s+)?$/iu;
/** Where the reader lives, up to the name of the place. */
const LIVES =
  /\b(?:you|users?|members?|visitors?|people|customers?|consumers?|residents?|services?)\b[^.;:]{0,40}\b(?:(?:live|lives|living|resid\w+|located|based|signed up)\b|are (?:in|from|within)\b)[^.;:]{0,40}$|\b(?:users?|members?|visitors?|people|consumers?)\s+(?:in|from|outside)\s[^.;:]{0,30}$|\b(?:live|lives|living|reside|citizens?)\s+(?:in|of|outside)\b[^.;:,]{0,80}$/iu;
/** What joins the names of one list. */
const JOINED = /^[\s,()“”"'‘’/]*(?:(?:and|or|und|oder|et|ou|the|in|any|other|country|countries|efta|states|outside|of)[\s,()“”"'‘’/]*)*$/iu;
/** A law, and no place. */
const LAW = /^\s+(?:gdpr|extension|data protection|laws?\b|general data)/iu;
/** A code of a jurisdiction; of the claim's places some are words, such as `worldwide`. */
const CODE = /^[A-Z]{2}$/;
/** Places that are not named. */
const ELSEWHERE =
  /\b(?:(?:any )?other (?:third )?countr(?:y|ies)|various countries|anywhere in the world|outside (?:your (?:home )?country|(?:of )?the (?:EEA|EU))|countries without an adequacy decision|jurisdictions that may not|among others|around the world|worldwide|globally|(?:many|different|other) parts of the world|anderen ländern|weltweit|d'autres pays|dans le monde entier)\b/iu;

/** The places that a sentence puts something or somebody in, each once: neither where data comes from, nor where the reader lives, nor what is denied. */
export function listPlaces(text: string, { places }: Pick<Claim, 'places'>): Placed[] {
  const origins = REACHED_FROM.test(text) ? [] : [...text.matchAll(ORIGIN)].map((match) => [match.index, match.index + match[0].length] as const);
  const found = new Map<string, Placed>();
  let end = 0;
  let isResidence = false;
  for (const place of places.filter(({ value }) => CODE.test(value))) {
    const at = text.indexOf(place.words, end);
    const isPart = places.some(({ words }) => words !== place.words && words.includes(place.words));
    if (at < 0 || (isPart && !JOINED.test(text.slice(end, at)))) continue;
    const before = text.slice(end, at);
    isResidence = LIVES.test(text.slice(0, at)) || (isResidence && end > 0 && JOINED.test(before));
    end = at + place.words.length;
    const isOrigin = origins.some(([start, stop]) => at >= start && at < stop);
    if (place.value === 'device' || isPart || isOrigin || isResidence || LAW.test(text.slice(end)) || DENIED.test(text.slice(0, at))) continue;
    if (!found.has(place.value)) found.set(place.value, { ...place, at });
  }
  return [...found.values()];
}

/** Words for countries that nobody names: the unknown country ZZ. */
export function findElsewhere(text: string): Placed | undefined {
  const match = ELSEWHERE.exec(text);
  return match ? { value: 'ZZ', words: match[0], at: match.index } : undefined;
}
