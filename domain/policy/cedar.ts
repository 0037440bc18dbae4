import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEnvelope } from './envelope.ts';

export type Uid = { readonly type: string; readonly id: string };
export type Entity = { readonly uid: Uid; readonly attrs: Record<string, unknown>; readonly parents: readonly Uid[] };

const uid = (type: 'App' | 'Band' | 'Revision', id: string): Uid => ({ type: `Whereabouts::${type}`, id });
const toEpoch = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** Entities as Cedar reads them: an app each, below the band of its platform, and the revision itself. */
export function toCedarEntities(document: PolicyDocument): Entity[] {
  const { platforms, rulings, freshUntil } = document;
  const ruled = new Map(rulings.map((ruling) => [ruling.platform, ruling]));
  const assessed = new Map(platforms.map((platform) => [platform.id, platform]));
  const apps = new Map<string, Entity>();
  for (const id of [...new Set([...assessed.keys(), ...ruled.keys()])].sort()) {
    const [platform, ruling] = [assessed.get(id), ruled.get(id)];
    for (const entity of toApps(id, platform, ruling, toEpoch(freshUntil))) {
      // An app that two platforms name is that of the stricter decision: Cedar would take the last one.
      const known = apps.get(entity.uid.id);
      if (!known || strictness(entity) > strictness(known)) apps.set(entity.uid.id, entity);
    }
  }
  const bands = [...new Set(platforms.map(({ band }) => band))].sort().map((band): Entity => ({ uid: uid('Band', band), attrs: {}, parents: [] }));
  return [toRevision(document, apps.size), ...bands, ...apps.values()];
}

const STRICTNESS = ['none', 'allow', 'limit', 'suspend'];
const strictness = ({ attrs }: Entity) => STRICTNESS.indexOf(String(attrs.decision));

function toApps(id: string, platform: AssessedPlatform | undefined, ruling: Ruling | undefined, freshUntilEpoch: number): Entity[] {
  const attrs = {
    platform: id,
    decision: ruling?.decision ?? 'none',
    scope: ruling?.scope ?? [],
    exempted: ruling?.exemptions.map(({ group }) => group) ?? [],
    conditions: ruling?.conditions ?? [],
    freshUntilEpoch,
    ...(ruling && { decisionId: ruling.id, enforceByEpoch: toEpoch(ruling.enforceBy), consequence: ruling.consequence }),
    ...(platform && toFigures(platform)),
  };
  const parents = platform ? [uid('Band', platform.band)] : [];
  return Object.entries(ruling?.apps ?? platform?.apps ?? {}).flatMap(([system, ids]) =>
    ids.map((app): Entity => ({ uid: uid('App', `${system}:${app}`), attrs, parents })),
  );
}

/** Figures as Cedar compares them, and the revision that they rest on; without a point where the platform is unrated. */
function toFigures({ gate, score, open, assessment }: AssessedPlatform) {
  return {
    gate,
    ...(score.point !== undefined && { riskPoint: toDecimal(score.point) }),
    riskHigh: toDecimal(score.high),
    ...(open && { open: toDecimal(open.whole) }),
    ...(assessment && { assessmentRevision: assessment.revision, factsAsOf: assessment.asOf }),
  };
}

const toDecimal = (points: number) => ({ __extn: { fn: 'decimal', arg: points.toFixed(1) } });

function toRevision(document: PolicyDocument, used: number): Entity {
  const { revision, dataAsOf, freshUntil, decisions, limits, enforcement } = toEnvelope(document, { max: null, used }, ENFORCEMENT.cedar);
  const attrs = {
    revision,
    dataAsOf,
    freshUntil,
    freshUntilEpoch: toEpoch(freshUntil),
    decisions,
    limits: { used: limits.used, dropped: limits.dropped },
    enforcement,
  };
  return { uid: uid('Revision', 'current'), attrs, parents: [] };
}
