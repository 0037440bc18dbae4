import type { AssessedPlatform, PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEnvelope } from './envelope.ts';

/** Everything, for a tool that has no export of its own. */
export function toScoresJson(document: PolicyDocument): string {
  const { platforms, rulings } = document;
  return JSON.stringify({ ...toEnvelope(document, { max: null, used: platforms.length }, ENFORCEMENT.list), platforms, decided: rulings });
}

const COLUMNS = [
  ...['platform_id', 'platform_name', 'os', 'app_id', 'band', 'risk_point', 'risk_low', 'risk_high', 'confidence', 'gate', 'decision', 'scope'],
  ...[
    'effective_at',
    'enforce_by',
    'expires_at',
    'consequence',
    'exempted',
    'decision_id',
    'methodology',
    'register',
    'data_as_of',
    'fresh_until',
    'revision',
  ],
  ...['conditions', 'decisions_in_force', 'limit_max', 'limit_used', 'limit_dropped', 'enforcement_gaps', 'set_aside'],
];

/** A line for each app: those that the decision sealed, or else those that the platform lists. RFC 4180 with a header. */
export function toScoresCsv(document: PolicyDocument): string {
  const { platforms, rulings, setAside = [] } = document;
  const aside = new Map(setAside.map(({ platform, item }) => [platform, `${item.pk} ${item.sk}`]));
  const assessed = new Map(platforms.map((platform) => [platform.id, platform]));
  const ruled = new Map(rulings.map((ruling) => [ruling.platform, ruling]));
  const ids = [...new Set([...assessed.keys(), ...ruled.keys(), ...aside.keys()])].sort();
  const { decisions, limits, enforcement } = toEnvelope(document, { max: null, used: ids.length }, ENFORCEMENT.list);
  const gaps = enforcement.flatMap((control) => control.gaps).join('; ');
  const tail = [decisions, limits.max ?? 'none', limits.used, limits.dropped, gaps];
  const lines = ids.flatMap((id) => linesOf(id, assessed.get(id), ruled.get(id), document).map((cells) => [...cells, ...tail, aside.get(id)]));
  return [COLUMNS, ...lines].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

type Cell = string | number | undefined;

function linesOf(id: string, platform: AssessedPlatform | undefined, ruling: Ruling | undefined, document: PolicyDocument): Cell[][] {
  const apps = Object.entries(ruling?.apps ?? platform?.apps ?? {}).flatMap(([system, ids]) => ids.map((app): [string, string] => [system, app]));
  const { score, band, confidence, gate, method, register } = platform ?? {};
  return (apps.length === 0 ? [['', ''] as const] : apps).map(([system, app]) => [
    ...[id, platform?.name, system, app, band, score?.point, score?.low, score?.high, confidence, gate, ruling?.decision, ruling?.scope.join(' ')],
    ...[ruling?.effectiveAt, ruling?.enforceBy, ruling?.expiresAt, ruling?.consequence, ruling?.exemptions.map(({ group }) => group).join(' ')],
    ...[ruling?.id, method, register, document.dataAsOf, document.freshUntil, document.revision, ruling?.conditions.join(' ')],
  ]);
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe; what holds commas, quotes or line ends is quoted. */
function toCell(cell: Cell = ''): string {
  const text = String(cell);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
