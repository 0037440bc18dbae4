import { type Column, type CsvLocale, toCsv } from './csv.ts';
import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { type Envelope, toEnvelope } from './envelope.ts';
import { isUndecided, suspendsNothing } from './gaps.ts';
import { type ListedApp, listApps } from './listed-apps.ts';

/** Everything, for a tool that has no export of its own. */
export function toScoresJson(document: PolicyDocument): string {
  const { platforms, rulings } = document;
  return JSON.stringify({ ...toEnvelope(document, { max: null, used: platforms.length }, ENFORCEMENT.list), platforms, decided: rulings });
}

/** An app of a platform, or the platform alone where it has none; its decision where that binds this app. */
type Line = {
  readonly id: string;
  readonly app: ListedApp | undefined;
  readonly platform: AssessedPlatform | undefined;
  readonly ruling: Ruling | undefined;
  readonly document: PolicyDocument;
  readonly envelope: Envelope;
  /** The key of the item that cannot be read. */
  readonly aside: string | undefined;
  /** What is left open here though it is suspended or limited, in a sentence. */
  readonly gap: string | undefined;
};

const COLUMNS: readonly Column<Line>[] = [
  ['platform_id', ({ id }) => id],
  ['platform_name', ({ platform }) => platform?.name],
  ['os', ({ app }) => app?.system],
  ['app_id', ({ app }) => app?.appId],
  ['band', ({ platform }) => platform?.band],
  ['risk_point', ({ platform }) => platform?.score.point],
  ['risk_low', ({ platform }) => platform?.score.low],
  ['risk_high', ({ platform }) => platform?.score.high],
  ['confidence', ({ platform }) => platform?.confidence],
  ['gate', ({ platform }) => platform?.gate],
  ['decision', ({ ruling }) => ruling?.decision],
  ['scope', ({ ruling }) => ruling?.scope.join(' ')],
  ['effective_at', ({ ruling }) => ruling?.effectiveAt],
  ['enforce_by', ({ ruling }) => ruling?.enforceBy],
  ['expires_at', ({ ruling }) => ruling?.expiresAt],
  ['consequence', ({ ruling }) => ruling?.consequence],
  ['exempted', ({ ruling }) => ruling?.exemptions.map(({ group }) => group).join(' ')],
  ['decision_id', ({ ruling }) => ruling?.id],
  ['methodology', ({ platform }) => platform?.method],
  ['register', ({ platform }) => platform?.register],
  ['data_as_of', ({ document }) => document.dataAsOf],
  ['fresh_until', ({ document }) => document.freshUntil],
  ['revision', ({ document }) => document.revision],
  ['conditions', ({ ruling }) => ruling?.conditions.join(' ')],
  ['decisions_in_force', ({ envelope }) => envelope.decisions],
  ['limit_max', ({ envelope }) => envelope.limits.max ?? 'none'],
  ['limit_used', ({ envelope }) => envelope.limits.used],
  ['limit_dropped', ({ envelope }) => envelope.limits.dropped],
  ['enforcement_gaps', () => ENFORCEMENT.list.flatMap(({ gaps }) => gaps).join('; ')],
  ['set_aside', ({ aside }) => aside],
  ['assessment_revision', ({ platform }) => platform?.assessment?.revision],
  ['facts_as_of', ({ platform }) => platform?.assessment?.asOf],
  ['open', ({ platform }) => platform?.open?.whole],
  ['open_storage', ({ platform }) => platform?.open?.storage],
  ['open_access', ({ platform }) => platform?.open?.access],
  ['programme_low', ({ platform }) => platform?.ways?.programme.low],
  ['programme_high', ({ platform }) => platform?.ways?.programme.high],
  ['law_low', ({ platform }) => platform?.ways?.law.low],
  ['law_high', ({ platform }) => platform?.ways?.law.high],
  ['strictest_decision', ({ app, ruling }) => (app ? rulingsOf(app)[0] : ruling)?.decision],
  ['binding_decisions', ({ app, ruling }) => (app ? rulingsOf(app) : ruling ? [ruling] : []).map(({ id }) => id).join(' ')],
  ['gap', ({ gap }) => gap],
];

const rulingsOf = ({ namings }: ListedApp): Ruling[] => namings.flatMap(({ ruling }) => ruling ?? []);

/**
 * A line for each app of each platform that names it, with that platform's own figures and decision; two platforms that name one app have
 * two lines, and the last columns say what binds the app of all of them.
 */
export function toScoresCsv(document: PolicyDocument, locale?: CsvLocale): string {
  const { platforms, rulings, setAside = [] } = document;
  const aside = new Map(setAside.map(({ platform, item }) => [platform, `${item.pk} ${item.sk}`]));
  const assessed = new Map(platforms.map((platform) => [platform.id, platform]));
  const ruled = new Map(rulings.map((ruling) => [ruling.platform, ruling]));
  const apps = Map.groupBy(
    listApps(document).flatMap((app) => app.namings.map((naming) => ({ app, naming }))),
    ({ naming }) => naming.platform,
  );
  const ids = [...new Set([...assessed.keys(), ...ruled.keys(), ...aside.keys()])].sort();
  const envelope = toEnvelope(document, { max: null, used: ids.length }, ENFORCEMENT.list);
  const lines = ids.flatMap((id): Line[] => {
    const ruling = ruled.get(id);
    const shared = { id, platform: assessed.get(id), document, envelope, aside: aside.get(id) };
    const named = apps.get(id) ?? [];
    if (named.length > 0) return named.map(({ app, naming }) => ({ ...shared, app, ruling: naming.ruling, gap: ruling && findGap(app, ruling) }));
    const gap = ruling && suspendsNothing(ruling) ? `decision ${ruling.id} names no app and no domain: it blocks nothing` : undefined;
    return [{ ...shared, app: undefined, ruling, gap }];
  });
  return toCsv(COLUMNS, lines, locale);
}

function findGap(app: ListedApp, ruling: Ruling): string | undefined {
  return isUndecided(app, ruling) ? `listed since: not named by decision ${ruling.id}` : undefined;
}
