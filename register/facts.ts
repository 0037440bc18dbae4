import * as z from 'zod';
import { Day } from '../domain/facts/date.ts';
import { JurisdictionCode } from '../domain/facts/jurisdiction-code.ts';

const Text = z.string().min(1);
const SourceId = z.string().regex(/^\w+$/);

/** How far a statute goes, with the reason. */
const Extent = z.strictObject({ level: z.enum(['yes', 'partial', 'limited', 'no', 'unclear', 'n/a']), why: Text });

/** What a fact states, by category. */
const VALUES = {
  'eu-membership': z.strictObject({ member: z.literal(true) }),
  'eea-membership': z.strictObject({ member: z.literal(true), as: Text }),
  'eu-law-transition': z.strictObject({ euLawApplies: z.literal(true), what: Text }),
  'gdpr-applies-via-eea': z.strictObject({ applies: z.literal(true) }),
  'eu-territory': z.strictObject({ partOf: JurisdictionCode, euTreatiesApply: z.literal(true) }),
  'adequacy-decision': z.strictObject({
    adequate: z.literal(true),
    scope: Text,
    instrument: Text,
    decision: Text,
    dateAdopted: Day,
    dateInForce: Day.nullable(),
    dateEnded: Day.nullable(),
    endReason: Text.optional(),
    timeline: z.array(z.strictObject({ date: Day, event: Text })).optional(),
  }),
  'adequacy-bridge': z.strictObject({ what: Text }),
  'adequacy-litigation': z.strictObject({ case: Text, court: Text, outcome: Text, holding: Text, ecli: Text, appeal: Text }),
  'convention-108': z.strictObject({ party: z.literal(true) }),
  'convention-108-plus-ratification': z.strictObject({ ratified: z.literal(true), ratificationDate: Day, treatyInForce: z.boolean() }),
  'convention-108-plus-signature-only': z.strictObject({
    signed: z.literal(true),
    ratified: z.literal(false).nullable(),
    tableMark: Text.optional(),
  }),
  'oecd-government-access-declaration': z.strictObject({ adherent: z.literal(true), basis: Text }),
  'government-access-statute': z.strictObject({
    law: Text,
    articles: Text,
    /** A year where the day was not found. */
    dateAdopted: z.union([Day, z.string().regex(/^\d{4}$/)]).nullable(),
    kind: z.enum([
      'compelled-access',
      'collection-without-compulsion',
      'localisation',
      'state-exemption',
      'supervisor-independence',
      'safeguard',
      'bill',
    ]),
    compels: Text,
    whoIsCompelled: Text,
    extraterritorial: Extent,
    independentPriorAuthorisation: Extent,
    foreignDataSubjectRedress: Extent,
  }),
  'regulator-finding': z.strictObject({
    authority: Text,
    case: Text.optional(),
    finding: Text,
    fineEUR: z.int().positive().optional(),
    underAppeal: z.boolean().optional(),
  }),
  'named-offensive-cyber-programme': z.strictObject({ namedBy: JurisdictionCode, bodies: Text, level: Text }),
  'named-emerging-cyber-actor': z.strictObject({ namedBy: JurisdictionCode, bodies: Text, level: Text }),
  'government-warning-data-transfer': z.strictObject({ issuedBy: JurisdictionCode, body: Text, what: Text }),
  'eu-cyber-sanctions-listing': z.strictObject({ regime: Text, listed: Text }),
};

type Category = keyof typeof VALUES;

/** The first and last day on which it holds, both inclusive; null is open, or not found. */
const Span = { validFrom: Day.nullable(), validTo: Day.nullable() };

const toFact = <C extends Category>(category: C) =>
  z.strictObject({
    id: z.string().regex(new RegExp(`^[A-Z]{2}\\.${category}\\.\\d{3}$`)),
    country: JurisdictionCode,
    category: z.literal(category),
    value: VALUES[category],
    ...Span,
    datePrecision: z.enum(['month', 'approx']).optional(),
    scheduledEnd: Day.optional(),
    inForceOnAsOfDate: z.boolean(),
    statusVerifiedAsOf: Day.optional(),
    sources: z.array(SourceId).min(1),
    /** Whether a source was read for this version, and which members it bears out. */
    read_in_source: z.boolean(),
    fields_supported: z.array(Text).optional(),
    fields_unsupported: z.array(Text).optional(),
    confidence: z.enum(['high', 'medium', 'low']),
    note: Text.optional(),
  });

const Fact = z.union((Object.keys(VALUES) as Category[]).map(toFact));

/** The dated facts that the rows of the register rest on, with their sources: `facts.json`. */
export const Facts = z.strictObject({
  title: Text,
  asOf: Day,
  sources: z.record(
    SourceId,
    z.strictObject({
      title: Text,
      publisher: Text,
      url: z.url({ protocol: /^https?$/ }),
      identifier: Text.nullable(),
      kind: z.enum(['official', 'secondary']),
      read_in_source: z.boolean(),
    }),
  ),
  organisations: z.array(z.strictObject({ organisation: Text, category: z.enum(Object.keys(VALUES)), ...Span, sources: z.array(SourceId).min(1) })),
  countries: z.partialRecord(JurisdictionCode, Text),
  /** What was looked for and not found. */
  holes: z.array(z.strictObject({ country: JurisdictionCode.nullable(), about: Text, what: Text })),
  facts: z.array(Fact),
});
export type Facts = z.infer<typeof Facts>;
