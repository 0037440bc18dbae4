import * as z from 'zod';
import type { CalendarDate } from '../facts/date.ts';
import { EU, type JurisdictionCode } from '../facts/jurisdiction-code.ts';

const Item = z.number().min(0).max(1).nullable();
const Day = z.iso.date();

const Adequacy = z.strictObject({
  scheme: z.enum(['full', 'dpf', 'privacy-shield', 'pipeda']),
  from: Day,
  to: Day.nullable(),
});

/** What the method reads of one row: half-open [from, to); an item is yes 1, partly .5, no 0, unknown null. */
export const RegisterRow = z.strictObject({
  from: Day,
  to: Day.nullable(),
  dutyToAssist: Item,
  bulkPower: Item,
  reachAbroad: Item,
  secrecy: Item,
  noPriorAuthorisation: Item,
  oversight: Item,
  redress: Item,
  ruleOfLaw: Item,
  convention108: Item,
  oecdDeclaration: Item,
  offensiveCyberProgramme: Item,
  adequacy: Adequacy.nullable(),
  bridge: z.boolean(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/** The compact form of the register: what functions load. The provisions are read only where somebody asks for them. */
export const Register = z.strictObject({
  version: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  euEea: z.array(z.strictObject({ country: z.string(), from: Day.nullable(), to: Day.nullable() })),
  jurisdictions: z.record(z.string(), z.strictObject({ name: z.string(), coverage: z.enum(['full', 'basic']), rows: z.array(RegisterRow) })),
});
export type Register = z.infer<typeof Register>;

/** EU and EEA states and territories at that date (GB until 2020-12-31), and `EU` itself: exposure 0 by definition. */
export function isEuEea(register: Register, code: JurisdictionCode, on: CalendarDate): boolean {
  if (code === EU) return true;
  for (const member of register.euEea) if (member.country === code && isWithin(member, on)) return true;
  return false;
}

/** The row in force on that date, or undefined for a jurisdiction or a date that is not in the register. */
export function findRow(register: Register, code: JurisdictionCode, on: CalendarDate): RegisterRow | undefined {
  return Object.hasOwn(register.jurisdictions, code) ? register.jurisdictions[code]?.rows.find((row) => isWithin(row, on)) : undefined;
}

/** Half-open: the first day counts, the last does not. ISO dates compare as text. */
export function isWithin(span: { from: CalendarDate | null; to: CalendarDate | null }, on: CalendarDate): boolean {
  return (span.from === null || span.from <= on) && (span.to === null || on < span.to);
}
