import { z } from 'zod';
import { JurisdictionCode } from '../domain/jurisdiction-code.ts';

const Day = z.iso.date();
const FactIds = z.array(z.string()).optional();

const Cited = {
  basis: z.string().optional(),
  facts: FactIds,
  sources: z
    .array(z.strictObject({ title: z.string(), publisher: z.string(), url: z.string().nullable(), identifier: z.string().nullish() }))
    .optional(),
  readInSource: z.boolean().optional(),
};

/** yes 1, partly .5, no 0, or unknown. */
const Coded = z.strictObject({ value: z.union([z.literal(0), z.literal(0.5), z.literal(1)]).nullable(), ...Cited });
const Treaty = z.strictObject({ value: z.boolean().nullable(), ...Cited });

export const FullRow = z.strictObject({
  from: Day,
  to: Day.nullable(),
  note: z.string().optional(),
  dutyToAssist: Coded,
  bulkPower: Coded,
  reachAbroad: Coded,
  secrecy: Coded,
  noPriorAuthorisation: Coded,
  oversight: Coded,
  redress: Coded,
  ruleOfLaw: z.strictObject({ value: z.number().min(0).max(1).nullable(), index: z.string().nullable(), year: z.int().nullable(), ...Cited }),
  convention108: Treaty,
  oecdDeclaration: Treaty,
  offensiveCyberProgramme: z.strictObject({ value: z.boolean().nullable(), namedBy: z.string().optional(), since: Day.optional(), ...Cited }),
  adequacy: z
    .strictObject({
      scheme: z.enum(['full', 'dpf', 'privacy-shield', 'pipeda']),
      decision: z.string(),
      from: Day,
      to: Day.nullable(),
      facts: FactIds,
    })
    .nullable(),
  bridge: z.strictObject({ what: z.string(), facts: FactIds, from: Day, to: Day }).optional(),
  euLaw: z.unknown().optional(),
});
export type FullRow = z.infer<typeof FullRow>;

/** The law as dated, cited data: `jurisdictions.json`. */
export const FullRegister = z.strictObject({
  version: z.string().regex(/^jr-\d{4}\.\d{2}\.\d{2}$/),
  generated: Day,
  rules: z.record(z.string(), z.string()),
  euEea: z.array(
    z.strictObject({
      country: JurisdictionCode,
      name: z.string(),
      kind: z.enum(['eu', 'eea', 'territory']),
      from: Day.nullable(),
      to: Day.nullable(),
      facts: z.array(z.string()),
      euLawTo: Day.optional(),
      note: z.string().optional(),
    }),
  ),
  jurisdictions: z.record(z.string(), z.strictObject({ name: z.string(), coverage: z.enum(['full', 'basic']), rows: z.array(FullRow).min(1) })),
  factsSource: z.string(),
});
export type FullRegister = z.infer<typeof FullRegister>;
