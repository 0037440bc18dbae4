import { toName } from '../format.ts';
import { t } from '../messages/text.ts';

type Places = { readonly jurisdiction?: string | undefined; readonly jurisdictions?: readonly string[] | undefined };

/** The jurisdictions of a path by their names. */
export function toPlaces({ jurisdiction, jurisdictions }: Places): string {
  return (jurisdictions ?? (jurisdiction ? [jurisdiction] : [])).map(toName).join(', ');
}

/** A state as the register calls it, which is in English; in another language by that language's own name. */
export function toStateName(code: string, registered: string): string {
  return t.language === 'en' ? registered : t.places.name(code);
}
