import * as z from 'zod';
import { CalendarDate } from './date.ts';
import { Evidence, LIMITS, LocalId, name, Source, text } from './evidence.ts';
import { expandPaths } from './expand-paths.ts';
import { fault } from './fault.ts';
import { JurisdictionCode } from './jurisdiction-code.ts';
import { once } from './once.ts';
import { checkReferences } from './references.ts';
import { byMode, DATA_CLASSES, EXTENTS, INCIDENT_KINDS, MODES, SAFEGUARDS, STAKES, TRANSFER_TOOLS } from './vocabulary.ts';

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
      .refine((range) => rank(range.low) <= rank(range.point) && rank(range.point) <= rank(range.high), fault('not-rising')),
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
      .check(once())
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
    party: name(LIMITS.text)
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
    error: fault('one-of-both'),
    when: () => true,
  })
  .refine((path) => path?.stake === undefined || path.mode === 'control', {
    path: ['stake'],
    error: fault('of-control-only'),
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
    error: fault('state-unnamed'),
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
      .refine((sources) => Object.keys(sources).length <= LIMITS.sources, fault('too-many-sources', { limit: LIMITS.sources }))
      .meta({ description: 'What the evidence rests on, by id.', maxProperties: LIMITS.sources }),
    paths: z
      .array(Path)
      .max(LIMITS.paths)
      .refine((paths) => expandPaths(paths).length <= LIMITS.paths, fault('too-many-paths', { limit: LIMITS.paths }))
      .refine(
        (paths) => new Set(expandPaths(paths).map((path) => path.jurisdiction)).size <= LIMITS.jurisdictions,
        fault('too-many-jurisdictions', { limit: LIMITS.jurisdictions }),
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
