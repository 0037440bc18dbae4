import * as z from 'zod';
import { Day } from '../../domain/facts/date.ts';
import { JurisdictionCode } from '../../domain/facts/jurisdiction-code.ts';
import { hazardOf } from '../../domain/score/hazard.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { Coverage, coverageOf } from '../../domain/score/register.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { readProvisions } from './provisions.ts';

const Share = z.number().min(0).max(1);
const DayOrNull = Day.nullable();

const History = z
  .strictObject({
    code: JurisdictionCode,
    name: z.string().meta({ example: 'United States' }),
    euEea: z
      .array(z.strictObject({ from: DayOrNull, to: DayOrNull }))
      .meta({ description: 'When it was under EU or EEA law, half-open [from, to): then it counts 0, whatever its rows say.' }),
    rows: z.array(
      z.strictObject({
        from: DayOrNull,
        to: DayOrNull,
        hazard: z.strictObject({ low: Share, point: Share, high: Share }),
        compulsion: Share,
        ...Coverage.shape,
        adequacy: z.string().nullable().meta({ description: 'The scheme of an adequacy decision.', example: 'dpf' }),
        note: z.string().nullable().meta({ description: 'What changed with this row.' }),
      }),
    ),
    register: z.strictObject({ version: z.string(), hash: z.string() }),
  })
  .meta({ id: 'JurisdictionHistory', description: 'The hazard of a jurisdiction over time, row by row of the register, oldest first.' });

export const getJurisdictionHistory = operation({
  params: z.strictObject({ code: JurisdictionCode }),
  reply: { 200: History },
  find: async ({ params }) => params.code,
  etag: (code, _, { register }) => `${code}-${register.hash.slice(0, 16)}`,
  async run({ params: { code } }, { register }) {
    const { nameOf, rowsOf } = await readProvisions();
    const notes = rowsOf(code);
    const rows = Object.hasOwn(register.jurisdictions, code) ? (register.jurisdictions[code]?.rows ?? []) : [];
    return ok({
      code,
      name: nameOf(code) ?? code,
      euEea: register.euEea.filter(({ country }) => country === code).map(({ from, to }) => ({ from, to })),
      rows: rows.map((row, i) => {
        const { hazard, compulsion } = hazardOf(row, CURRENT);
        return {
          from: row.from,
          to: row.to,
          hazard: { low: hazard[0], point: hazard[1], high: hazard[2] },
          compulsion,
          ...coverageOf(row),
          adequacy: row.adequacy?.scheme ?? null,
          note: notes[i]?.note ?? null,
        };
      }),
      register: { version: register.version, hash: register.hash },
    });
  },
});
