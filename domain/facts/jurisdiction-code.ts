import * as z from 'zod';
import { FORMER_CODES, JURISDICTION_CODES, suggestJurisdiction } from './jurisdictions.ts';
import { nearest } from './nearest.ts';

const EXPECTED = 'a code of ISO 3166-1 alpha-2, XK, EU or ZZ, such as "CN"';

const toMessage = ({ input }: { readonly input?: unknown }) => {
  if (input === undefined) return `is missing: expected ${EXPECTED}`;
  if (typeof input !== 'string') return `expected ${EXPECTED}`;
  const written = input.slice(0, 60);
  return `${JSON.stringify(written)} is no code of a jurisdiction; ${hintFor(written)}`;
};

function hintFor(written: string): string {
  const meant = suggestJurisdiction(written);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  const code = written.trim().toUpperCase();
  const later = Object.hasOwn(FORMER_CODES, code) ? FORMER_CODES[code] : undefined;
  if (later) return `it was withdrawn, and what it named is ${later.map((one) => `"${one}"`).join(', ')} today`;
  const near = nearest(code, JURISDICTION_CODES).map((one) => `"${one}"`);
  return `expected ${EXPECTED}${code.length > 3 ? '' : `; the nearest are ${near.slice(0, -1).join(', ')} and ${near.at(-1)}`}`;
}

export const JurisdictionCode = z.enum(JURISDICTION_CODES, { error: toMessage }).meta({
  id: 'JurisdictionCode',
  description: 'ISO 3166-1 alpha-2, `XK`, `EU`, or `ZZ` for a third country that the source does not name.',
  example: 'CN',
});
export type JurisdictionCode = z.infer<typeof JurisdictionCode>;
