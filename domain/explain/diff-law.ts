import * as z from 'zod';
import type { CalendarDate } from '../facts/date.ts';
import { type LawOf, openLaw } from '../score/law.ts';
import type { Method } from '../score/method.ts';
import { Coverage, coverageOf, isWithin, type Register } from '../score/register.ts';

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
export function diffLaw(register: Register, jurisdictions: ReadonlySet<string>, from: CalendarDate, to: CalendarDate, method: Method): LawChanges {
  const [then, now] = [openLaw(register, { asOf: from, knownBy: from }, method), openLaw(register, { asOf: to, knownBy: to }, method)];
  return [...jurisdictions].sort().flatMap((jurisdiction) => {
    const before = toLaw(then, jurisdiction, from);
    const after = toLaw(now, jurisdiction, to);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ jurisdiction, from: before, to: after }];
  });
}

function toLaw(lawOf: LawOf, code: string, on: CalendarDate): Law {
  const { euEea, row, hazard } = lawOf(code);
  const [low, point, high] = hazard;
  const { adequacy } = row ?? {};
  return {
    euEea,
    since: row?.from ?? null,
    hazard: { low, point, high },
    ...coverageOf(row),
    adequacy: adequacy && isWithin(adequacy, on) ? adequacy.scheme : null,
  };
}
