import * as z from 'zod';
import type { CalendarDate } from '../facts/date.ts';
import { hazardOf } from '../score/hazard.ts';
import { Coverage, coverageOf, findRow, isEuEea, isWithin, type Register } from '../score/register.ts';

const Hazard = z.strictObject({ low: z.number(), point: z.number(), high: z.number() });
const Law = z
  .strictObject({
    euEea: z.boolean(),
    since: z.iso.date().nullable().meta({ description: 'The first day of the row in force; null: none in the register.' }),
    hazard: Hazard.meta({ description: 'H, 0 to 1.', example: { low: 0.52, point: 0.52, high: 0.52 } }),
    ...Coverage.shape,
    adequacy: z.string().nullable().meta({ description: 'The scheme of an adequacy decision in force.', example: 'dpf' }),
  })
  .meta({ id: 'Law', description: 'The law of a jurisdiction on a day, in short.' });
type Law = z.infer<typeof Law>;

export const LawChanges = z
  .array(z.strictObject({ jurisdiction: z.string().meta({ example: 'US' }), from: Law, to: Law }))
  .meta({ id: 'LawChanges', description: 'Jurisdictions whose law differs between two days.' });
export type LawChanges = z.infer<typeof LawChanges>;

/** Of these jurisdictions, those for which another row of the register was in force on the second day than on the first. */
export function diffLaw(register: Register, jurisdictions: ReadonlySet<string>, from: CalendarDate, to: CalendarDate): LawChanges {
  return [...jurisdictions].sort().flatMap((jurisdiction) => {
    const before = lawOf(register, jurisdiction, from);
    const after = lawOf(register, jurisdiction, to);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ jurisdiction, from: before, to: after }];
  });
}

function lawOf(register: Register, code: string, on: CalendarDate): Law {
  if (isEuEea(register, code, on))
    return { euEea: true, since: null, hazard: { low: 0, point: 0, high: 0 }, ...coverageOf(undefined), adequacy: null };
  const row = findRow(register, code, on);
  const [low, point, high] = hazardOf(row).hazard;
  const { adequacy } = row ?? {};
  return {
    euEea: false,
    since: row?.from ?? null,
    hazard: { low, point, high },
    ...coverageOf(row),
    adequacy: adequacy && isWithin(adequacy, on) ? adequacy.scheme : null,
  };
}
