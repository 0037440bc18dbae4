import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { csvParse } from 'd3-dsv';
import { parse } from 'plist';
import { describe, expect, it } from 'vitest';
import { toCedarEntities } from '../../../domain/policy/cedar.ts';
import type { PolicyDocument } from '../../../domain/policy/document.ts';
import { type ListedApp, listApps } from '../../../domain/policy/listed-apps.ts';
import { toOpaFiles } from '../../../domain/policy/opa.ts';
import { concludeVerdict, type Situation } from '../../../domain/policy/verdict.ts';
import { writeExports } from '../../../domain/policy/write-exports.ts';
import type { Json } from '../../started-service.ts';
import { documentAt, record, suspension } from './commission.ts';

const AT = '2023-03-20T00:00:00.000Z';
const NOW = Date.parse(AT) / 1000;
const LATER = '2024-01-01T00:00:00Z';
const APP = 'com.shared.app';
const DOMAIN = 'shared.example';
const [CORPORATE, PERSONAL] = ['corporate-device', 'enrolled-personal-device'] as const;

type Standing = typeof suspension;
const apps = { android: [APP], ios: [APP], web: [DOMAIN] };
const exempting = { exemptions: [{ group: 'press', until: LATER }] };
const limit = { decision: 'limit', conditions: [{ id: 'managed-browser-only' }] } as const;

/** Decisions that differ in one thing each: kind, devices, groups, conditions, deadline. */
const variants: Record<string, Partial<Standing> | undefined> = {
  'no decision': undefined,
  allow: { decision: 'allow' },
  limit,
  'limit by another condition': { ...limit, conditions: [{ id: 'no-account' }] },
  'limit on corporate devices but for the press': { ...limit, ...exempting, scope: [CORPORATE] },
  suspend: {},
  'suspend on corporate devices': { scope: [CORPORATE] },
  'suspend on personal devices': { scope: [PERSONAL] },
  'suspend but for the press': exempting,
  'suspend from later on': { enforceBy: '2023-05-01T00:00:00Z' },
  'suspend on personal devices but for the press': { ...exempting, scope: [PERSONAL] },
};

const naming = (platform: string, change: Partial<Standing> | undefined) => {
  const decision = { ...suspension, id: `dec_${platform}`, exemptions: [], grounds: { ...suspension.grounds, apps }, ...change };
  return record(platform, change ? [decision] : [], { apps });
};

const situations: Situation[] = [CORPORATE, PERSONAL, 'unenrolled-device'].flatMap((deviceClass) =>
  [[], ['press']].flatMap((groups) => [[], ['managed-browser-only']].map((conditionsMet) => ({ deviceClass, groups, conditionsMet }))),
);

function askCedar(document: PolicyDocument, written: ReadonlyMap<string, string>, policy: string, { deviceClass, ...context }: Situation): boolean {
  if (preparsePolicySet(policy, { staticPolicies: written.get(policy) ?? '' }).type !== 'success') throw new Error(policy);
  const answer = statefulIsAuthorized({
    principal: { type: 'Whereabouts::Device', id: 'one' },
    action: { type: 'Whereabouts::Action', id: 'use' },
    resource: { type: 'Whereabouts::App', id: `android:${APP}` },
    context: { deviceClass, ...context, groups: [...context.groups], conditionsMet: [...context.conditionsMet], nowEpoch: NOW },
    preparsedPolicySetId: policy,
    entities: JSON.parse(written.get('cedar-entities') ?? ''),
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify([answer.errors, toCedarEntities(document)]));
  return answer.response.decision === 'deny';
}

const shared = (document: PolicyDocument): ListedApp | undefined => listApps(document).find(({ system }) => system === 'android');
const names = Object.keys(variants);
const pairs = names.flatMap((one, i) => names.slice(i).map((other) => [one, other] as const));

describe.each(pairs)('of one app two platforms say: %s; %s', (one, other) => {
  const document = documentAt(AT, [naming('shared-a', variants[one]), naming('shared-b', variants[other])]);
  const written: ReadonlyMap<string, string> = writeExports(document);
  const verdictOf = (situation: Situation) => concludeVerdict(shared(document), situation);

  it('Cedar denies what the verdict denies, whichever way it fails', () => {
    for (const policy of ['cedar-fail-open', 'cedar-fail-closed'])
      for (const situation of situations)
        expect([policy, situation, askCedar(document, written, policy, situation)]).toEqual([policy, situation, verdictOf(situation).deny]);
  });

  it('the lines of CSV, read together, say the same', () => {
    const lines = csvParse(written.get('scores-csv') ?? '').filter((line) => line.app_id === APP && line.os === 'android');
    expect(lines).toHaveLength(2);
    for (const situation of situations) expect(lines.some((line) => deniesLine(line, situation))).toBe(verdictOf(situation).deny);
  });

  it.each([
    ['android-policy-fully_managed', CORPORATE],
    ['android-policy-personal_work_profile', PERSONAL],
  ])('%s blocks what the verdict blocks there, and names whom that exempts', (name, deviceClass) => {
    const { policies, blocked, pending } = JSON.parse(written.get(name) ?? '');
    const hasApp = (list: Json[]) => list.some(({ packageName, appId }) => (packageName ?? appId) === APP);
    const { block } = verdictOf({ deviceClass, groups: [], conditionsMet: [] });
    expect([hasApp(policies[0].applications), hasApp(pending)]).toEqual([block === 'blocked', block === 'pending']);
    const exempted = [...blocked, ...pending].flatMap(({ exemptions }: Json) => exemptions.map(({ group }: Json) => group));
    const toPress = verdictOf({ deviceClass, groups: ['press'], conditionsMet: [] }).block;
    expect(exempted).toEqual(block !== 'no' && toPress !== block ? ['press'] : []);
  });

  it('Apple blocks what the verdict blocks on corporate devices', () => {
    const profile = parse(written.get('apple') ?? '') as Json;
    const { block } = verdictOf({ deviceClass: CORPORATE, groups: [], conditionsMet: [] });
    expect(profile.PayloadContent[0].blockedAppBundleIDs).toEqual(block === 'blocked' ? [APP] : []);
  });

  it.each([CORPORATE, PERSONAL])('Intune’s assignments to %s hold what the verdict says there, group by group', (deviceClass) => {
    for (const groups of [[], ['press']]) {
      const { block } = verdictOf({ deviceClass, groups, conditionsMet: [] });
      const reaching = (kind: string) => listAssigned(JSON.parse(written.get(`intune-${kind}`) ?? ''), deviceClass, groups);
      expect(reaching('ios-restrictions')).toEqual(block === 'blocked' ? [APP] : []);
      expect(new Set(reaching('ios-compliance'))).toEqual(new Set(block === 'no' ? [] : [APP]));
    }
  });

  it('domains end where any device is blocked', () => {
    const isBlocked = situations.some((situation) => verdictOf(situation).block === 'blocked');
    expect((written.get('domains-plain') ?? '').split('\n').includes(DOMAIN)).toBe(isBlocked);
    expect((written.get('domains-rpz') ?? '').includes(`\n*.${DOMAIN} CNAME .\n`)).toBe(isBlocked);
    expect(/# shared shared\.example: blocked by/.test(written.get('domains-plain') ?? '')).toBe(
      document.rulings.some(({ decision }) => decision === 'suspend'),
    );
  });

  it('OPA is given every ruling, and of no platform what is another’s', () => {
    const data = JSON.parse(toOpaFiles(document).find(({ name }) => name.endsWith('data.json'))?.text ?? '');
    const app = data.apps.android[APP];
    expect(new Set(app.rulings.map(({ decisionId }: Json) => decisionId))).toEqual(new Set(document.rulings.map(({ id }) => id)));
    for (const said of [app, ...app.others, ...app.rulings]) if (said.decisionId) expect(said.decisionId).toBe(`dec_${said.platform}`);
    expect([app.platform, ...app.others.map(({ platform }: Json) => platform)].sort()).toEqual(['shared-a', 'shared-b']);
  });
});

function deniesLine(line: Record<string, string>, { deviceClass, groups, conditionsMet }: Situation): boolean {
  const words = (cell = '') => cell.split(' ').filter((word) => word !== '');
  const applies = words(line.scope).includes(deviceClass) && !words(line.exempted).some((group) => groups.includes(group));
  const isUnmet = words(line.conditions).some((condition) => !conditionsMet.includes(condition));
  return applies && (line.decision === 'suspend' || (line.decision === 'limit' && isUnmet));
}

/** Apps of the policies that reach a device of this kind whose owner is in these groups. */
function listAssigned({ policies, assignments }: Json, deviceClass: string, groups: string[]): string[] {
  return policies.flatMap(({ compliantAppsList = [], restrictedApps = [] }: Json, i: number) => {
    const { devices, exempted } = assignments[i];
    const isReached = devices.includes(deviceClass) && !exempted.some((group: string) => groups.includes(group));
    return isReached ? [...compliantAppsList, ...restrictedApps].map(({ appId }: Json) => appId) : [];
  });
}

it('Cedar has room for as many rulings as an app has', () => {
  const scopes = [[CORPORATE], [PERSONAL]];
  const records = Array.from({ length: 6 }, (_, i) =>
    naming(`shared-${'abcdef'[i]}`, { scope: scopes[i % 2] ?? [], exemptions: [{ group: `group-${i}`, until: LATER }] }),
  );
  const document = documentAt(AT, records);
  const written: ReadonlyMap<string, string> = writeExports(document);
  const groups = (...not: number[]) => Array.from({ length: 6 }, (_, i) => `group-${i}`).filter((_, i) => !not.includes(i));
  for (const policy of ['cedar-fail-open', 'cedar-fail-closed']) {
    const isDenied = (deviceClass: string, ...not: number[]) =>
      askCedar(document, written, policy, { deviceClass, groups: groups(...not), conditionsMet: [] });
    expect([isDenied(CORPORATE), isDenied(CORPORATE, 4), isDenied(CORPORATE, 5), isDenied(PERSONAL, 5)]).toEqual([false, true, false, true]);
  }
  expect(written.get('cedar-schema')).toContain('r6?: Ruling');
});

it('a platform’s own figures stand beside its own name, whoever’s decision is the strictest', () => {
  const [low, severe] = [naming('shared-a', {}), naming('shared-b', undefined)];
  const figures = { ...low.published, band: 'low', score: { low: 10, point: 12, high: 20 } } as typeof low.published;
  const document = documentAt(AT, [{ ...low, published: figures }, severe]);
  const entity = toCedarEntities(document).find(({ uid }) => uid.id === `android:${APP}`);
  expect(entity).toMatchObject({
    attrs: { platform: 'shared-a', platforms: ['shared-a', 'shared-b'], riskPoint: { __extn: { arg: '12.0' } } },
    parents: [{ id: 'low' }],
  });
  const lines = csvParse(writeExports(document).get('scores-csv') ?? '').filter(({ os }) => os === 'ios');
  expect(lines).toMatchObject([
    { platform_id: 'shared-a', band: 'low', decision: 'suspend', strictest_decision: 'suspend', binding_decisions: 'dec_shared-a' },
    { platform_id: 'shared-b', band: 'severe', decision: '', strictest_decision: 'suspend', binding_decisions: 'dec_shared-a' },
  ]);
});
