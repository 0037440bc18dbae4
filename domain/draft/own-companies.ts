import type { Claim, Found } from '../watch/claim.ts';
import type { Names } from '../watch/names.ts';

/** A claim with the companies of the platform's own name that its sentence names in full, such as "LinkedIn Corporation". */
export function withOwnCompanies(text: string, claim: Claim, { own, group }: Names): Claim {
  const first = [...new Set([...own, ...group].map((name) => name.split(' ')[0] ?? name))].filter((name) => name.length > 1);
  if (first.length === 0) return claim;
  const names = first.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const inFull = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?:\\s+(?:\\p{Lu}[\\p{L}.-]*|UK))+`, 'gu');
  const found = [...text.matchAll(inFull)].map(([words]): Found => ({ value: words, words }));
  const more = found.filter(({ words }) => FORM.test(words) && !claim.companies.some((one) => one.words.includes(words)));
  return { ...claim, companies: [...claim.companies, ...more] };
}

const FORM = /\b(?:Inc|Ltd|Limited|LLC|Corp|Corporation|Company|GmbH|B\.V|Ireland|UK)\b/u;
