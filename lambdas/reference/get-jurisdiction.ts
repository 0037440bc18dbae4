import { z } from 'zod';
import { hazardOf } from '../../domain/hazard.ts';
import { JurisdictionCode } from '../../domain/jurisdiction-code.ts';
import { findRow, isEuEea, isWithin } from '../../domain/register.ts';
import { FullRow } from '../../register/schema.ts';
import { MomentQuery, refuseFuture, today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Share = z.number().min(0).max(1);

const Jurisdiction = z
  .strictObject({
    code: JurisdictionCode,
    name: z.string().meta({ example: 'People’s Republic of China' }),
    asOf: z.iso.date(),
    euEea: z.boolean().meta({ description: 'An EU or EEA state or territory on that day: exposure 0 by definition.' }),
    coverage: z
      .enum(['full', 'basic', 'none'])
      .meta({ description: 'full: coded item by item; basic: treaties and indices only; none: not in the register.', example: 'full' }),
    hazard: z
      .strictObject({ low: Share, point: Share, high: Share })
      .meta({ description: 'H, 0 to 1.', example: { low: 0.958, point: 0.958, high: 0.958 } }),
    compulsion: Share.meta({ description: 'C at the point, 0 to 1.', example: 1 }),
    row: FullRow.nullable().meta({ description: 'The law in force on that day: each item with its provision and sources.' }),
    facts: z.array(z.looseObject({ id: z.string() })).meta({ description: 'The dated facts that the row cites, with their sources.' }),
    register: z.strictObject({ version: z.string(), hash: z.string() }),
  })
  .meta({ id: 'Jurisdiction', description: 'How far a state can compel, by the law of one day.' });

export const getJurisdiction = operation({
  params: z.strictObject({ code: JurisdictionCode }),
  query: z.strictObject({ asOf: MomentQuery.asOf }),
  reply: { 200: Jurisdiction },
  find: async ({ params }) => params.code,
  etag: (code, { asOf }, deps) => `${code}-${asOf ?? today(deps)}-${deps.register.hash.slice(0, 16)}`,
  async run({ params: { code }, query }, deps) {
    refuseFuture({ asOf: query.asOf }, deps);
    const { register } = deps;
    const asOf = query.asOf ?? today(deps);
    const euEea = isEuEea(register, code, asOf);
    const { hazard, compulsion } = euEea ? { hazard: [0, 0, 0] as const, compulsion: 0 } : hazardOf(findRow(register, code, asOf));
    const { row, facts, name } = await provisionsOf(code, asOf);
    return ok({
      code,
      name: name ?? code,
      asOf,
      euEea,
      coverage: register.jurisdictions[code]?.coverage ?? 'none',
      hazard: { low: hazard[0], point: hazard[1], high: hazard[2] },
      compulsion,
      row: row ?? null,
      facts,
      register: { version: register.version, hash: register.hash },
    });
  },
});

/** The provisions, read only where they are asked for: they are half a megabyte. */
async function provisionsOf(code: string, asOf: string) {
  const [{ default: law }, { default: dated }] = await Promise.all([
    import('../../register/jurisdictions.json', { with: { type: 'json' } }),
    import('../../register/facts.json', { with: { type: 'json' } }),
  ]);
  const entry = Object.entries(law.jurisdictions).find(([known]) => known === code)?.[1];
  const member = law.euEea.find(({ country }) => country === code);
  const row = (entry?.rows as readonly FullRow[] | undefined)?.find((candidate) => isWithin(candidate, asOf));
  const cited = new Set(row ? Object.values(row).flatMap((item) => (item as { facts?: string[] } | null)?.facts ?? []) : (member?.facts ?? []));
  const facts = dated.facts.filter(({ id }) => cited.has(id));
  return { name: entry?.name ?? member?.name, row, facts };
}
