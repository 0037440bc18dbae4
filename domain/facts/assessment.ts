import * as z from 'zod';
import { CalendarDate } from './date.ts';
import { expandPaths } from './expand-paths.ts';
import { Sha256 } from './hash.ts';
import { JurisdictionCode } from './jurisdiction-code.ts';
import { checkReferences } from './references.ts';
import { byMode, DATA_CLASSES, EXTENTS, INCIDENT_KINDS, MODES, SAFEGUARDS, STAKES, TRANSFER_TOOLS } from './vocabulary.ts';

/** The most that one assessment may hold; past them the answer names the figure. A path with several jurisdictions counts once for each. */
export const LIMITS = {
  paths: 300,
  jurisdictions: 60,
  sources: 300,
  evidence: 20,
  safeguards: 20,
  quote: 500,
  text: 4000,
  incidents: 300,
  commitments: 300,
  bytes: 350_000,
} as const;

/** Text for people: not blank, and well-formed Unicode, so that it can be hashed. */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(/\S/, 'must not be blank')
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode');
}

export const WebAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(2000)
  .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
  .meta({
    id: 'WebAddress',
    description: 'An http or https address.',
    example: 'https://newsroom.tiktok.com/en-eu/sharing-an-update-to-our-privacy-policy',
  });

/** An id that the analyst chooses: of a path, an incident, a source or a commitment. */
export const LocalId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/,
    'must be 1 to 80 letters, digits, dots, plus, hyphens or underscores, beginning with a letter or digit',
  )
  .meta({ id: 'LocalId', description: 'An id of the analyst’s choice, unique among its kind in the assessment.', example: 'remote-cn' });

export const Source = z
  .strictObject({
    title: text(LIMITS.text),
    publisher: text(LIMITS.text),
    url: WebAddress.optional(),
    published: CalendarDate.meta({ description: 'The day from which it could be known.' }),
    reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).meta({ description: 'Admiralty code of the source; F: cannot be judged.', example: 'B' }),
    statementBy: z.enum(['third-party', 'platform', 'platform-accountable']).optional().meta({
      description: 'Whose words these are (default third-party); platform-accountable: sworn, statutory, audited or to a public body.',
      example: 'platform',
    }),
    origin: LocalId.optional().meta({
      description:
        'Sources of one origin count once; default: the source’s own id. One that equals another source’s id is that source’s origin. All statements of the platform are one origin, whatever stands here.',
      example: 'tiktok-press-release',
    }),
    document: LocalId.optional().meta({ description: 'The document of the platform’s terms that it was read from.', example: 'privacy-policy-eea' }),
    withdrawn: z
      .strictObject({ on: CalendarDate.meta({ description: 'From this day on it is known to be withdrawn.' }), why: text(LIMITS.text) })
      .optional()
      .meta({ description: 'The source took it back: its items do not exist for a score known by that day or later.' }),
  })
  .meta({ id: 'Source', description: 'Something that was published and can be looked up.' });
export type Source = z.infer<typeof Source>;

export const Evidence = z
  .strictObject({
    source: LocalId.meta({ description: 'Id of the source.', example: 'policy-2022-11-02' }),
    credibility: z.literal([1, 2, 3, 4, 5, 6]).meta({ description: 'Admiralty code of the item; 6: cannot be judged.', example: 2 }),
    observed: CalendarDate.meta({ description: 'The day for which the item speaks.' }),
    from: CalendarDate.optional().meta({
      description: 'Not after observed: the item speaks for the whole time from then on.',
      example: '2022-11-02',
    }),
    validTo: CalendarDate.optional().meta({
      description: 'Not before observed: the day until which an attestation says of itself that it holds.',
      example: '2025-12-31',
    }),
    users: z.literal('other').optional().meta({ description: 'It was found for users outside the EU/EEA only.' }),
    stance: z.enum(['supports', 'contradicts', 'reserves']).optional().meta({
      description: 'Default supports. reserves: a right that somebody reserves ("may be stored in"); on a path or an incident only.',
      example: 'supports',
    }),
    quote: text(LIMITS.quote)
      .optional()
      .meta({ description: 'The words of the source.', example: 'We currently store European user data in the U.S. and Singapore.' }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or pt-BR')
      .optional()
      .meta({ description: 'The language of the quote (BCP 47).', example: 'en' }),
    translation: text(LIMITS.quote).optional().meta({ description: 'The quote in English, where its language is another.' }),
    excerpt: z
      .strictObject({ version: text(LIMITS.quote), sha256: Sha256, offset: z.int().min(0) })
      .optional()
      .meta({
        id: 'Excerpt',
        description: 'Where the quote stands in a recorded text: the version’s id at its origin, the SHA-256 of the whole text, the place in it.',
        example: { version: '2f1c9d0', sha256: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1', offset: 1042 },
      }),
    locator: text(LIMITS.quote).optional().meta({ description: 'Page, section or paragraph.', example: 'section 7' }),
  })
  .meta({ id: 'Evidence', description: 'One item of evidence for or against a fact.' });
export type Evidence = z.infer<typeof Evidence>;

const EvidenceList = z.array(Evidence).min(1).max(LIMITS.evidence);

const DataClassName = z.enum(DATA_CLASSES).meta({
  id: 'DataClass',
  description:
    'From the least to the most telling: public (what anybody reads without an account), account (who holds it: name, address, number), metadata (IP, device ids, who-with-whom), behaviour (what is viewed, searched, inferred), content (messages, photos, contacts, precise location, biometrics).',
  example: 'behaviour',
});

const DataReach = z
  .union([
    DataClassName,
    z
      .strictObject({ low: DataClassName, point: DataClassName, high: DataClassName })
      .refine((range) => rank(range.low) <= rank(range.point) && rank(range.point) <= rank(range.high), 'must rise: low <= point <= high'),
  ])
  .meta({
    id: 'DataReach',
    description: 'The highest data class that the path reaches: one class, or a range.',
    example: { low: 'metadata', point: 'behaviour', high: 'content' },
  });

function rank(name: z.infer<typeof DataClassName>): number {
  return DATA_CLASSES.indexOf(name);
}

const SafeguardClaim = z
  .strictObject({
    kind: z.enum(SAFEGUARDS).meta({ example: 'access-logging' }),
    status: z.enum(['operating', 'announced']).meta({ description: 'An announced safeguard weighs nothing.', example: 'operating' }),
    evidence: EvidenceList,
  })
  .meta({ id: 'SafeguardClaim', description: 'A safeguard on a path, with its evidence.' });

export const Path = z
  .strictObject({
    id: LocalId,
    jurisdiction: JurisdictionCode.optional(),
    jurisdictions: z
      .array(JurisdictionCode)
      .min(2)
      .max(LIMITS.jurisdictions)
      .refine((codes) => new Set(codes).size === codes.length, 'must all differ')
      .optional()
      .meta({
        description: 'In the place of jurisdiction, for a sentence that names several: one path for each, with the id `<id>-<code in lower case>`.',
        example: ['JP', 'SG'],
      }),
    mode: z.enum(MODES).meta({
      description:
        'storage: data at rest there; remote-access: staff there can read it; control: a parent or owner there can order affiliates anywhere; subprocessor: a processor or cloud under that law; client-code: somebody there can ship the client’s code.',
      example: 'remote-access',
    }),
    data: DataReach,
    party: text(LIMITS.text)
      .optional()
      .meta({ description: 'Who stores, reaches or controls.', example: 'Beijing Douyin Information Service Co., Ltd.' }),
    stake: z.enum(STAKES).optional().meta({
      description: 'For control only (default sole): sole >= 50 %, headquarters or golden share; blocking >= 25 %; minority >= 10 %.',
      example: 'sole',
    }),
    transfer: z
      .strictObject({ tool: z.enum(TRANSFER_TOOLS).meta({ example: 'scc' }), evidence: EvidenceList })
      .optional()
      .meta({ description: 'The transfer tool relied on for this recipient.' }),
    safeguards: z.array(SafeguardClaim).max(LIMITS.safeguards).optional(),
    ended: z
      .strictObject({ on: CalendarDate.meta({ description: 'The day the path was closed.' }), evidence: EvidenceList })
      .optional()
      .meta({ description: 'The path was closed. Silence and denial end nothing.' }),
    note: text(LIMITS.text).optional(),
    evidence: EvidenceList,
  })
  .refine((path) => (path?.jurisdiction === undefined) !== (path?.jurisdictions === undefined), {
    path: ['jurisdiction'],
    error: 'must be given, or jurisdictions in its place, but not both',
    when: () => true,
  })
  .refine((path) => path?.stake === undefined || path.mode === 'control', {
    path: ['stake'],
    error: 'belongs to mode control only',
    when: () => true,
  })
  .meta({ id: 'Path', description: 'One way in which somebody in a jurisdiction reaches users’ data.' });
export type Path = z.infer<typeof Path>;

export const Incident = z
  .strictObject({
    id: LocalId,
    kind: z.enum(INCIDENT_KINDS).meta({ example: 'misuse' }),
    on: CalendarDate.meta({ description: 'The day it happened or was found.' }),
    summary: text(LIMITS.text).meta({ example: 'Staff read the location data of two journalists to find a leak.' }),
    jurisdiction: JurisdictionCode.optional().meta({ description: 'The state whose authorities had access; demanded for state-access.' }),
    data: DataClassName.optional().meta({ description: 'The highest class that it reached; default content.' }),
    extent: z.enum(EXTENTS).optional().meta({ description: 'few: under 100 people; some: under 100,000; many: more (default).', example: 'few' }),
    evidence: EvidenceList,
  })
  .refine((incident) => incident?.kind !== 'state-access' || incident.jurisdiction !== undefined, {
    path: ['jurisdiction'],
    error: 'must name the state whose authorities had access',
    when: () => true,
  })
  .meta({ id: 'Incident', description: 'Something that went wrong, with its evidence.' });
export type Incident = z.infer<typeof Incident>;

const Completeness = z
  .strictObject({ evidence: EvidenceList })
  .meta({ id: 'Completeness', description: 'Evidence that the list of paths of this mode is exhaustive.' });

export const Commitment = z
  .strictObject({
    id: LocalId,
    summary: text(LIMITS.text).meta({ example: 'European user data moves to data centres in Ireland and Norway.' }),
    announcedOn: CalendarDate,
    dueOn: CalendarDate.optional(),
    moves: z
      .array(z.strictObject({ path: LocalId, to: JurisdictionCode }))
      .max(LIMITS.paths)
      .optional(),
    ends: z.array(LocalId).max(LIMITS.paths).optional(),
    adds: z
      .array(z.strictObject({ path: LocalId, safeguard: z.enum(SAFEGUARDS) }))
      .max(LIMITS.paths)
      .optional(),
    evidence: EvidenceList,
  })
  .meta({ id: 'Commitment', description: 'A promise. It never enters the score; `explain` shows what it would do if delivered and proven.' });
export type Commitment = z.infer<typeof Commitment>;

export const Assessment = z
  .strictObject({
    asOf: CalendarDate.meta({ description: 'The date the facts are stated for.' }),
    sources: z
      .record(LocalId, Source)
      .refine((sources) => Object.keys(sources).length <= LIMITS.sources, `must hold at most ${LIMITS.sources} sources`)
      .meta({ description: 'What the evidence rests on, by id.', maxProperties: LIMITS.sources }),
    paths: z
      .array(Path)
      .max(LIMITS.paths)
      .refine((paths) => expandPaths(paths).length <= LIMITS.paths, `must hold at most ${LIMITS.paths} paths, each jurisdiction of a path counted`)
      .refine(
        (paths) => new Set(expandPaths(paths).map((path) => path.jurisdiction)).size <= LIMITS.jurisdictions,
        `must name at most ${LIMITS.jurisdictions} jurisdictions`,
      ),
    incidents: z.array(Incident).max(LIMITS.incidents).optional(),
    complete: z
      .strictObject(byMode(() => Completeness.optional()))
      .optional()
      .meta({ description: 'For each mode, evidence that its list of paths is exhaustive.' }),
    clearText: z
      .strictObject({ residual: DataClassName, evidence: EvidenceList })
      .optional()
      .meta({ description: 'The highest data class that the operator holds in the clear.' }),
    commitments: z.array(Commitment).max(LIMITS.commitments).optional(),
    note: text(LIMITS.text).optional(),
  })
  .superRefine(checkReferences, { when: () => true })
  .meta({ id: 'Assessment', description: 'The facts on a platform, each with its evidence. Facts, never ratings.' });
export type Assessment = z.infer<typeof Assessment>;
