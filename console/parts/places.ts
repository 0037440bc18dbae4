import { toName } from '../format.ts';

type Places = { readonly jurisdiction?: string | undefined; readonly jurisdictions?: readonly string[] | undefined };

/** The jurisdictions of a path by their names. */
export function toPlaces({ jurisdiction, jurisdictions }: Places): string {
  return (jurisdictions ?? (jurisdiction ? [jurisdiction] : [])).map(toName).join(', ');
}
