import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { SYSTEMS, type System } from '../../../domain/facts/app-systems.ts';
import type { AssessedPlatform, PolicyContent, Ruling } from '../../../domain/policy/document.ts';
import { type ListedApp, listApps } from '../../../domain/policy/listed-apps.ts';
import { DeviceScope, isAfter, type SealedApps } from '../../../domain/record/decision.ts';
import { nameOf } from './difference.ts';
import { readJson } from './read-json.ts';

/** What decides of a ruling, wherever it is read. */
const Apps = z.strictObject({ android: z.array(z.string()), ios: z.array(z.string()), web: z.array(z.string()) });
const Decided = {
  id: z.string().min(1),
  decision: z.enum(['allow', 'limit', 'suspend']),
  scope: z.array(DeviceScope).min(1),
  enforceBy: z.iso.datetime(),
  conditions: z.array(z.string()),
};

const Scores = z.looseObject({
  dataAsOf: z.iso.datetime(),
  platforms: z.array(z.looseObject({ id: z.string(), apps: Apps, score: z.looseObject({ high: z.number() }) })),
  decided: z.array(z.looseObject({ ...Decided, platform: z.string(), apps: Apps, exemptions: z.array(z.looseObject({ group: z.string() })) })),
});

/** Every app as `scores.json` gives it. */
export function readScoresJson(text: string): Map<string, ListedApp> {
  const { dataAsOf, platforms, decided } = readJson(text, Scores);
  const rulings = decided.map((one) => ({ ...one, isEnforced: !isAfter(one.enforceBy, dataAsOf) }));
  return list({ platforms: platforms as unknown as AssessedPlatform[], rulings: rulings as unknown as Ruling[] });
}

const words = z.string().transform((text) => text.split(' ').filter((word) => word !== ''));
const Row = z.looseObject({
  platform_id: z.string().min(1),
  os: z.enum([...SYSTEMS, '']),
  app_id: z.string(),
  risk_high: z.string(),
  decision_id: z.string(),
});
const DecidedRow = z.looseObject({
  decision_id: Decided.id,
  decision: Decided.decision,
  scope: words.pipe(Decided.scope),
  enforce_by: Decided.enforceBy,
  data_as_of: z.iso.datetime(),
  conditions: words,
  exempted: words,
});

/** Every app as `scores.csv` gives it: a line each for every platform that names it. */
export function readScoresCsv(text: string, { delimiter, decimal } = { delimiter: ',', decimal: '.' }): Map<string, ListedApp> {
  const rows = z.array(Row).parse(parse(text, { columns: true, record_delimiter: '\r\n', bom: true, delimiter }));
  const platforms = new Map<string, Pick<AssessedPlatform, 'id' | 'apps'> & { readonly score: { readonly high: number } }>();
  const rulings = new Map<string, Ruling>();
  for (const row of rows) {
    const { platform_id: platform, os, app_id: app, risk_high: high } = row;
    // One without a figure is decided on and not assessed.
    if (os !== '' && high !== '')
      put(platforms, platform, () => ({ id: platform, apps: noApps(), score: { high: Number(high.replace(decimal, '.')) } })).apps[os].push(app);
    if (row.decision_id === '') continue;
    const { apps } = putRuling(rulings, platform, row);
    if (os !== '') apps[os].push(app);
  }
  return list({ platforms: [...platforms.values()] as unknown as AssessedPlatform[], rulings: [...rulings.values()] });
}

function putRuling(rulings: Map<string, Ruling>, platform: string, row: unknown): Ruling {
  const { decision_id: id, decision, scope, enforce_by: enforceBy, data_as_of: at, conditions, exempted } = DecidedRow.parse(row);
  const isEnforced = !isAfter(enforceBy, at);
  const exemptions = exempted.map((group) => ({ group }));
  return put(
    rulings,
    `${platform} ${id}`,
    () => ({ platform, id, decision, scope, enforceBy, isEnforced, conditions, exemptions, apps: noApps() }) as unknown as Ruling,
  );
}

const noApps = (): SealedApps => ({ android: [], ios: [], web: [] }) satisfies Record<System, string[]>;

function put<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const list = (content: Pick<PolicyContent, 'platforms' | 'rulings'>) => new Map(listApps(content).map((app) => [nameOf(app), app]));
