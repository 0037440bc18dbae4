import * as z from 'zod';
import { JURISDICTION_CODES, suggestJurisdiction } from './jurisdictions.ts';

const toMessage = ({ input }: { readonly input?: unknown }) => {
  if (typeof input !== 'string') return undefined;
  const meant = suggestJurisdiction(input.slice(0, 60));
  const hint = meant === undefined ? 'expected a code of ISO 3166-1 alpha-2, XK, EU or ZZ' : `did you mean "${meant}"?`;
  return `${JSON.stringify(input.slice(0, 60))} is no code of a jurisdiction; ${hint}`;
};

export const JurisdictionCode = z.enum(JURISDICTION_CODES, { error: toMessage }).meta({
  id: 'JurisdictionCode',
  description: 'ISO 3166-1 alpha-2, `XK`, `EU`, or `ZZ` for a third country that the source does not name.',
  example: 'CN',
});
export type JurisdictionCode = z.infer<typeof JurisdictionCode>;
