import * as z from 'zod';
import type { Score } from '../../explain/published-score.ts';
import { Assessment } from '../../facts/assessment.ts';
import { hashOf, Sha256 } from '../../facts/hash.ts';
import { Band, Gate } from '../../score/rating.ts';
import { Condition, Decision, type SealedApps } from '../decision.ts';

const ScoreShown = z
  .strictObject({
    id: z.string().meta({ example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    asOf: z.string().meta({ example: '2026-11-30' }),
    method: z.string().meta({ example: 'EXS 2.0' }),
    register: z.string().meta({ description: 'Version of the register of law.', example: '2026-11-01' }),
    low: z.number().meta({ example: 75.2 }),
    point: z.number().meta({ example: 88.1 }),
    high: z.number().meta({ example: 100 }),
    band: Band,
    gate: Gate,
    contributions: z
      .array(z.strictObject({ of: z.string().meta({ example: 'CN' }), points: z.number().meta({ example: 80.6 }), path: z.string().optional() }))
      .meta({ description: 'How many points each jurisdiction gives, and through which path.' }),
  })
  .meta({ id: 'DossierScore', description: 'The score that the decision rests on.' });

/** What a party is shown before a decision on it: nothing of who worked on it, and no notes. */
export const Dossier = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    party: z
      .strictObject({ name: z.string(), operator: z.string(), parent: z.string().optional() })
      .meta({ example: { name: 'TikTok', operator: 'TikTok Technology Limited', parent: 'ByteDance Ltd.' } }),
    decision: Decision.pick({
      id: true,
      hash: true,
      decision: true,
      scope: true,
      effectiveAt: true,
      enforceBy: true,
      consequence: true,
      expiresAt: true,
    }).extend({ conditions: z.array(Condition).optional(), apps: z.custom<SealedApps>().meta({ type: 'object' }) }),
    score: ScoreShown,
    assessment: z.strictObject({ revision: z.int(), hash: Sha256 }),
    facts: Assessment.meta({ description: 'Every fact with its quotes, their sources and grades; without notes.' }),
  })
  .meta({ id: 'Dossier', description: 'The case as the party is shown it.' });
export type Dossier = z.infer<typeof Dossier>;

export type Case = { readonly decision: Decision; readonly score: Score; readonly assessment: Assessment; readonly party: Dossier['party'] };

/** The same decision gives the same dossier at all times, to the byte. */
export function toDossier({ decision, score, assessment, party }: Case): Dossier {
  const { id, hash, grounds, scope, effectiveAt, enforceBy, consequence, expiresAt, conditions } = decision;
  const { name, operator, parent } = grounds.platform ?? party;
  return {
    platform: decision.platform,
    party: { name, operator, ...(parent !== undefined && { parent }) },
    decision: {
      ...{ id, hash, decision: decision.decision, scope, effectiveAt, enforceBy, consequence, expiresAt },
      ...(conditions && { conditions }),
      apps: grounds.apps,
    },
    score: {
      id: grounds.score,
      asOf: score.asOf,
      method: score.method,
      register: score.register.version,
      ...{ low: score.score.low, point: score.score.point, high: score.score.high, band: score.band, gate: score.gate },
      contributions: score.contributions.map(({ of, points, path }) => ({ of, points, ...(path !== undefined && { path }) })),
    },
    assessment: { revision: grounds.assessment.revision, hash: grounds.assessment.hash },
    facts: withoutNotes(assessment),
  };
}

export const hashOfDossier = (dossier: Dossier): string => hashOf(dossier);

function withoutNotes({ note: _, ...assessment }: Assessment): Assessment {
  return { ...assessment, paths: assessment.paths.map(({ note: __, ...path }) => path) };
}

/** Each fact by its place and id, with all that is said of it. */
function listFacts({ paths, incidents = [], complete = {}, clearText, commitments = [] }: Assessment): [place: string, fact: object][] {
  return [
    ...paths.map((path): [string, object] => [`paths/${path.id}`, path]),
    ...incidents.map((incident): [string, object] => [`incidents/${incident.id}`, incident]),
    ...Object.entries(complete).flatMap(([mode, claim]): [string, object][] => (claim ? [[`complete/${mode}`, claim]] : [])),
    ...(clearText ? [['clearText', clearText] as [string, object]] : []),
    ...commitments.map((promise): [string, object] => [`commitments/${promise.id}`, promise]),
  ];
}

export const listPlaces = (assessment: Assessment): string[] => listFacts(assessment).map(([place]) => place);

/** Whether somebody who was shown the one was shown every fact of the other, each item of its evidence and its source. */
export function wasShown(all: Assessment, shown: Assessment): boolean {
  const seen = new Set(listShown(shown));
  return listShown(all).every((fact) => seen.has(fact));
}

function listShown(assessment: Assessment): string[] {
  const { sources, ...facts } = withoutNotes(assessment);
  return listFacts({ sources, ...facts }).map(([place, fact]) => hashOf({ place, fact, sources: sourcesOf(fact, sources) }));
}

function sourcesOf(fact: unknown, sources: Assessment['sources']): Record<string, unknown> {
  const named = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key === 'source' && typeof member === 'string') named.add(member);
      else collect(member);
    }
  };
  collect(fact);
  return Object.fromEntries([...named].sort().map((id) => [id, sources[id]]));
}
