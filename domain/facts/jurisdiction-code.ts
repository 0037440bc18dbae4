import * as z from 'zod';
import { fault } from './fault.ts';
import { FORMER_CODES, JURISDICTION_CODES, suggestJurisdiction } from './jurisdictions.ts';
import { nearest } from './nearest.ts';

const toMessage = ({ input }: { readonly input?: unknown }) => {
  if (input === undefined) return fault('missing', { kind: 'jurisdiction' });
  if (typeof input !== 'string')
    return fault('invalid-type', { expected: 'jurisdiction', got: Array.isArray(input) ? 'array' : input === null ? 'null' : typeof input });
  const written = input.slice(0, 60);
  return fault('unknown-jurisdiction', { given: JSON.stringify(written), ...hintFor(written) });
};

function hintFor(written: string): { meant?: string; later?: readonly string[]; nearest?: readonly string[] } {
  const meant = suggestJurisdiction(written);
  if (meant !== undefined) return { meant };
  const code = written.trim().toUpperCase();
  const later = Object.hasOwn(FORMER_CODES, code) ? FORMER_CODES[code] : undefined;
  if (later) return { later: later.map((one) => `"${one}"`) };
  return code.length > 3 ? {} : { nearest: nearest(code, JURISDICTION_CODES).map((one) => `"${one}"`) };
}

export const JurisdictionCode = z.enum(JURISDICTION_CODES, { error: toMessage }).meta({
  id: 'JurisdictionCode',
  description: 'ISO 3166-1 alpha-2, `XK`, `EU`, or `ZZ` for a third country that the source does not name.',
  example: 'CN',
});
export type JurisdictionCode = z.infer<typeof JurisdictionCode>;
