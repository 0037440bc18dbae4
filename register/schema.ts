import * as z from 'zod';
import { Day } from '../domain/facts/date.ts';
import { JurisdictionCode } from '../domain/facts/jurisdiction-code.ts';

const Text = z.string().min(1);
const FactIds = z.array(z.string().regex(/^[A-Z]{2}\.[a-z0-9-]+\.\d{3}$/)).min(1);

const CitedSource = z
  .strictObject({ title: Text, publisher: Text, url: z.url({ protocol: /^https?$/ }).nullable(), identifier: Text.nullable() })
  .meta({
    id: 'CitedSource',
    description: 'A document that an item of a row rests on.',
    example: { title: 'Telecommunications Act 1979', publisher: 'Federal Register of Legislation', url: null, identifier: 'C2004A02124' },
  });

/** What an item rests on: why it is so, and the facts and sources that say it. */
const Cited = {
  basis: Text.optional(),
  facts: FactIds.optional(),
  sources: z.array(CitedSource).min(1).optional(),
  readInSource: z.boolean().optional(),
  /** The day from which this reading could be known (a judgment, a study), where that is after the row's first day. */
  knownFrom: Day.optional(),
};

/** yes 1, partly .5, no 0, or unknown. */
const Coded = z.strictObject({ value: z.union([z.literal(0), z.literal(0.5), z.literal(1)]).nullable(), ...Cited });
const Treaty = z.strictObject({ value: z.boolean().nullable(), ...Cited });
/** A published index, 0 (worst) to 1, of a year; where no index covers the jurisdiction there is neither, and its basis says why. */
const Indexed = z
  .strictObject({
    value: z.number().min(0).max(1).nullable(),
    index: z.enum(['wjp_sf46_arbitrary_interference_with_privacy', 'vdem_liberal_democracy_v2x_libdem']).nullable(),
    year: z.int().min(2019).nullable(),
    basis: Text.optional(),
  })
  .refine(
    ({ value, index, year, basis }) =>
      [index, year].every((each) => (each === null) === (value === null)) && (value === null) === (basis !== undefined),
    'must have value, index and year, or none of them and a basis',
  );

/** A span of days, half-open [from, to), with the law in force on its first one. */
export const FullRow = z.strictObject({
  from: Day,
  to: Day.nullable(),
  note: Text.optional(),
  dutyToAssist: Coded,
  bulkPower: Coded,
  reachAbroad: Coded,
  secrecy: Coded,
  noPriorAuthorisation: Coded,
  oversight: Coded,
  redress: Coded,
  ruleOfLaw: Indexed,
  convention108: Treaty,
  oecdDeclaration: Treaty,
  offensiveCyberProgramme: z.strictObject({ value: z.boolean().nullable(), namedBy: Text.optional(), since: Day.optional(), ...Cited }),
  /** Half-open, as the rows are: a decision that ends by its own terms ends before its row does. */
  adequacy: z
    .strictObject({ scheme: z.enum(['full', 'dpf', 'privacy-shield', 'pipeda']), decision: Text, from: Day, to: Day.nullable(), facts: FactIds })
    .nullable(),
  /** While it lasts, a transfer is treated as one inside the Union. */
  bridge: z.strictObject({ what: Text, facts: FactIds, from: Day, to: Day }).optional(),
  /** Union law binds there in these days: as in a member, or by the withdrawal agreement. */
  euLaw: z.enum(['member', 'transition']).optional(),
});
export type FullRow = z.infer<typeof FullRow>;

/** The law as dated, cited data: `jurisdictions.json`. */
export const FullRegister = z.strictObject({
  version: z.string().regex(/^jr-\d{4}\.\d{2}\.\d{2}$/),
  generated: Day,
  rules: z.strictObject({ intervals: Text, null: Text, ruleOfLaw: Text, coverage: Text, knownFrom: Text, EU: Text }),
  euEea: z.array(
    z.strictObject({
      country: JurisdictionCode,
      name: Text,
      kind: z.enum(['eu', 'eea', 'territory']),
      from: Day.nullable(),
      to: Day.nullable(),
      facts: FactIds,
      euLawTo: Day.optional(),
      note: Text.optional(),
    }),
  ),
  /** By code; a test holds the codes against those of the domain. */
  jurisdictions: z.record(z.string(), z.strictObject({ name: Text, rows: z.array(FullRow).min(1) })),
  /** The file that the fact ids are found in. */
  factsSource: z.literal('facts.json'),
});
export type FullRegister = z.infer<typeof FullRegister>;
