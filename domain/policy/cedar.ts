import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEnvelope } from './envelope.ts';

type Uid = { readonly type: string; readonly id: string };
type Entity = { readonly uid: Uid; readonly attrs: Record<string, unknown>; readonly parents: readonly Uid[] };

const uid = (type: 'App' | 'Band' | 'Revision', id: string): Uid => ({ type: `Whereabouts::${type}`, id });
const toEpoch = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** Entities as Cedar reads them: an app each, below the band of its platform, and the revision itself. */
export function toCedarEntities(document: PolicyDocument): string {
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
  return JSON.stringify([toRevision(document, apps.size), ...bands, ...apps.values()]);
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
    ...(platform && { riskPoint: { __extn: { fn: 'decimal', arg: platform.score.point.toFixed(1) } } }),
  };
  const parents = platform ? [uid('Band', platform.band)] : [];
  return Object.entries(ruling?.apps ?? platform?.apps ?? {}).flatMap(([system, ids]) =>
    ids.map((app): Entity => ({ uid: uid('App', `${system}:${app}`), attrs, parents })),
  );
}

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

export const CEDAR_SCHEMA = `namespace Whereabouts {
  entity Device;
  entity Band;
  entity Revision {
    revision: String,
    dataAsOf: String,
    freshUntil: String,
    freshUntilEpoch: Long,
    decisions: Long,
    limits: { max?: Long, used: Long, dropped: Long },
    enforcement: Set<{ target: String, method: String, strength: String, needs: Set<String>, gaps: Set<String> }>,
  };
  entity App in [Band] {
    platform: String,
    decision: String,
    scope: Set<String>,
    exempted: Set<String>,
    conditions: Set<String>,
    freshUntilEpoch: Long,
    decisionId?: String,
    enforceByEpoch?: Long,
    consequence?: String,
    riskPoint?: decimal,
  };
  action "use" appliesTo {
    principal: [Device],
    resource: [App],
    context: { deviceClass: String, groups: Set<String>, conditionsMet: Set<String>, nowEpoch: Long },
  };
}
`;

/** Allows what is not known, and everything once the data is stale. */
export const CEDAR_FAILS_OPEN = `// Fails open: an app that nobody has decided on is allowed, and so is every app once the data is stale.
@id("whereabouts-allow")
permit (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App);

@id("whereabouts-suspended")
forbid (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  resource.decision == "suspend" &&
  resource.scope.contains(context.deviceClass)
}
unless { resource.exempted.containsAny(context.groups) };

@id("whereabouts-limited")
forbid (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  resource.decision == "limit" &&
  resource.scope.contains(context.deviceClass) &&
  !context.conditionsMet.containsAll(resource.conditions)
}
unless { resource.exempted.containsAny(context.groups) };
`;

/** Denies what is not known, and everything once the data is stale. */
export const CEDAR_FAILS_CLOSED = `// Fails closed: an app that is not among the entities is denied, and so is every app once the data is stale.
@id("whereabouts-fresh-and-not-barred")
permit (principal, action == Whereabouts::Action::"use", resource is Whereabouts::App)
when {
  context.nowEpoch < resource.freshUntilEpoch &&
  (
    !resource.scope.contains(context.deviceClass) ||
    resource.exempted.containsAny(context.groups) ||
    (resource.decision != "suspend" &&
      (resource.decision != "limit" || context.conditionsMet.containsAll(resource.conditions)))
  )
};
`;
