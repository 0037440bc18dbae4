import * as z from 'zod';
import type { CalendarDate } from '../facts/date.ts';
import type { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { EU } from '../facts/jurisdictions.ts';

const Item = z.number().min(0).max(1).nullable();
const Day = z.iso.date();

const POWERS = ['dutyToAssist', 'bulkPower', 'reachAbroad', 'secrecy', 'noPriorAuthorisation'] as const;

/** The items that are coded from a text of law: the powers and two of the guarantees. */
export const CODED_ITEMS = [...POWERS, 'oversight', 'redress'] as const;

/** All items of a row: coded, taken from an index, a treaty or a naming. */
export const REGISTER_ITEMS = [...CODED_ITEMS, 'ruleOfLaw', 'convention108', 'oecdDeclaration', 'offensiveCyberProgramme'] as const;

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
  /** The coded items that were not read in their source. */
  unread: z.array(z.enum(CODED_ITEMS)).min(1).optional(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/** The compact form of the register: what functions load. The provisions are read only where somebody asks for them. */
export const Register = z.strictObject({
  version: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  euEea: z.array(z.strictObject({ country: z.string(), from: Day.nullable(), to: Day.nullable() })),
  jurisdictions: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      /** Written up to jr-2026.11.22 and read nowhere: `coverageOf` derives it. */
      coverage: z.enum(['full', 'basic']).optional(),
      rows: z.array(RegisterRow),
    }),
  ),
});
export type Register = z.infer<typeof Register>;

const CodedItems = z.array(z.enum(CODED_ITEMS));

/** How far a row is coded: shown wherever its hazard is. */
export const Coverage = z.strictObject({
  coverage: z.enum(['full', 'partial', 'basic', 'none']).meta({
    description:
      'full: every power and guarantee is known and was read in its source; partial: some are unknown or were not read; ' +
      'basic: no power is known, never to be ranked by the point; none: not in the register.',
    example: 'full',
  }),
  unknown: CodedItems.meta({ description: 'The powers and guarantees that are not known on that day.', example: [] }),
  unread: CodedItems.meta({ description: 'Those that are known but were not read in their source.', example: [] }),
});
export type Coverage = z.infer<typeof Coverage>;

/** What is coded of a row, or of none. */
export function coverageOf(row: RegisterRow | undefined): Coverage {
  const unknown = CODED_ITEMS.filter((item) => row === undefined || row[item] === null);
  const unread = CODED_ITEMS.filter((item) => row?.unread?.includes(item));
  if (row === undefined) return { coverage: 'none', unknown, unread };
  if (POWERS.every((item) => row[item] === null)) return { coverage: 'basic', unknown, unread };
  return { coverage: unknown.length + unread.length === 0 ? 'full' : 'partial', unknown, unread };
}

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
