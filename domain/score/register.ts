import { z } from 'zod';
import type { CalendarDate } from '../facts/date.ts';
import { EU, type JurisdictionCode } from '../facts/jurisdiction-code.ts';

const Item = z.number().min(0).max(1).nullable();
const Day = z.iso.date();

/** What is coded of one row of law. */
export const REGISTER_ITEMS = [
  'dutyToAssist',
  'bulkPower',
  'reachAbroad',
  'secrecy',
  'noPriorAuthorisation',
  'oversight',
  'redress',
  'ruleOfLaw',
  'convention108',
  'oecdDeclaration',
  'offensiveCyberProgramme',
] as const;

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
  /** The day from which the reading of an item could be known (a judgment, a study): before it the item is null. */
  knownFrom: z.partialRecord(z.enum(REGISTER_ITEMS), Day).optional(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/** full: every item was read in its source; partial: coded, but some are not read or unknown; basic: treaties and indices only. */
export const Coverage = z.enum(['full', 'partial', 'basic']);

/** The compact form of the register: what functions load. The provisions are read only where somebody asks for them. */
export const Register = z.strictObject({
  version: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  euEea: z.array(z.strictObject({ country: z.string(), from: Day.nullable(), to: Day.nullable() })),
  jurisdictions: z.record(z.string(), z.strictObject({ name: z.string(), coverage: Coverage, rows: z.array(RegisterRow) })),
});
export type Register = z.infer<typeof Register>;

/** EU and EEA states and territories at that date (GB until 2020-12-31), and `EU` itself: exposure 0 by definition. */
export function isEuEea(register: Register, code: JurisdictionCode, on: CalendarDate): boolean {
  return code === EU || register.euEea.some((member) => member.country === code && isWithin(member, on));
}

/** The row in force on that date, or undefined for a jurisdiction or a date that is not in the register. */
export function findRow(register: Register, code: JurisdictionCode, on: CalendarDate): RegisterRow | undefined {
  return Object.hasOwn(register.jurisdictions, code) ? register.jurisdictions[code]?.rows.find((row) => isWithin(row, on)) : undefined;
}

/** Half-open: the first day counts, the last does not. ISO dates compare as text. */
export function isWithin(span: { from: CalendarDate | null; to: CalendarDate | null }, on: CalendarDate): boolean {
  return (span.from === null || span.from <= on) && (span.to === null || on < span.to);
}
