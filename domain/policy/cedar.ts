import { FEWEST_SLOTS, toSlot } from './cedar-slots.ts';
import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEnvelope } from './envelope.ts';
import { type ListedApp, listApps } from './listed-apps.ts';

export type Uid = { readonly type: string; readonly id: string };
export type Entity = { readonly uid: Uid; readonly attrs: Record<string, unknown>; readonly parents: readonly Uid[] };

const uid = (type: 'App' | 'Band' | 'Revision', id: string): Uid => ({ type: `Whereabouts::${type}`, id });
const toEpoch = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** Entities as Cedar reads them: an app each, below the band of the platform whose decision is the strictest, and the revision itself. */
export function toCedarEntities(document: PolicyDocument): Entity[] {
  const { platforms, freshUntil } = document;
  const apps = listApps(document).map((app) => toApp(app, toEpoch(freshUntil)));
  const bands = [...new Set(platforms.map(({ band }) => band))].sort().map((band): Entity => ({ uid: uid('Band', band), attrs: {}, parents: [] }));
  return [toRevision(document, apps.length), ...bands, ...apps];
}

/** What is said of one platform stands together: that of the first, whose decision is the strictest. */
function toApp({ system, appId, namings }: ListedApp, freshUntilEpoch: number): Entity {
  const [{ platform, assessed, ruling } = { platform: '', assessed: undefined, ruling: undefined }] = namings;
  const rulings = namings.flatMap((naming) => naming.ruling ?? []);
  const attrs = {
    platform,
    platforms: namings.map((naming) => naming.platform),
    decision: ruling?.decision ?? 'none',
    scope: ruling?.scope ?? [],
    exempted: ruling?.exemptions.map(({ group }) => group) ?? [],
    conditions: ruling?.conditions ?? [],
    decisions: rulings.map(({ id }) => id),
    rulings: Object.fromEntries(listBarring(rulings).map((one, i) => [toSlot(i), toBar(one)])),
    freshUntilEpoch,
    ...(ruling && { decisionId: ruling.id, enforceByEpoch: toEpoch(ruling.enforceBy), consequence: ruling.consequence }),
    ...(assessed && toFigures(assessed)),
  };
  return { uid: uid('App', `${system}:${appId}`), attrs, parents: assessed ? [uid('Band', assessed.band)] : [] };
}

function toBar({ platform, id, decision, scope, exemptions, conditions }: Ruling) {
  return { platform, decisionId: id, decision, scope, exempted: exemptions.map(({ group }) => group), conditions };
}

/** Rulings that may deny the app, without those that deny nothing which a stricter one does not: Cedar asks for each by its name. */
function listBarring(rulings: readonly Ruling[]): Ruling[] {
  const barring: Ruling[] = [];
  for (const ruling of rulings) {
    if (ruling.decision !== 'allow' && !barring.some((stricter) => covers(stricter, ruling))) barring.push(ruling);
  }
  return barring;
}

/** Whether one denies whatever another does; asked in the order of their strictness. */
function covers(one: Ruling, other: Ruling): boolean {
  const exempts = new Set(other.exemptions.map(({ group }) => group));
  const isAsWide = other.scope.every((device) => one.scope.includes(device)) && one.exemptions.every(({ group }) => exempts.has(group));
  return isAsWide && (one.decision === 'suspend' || other.conditions.every((condition) => one.conditions.includes(condition)));
}

/** The most rulings that may deny one app. */
export function countSlots(document: PolicyDocument): number {
  const counts = listApps(document).map(({ namings }) => listBarring(namings.flatMap(({ ruling }) => ruling ?? [])).length);
  return counts.reduce((most, count) => Math.max(most, count), FEWEST_SLOTS);
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
