import { isWithin } from '../../domain/score/register.ts';
import type { FullRow } from '../../register/schema.ts';

export type Law = { readonly code: string; readonly name: string; readonly provisions: readonly string[] };
export type LawOfDay = { readonly version: string; readonly jurisdictions: readonly Law[] };

/** Provisions of one jurisdiction that a memo quotes; the register has them all. */
const MOST_PROVISIONS = 2;

/** The law of a day in the jurisdictions named, by its words; read only where somebody asks for them. */
export async function readLaw(codes: readonly string[], on: string): Promise<LawOfDay> {
  const { default: law } = await import('../../register/jurisdictions.json', { with: { type: 'json' } });
  const entries = new Map(Object.entries(law.jurisdictions));
  const jurisdictions = codes.flatMap((code) => {
    const entry = entries.get(code);
    const row = (entry?.rows as unknown as readonly FullRow[] | undefined)?.find((candidate) => isWithin(candidate, on));
    if (!entry || !row) return [];
    const provisions = [row.dutyToAssist, row.reachAbroad, row.bulkPower].flatMap((item) => item.basis ?? []);
    return [{ code, name: entry.name, provisions: [...new Set(provisions)].slice(0, MOST_PROVISIONS) }];
  });
  return { version: law.version, jurisdictions };
}
