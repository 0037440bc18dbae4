import { parse } from 'plist';
import { describe, expect, it } from 'vitest';
import { ANDROID_MODES, toAndroidChanges, toAndroidPolicies } from '../../../domain/policy/android.ts';
import { toAppleProfile } from '../../../domain/policy/apple.ts';
import { ENFORCEMENT } from '../../../domain/policy/enforcement.ts';
import { policyExports } from '../../../domain/policy/exports.ts';
import { INTUNE_KINDS, toIntunePolicies } from '../../../domain/policy/intune.ts';
import { toOpaFiles } from '../../../domain/policy/opa.ts';
import { writeExports } from '../../../domain/policy/write-exports.ts';
import type { Json } from '../../started-service.ts';
import { BLOCKING, findAppleFaults } from './apple-keys.ts';
import { documentAt, many, record, signal, suspension, tiktok } from './commission.ts';
import { AndroidDeviceOwner, AndroidModification, AndroidPolicy, IosCompliance, IosRestrictions } from './published-shapes.ts';
import { findTypeFaults, graphTypeOf } from './vendor-types.ts';

const AFTER = '2023-03-15T00:00:00.000Z';
const BETWEEN = '2023-03-01T00:00:00.000Z';
const BEFORE = '2023-02-23T10:59:59.000Z';
const APP = 'com.zhiliaoapp.musically';
const read = (text: string): Json => JSON.parse(text);
const systemsOf = new Map(policyExports.flatMap(({ forms }) => forms).map(({ name, names }) => [name, names === 'nothing' ? [] : names.systems]));
const isList = (name: string) => systemsOf.get(name)?.length === 1;

describe('the Commission’s case is in every export from its deadline on', () => {
  const document = documentAt(AFTER);
  const exports = [...writeExports(document)].filter(([name]) => systemsOf.get(name)?.length !== 0);
  const bundle = toOpaFiles(document)
    .map(({ text }) => text)
    .join('\n');

  it.each([...exports, ['opa-bundle', bundle] as const])('%s: the app, the decision, both scopes, the deadline and the consequence', (name, text) => {
    const isWeb = systemsOf.get(name)?.join() === 'web';
    expect(text).toContain(isWeb ? 'tiktok.com' : APP);
    for (const words of [suspension.id, 'corporate-device', 'enrolled-personal-device', 'dsa-enforcement', 'Loss of corporate apps'])
      expect(text).toContain(words);
    expect(text).toContain(name.startsWith('cedar-entities') ? String(Date.parse(suspension.enforceBy) / 1000) : suspension.enforceBy);
    if (!isWeb) expect(text).not.toContain('org.thoughtcrime.securesms","installType');
  });

  it.each([...exports, ['opa-bundle', bundle] as const])('%s: revision, freshness, counts, limits and gaps', (_, text) => {
    for (const words of ['000412-', AFTER, '2023-03-17T00:00:00.000Z', 'decisions', 'dropped']) expect(text).toContain(words);
    expect(text).toMatch(/gap/);
  });

  it.each([
    ['before it takes effect', BEFORE, tiktok()],
    ['after its revocation', AFTER, tiktok({ revocations: [...suspension.approvals] })],
    ['after it has expired', '2027-02-23T00:00:00.000Z', tiktok()],
    ['with one approval', AFTER, tiktok({ approvals: suspension.approvals.slice(0, 1) })],
    [
      'where a later decision allows the app',
      AFTER,
      record('tiktok', [suspension, { ...suspension, id: 'dec_02', decision: 'allow', effectiveAt: '2023-03-01T00:00:00Z' }]),
    ],
  ])('and in none %s', (_, at, tiktokNow) => {
    const gone = writeExports(documentAt(at, [tiktokNow, signal]));
    for (const [name, text] of gone) if (isList(name)) expect([name, text]).not.toMatchObject([name, expect.stringMatching(/musically|tiktok\.com/)]);
    expect(gone.get('cedar-entities')).not.toContain('"suspend"');
    expect(gone.get('scores-csv')).not.toContain('suspend');
  });

  it('is pending on block lists between effect and deadline', () => {
    const document = documentAt(BETWEEN);
    const android = read(toAndroidPolicies(document, 'fully_managed'));
    expect(android.policies).toEqual([{ applications: [] }]);
    expect(android.pending).toMatchObject([{ appId: APP, enforceBy: suspension.enforceBy, exemptions: [{ group: 'dsa-enforcement' }] }]);
    expect(writeExports(document).get('domains-plain')).toContain('# pending tiktok.com from 2023-03-15T00:00:00Z');
    expect(toAppleProfile(document)).toContain(`pending ${APP} from`);
    const compliance = read(toIntunePolicies(document, 'ios-compliance'));
    const hours = compliance.policies[0].scheduledActionsForRule[0].scheduledActionConfigurations[0].gracePeriodHours;
    expect(hours).toBe(14 * 24);
  });
});

describe('what goes to a tool has the form that its vendor publishes', () => {
  const document = documentAt(AFTER);

  it.each(ANDROID_MODES)('Android Management, %s', (mode) => {
    const { policies, enforcement, limits } = read(toAndroidPolicies(document, mode));
    expect(AndroidPolicy.parse(policies[0]).applications).toEqual([{ packageName: APP, installType: 'BLOCKED' }]);
    const { modifications } = read(toAndroidChanges(document, mode));
    expect(AndroidModification.parse(modifications[0]).changes[0]).toMatchObject({ updateMask: 'installType' });
    expect(limits).toEqual({ max: 3000, used: 1, dropped: 0 });
    if (mode === 'personal_work_profile') expect(JSON.stringify(enforcement)).toContain('the personal side is out of reach');
  });

  it('Apple, read back as a property list, whose restriction names no app of the system', () => {
    const apps = { ...suspension.grounds.apps, ios: [APP, 'com.apple.webapp', 'com.apple.mobilesafari'] };
    const hostile = tiktok({ grounds: { ...suspension.grounds, apps }, consequence: '</string><dict>' });
    const profile = parse(toAppleProfile(documentAt(AFTER, [hostile]))) as Json;
    expect(findAppleFaults(profile)).toEqual([]);
    expect(profile.PayloadContent).toHaveLength(1);
    expect(profile.PayloadContent[0].blockedAppBundleIDs).toEqual([APP]);
    expect(profile.PayloadDescription).toContain('no device-side block reaches a user-enrolled personal phone');
    expect(profile.PayloadDescription).toContain('refused com.apple.webapp');
    expect(findAppleFaults({ ...profile, PayloadVersion: 2, PayloadScope: 'Device', Payload: 1 })).toHaveLength(3);
  });

  it('Intune, which names no app of the system either, but says so', () => {
    const apps = { ...suspension.grounds.apps, ios: [APP, 'com.apple.mobilesafari'] };
    const document = documentAt(AFTER, [tiktok({ grounds: { ...suspension.grounds, apps } })]);
    for (const kind of ['ios-compliance', 'ios-restrictions'] as const) {
      const { policies, refused, limits } = read(toIntunePolicies(document, kind));
      expect(JSON.stringify(policies)).not.toContain('com.apple.');
      expect(refused).toEqual(['com.apple.mobilesafari']);
      expect(limits).toMatchObject({ used: 1, dropped: 0 });
    }
  });

  it('Apple, and says of it what Apple says', () => {
    const [supervised, userEnrolled] = ENFORCEMENT.apple;
    expect(BLOCKING.iOS).toEqual({ introduced: '15.0', deprecated: '27.0', supervised: true, userEnrollment: 'forbidden' });
    expect(supervised.needs).toEqual(['supervision', 'iOS or iPadOS 15']);
    expect(supervised.gaps[0]).toMatch(/^deprecated from iOS 27 on/);
    expect(userEnrolled.method).toBe('none');
  });

  it.each([
    ['ios-restrictions', IosRestrictions],
    ['ios-compliance', IosCompliance],
    ['android-device-owner', AndroidDeviceOwner],
  ] as const)('Intune, %s', (kind, Shape) => {
    const { policies } = read(toIntunePolicies(document, kind));
    for (const policy of policies) Shape.parse(policy);
    expect(JSON.stringify(policies)).toContain(APP);
  });

  it('by the vendors’ own types, compiled with the payloads as literals', () => {
    const android = ANDROID_MODES.flatMap((mode) => [
      ...read(toAndroidPolicies(document, mode)).policies.map((value: Json) => ({ type: 'gapi.client.androidmanagement.Policy', value })),
      ...read(toAndroidChanges(document, mode)).modifications.map((value: Json) => ({
        type: 'gapi.client.androidmanagement.ModifyPolicyApplicationsRequest',
        value,
      })),
    ]);
    const intune = INTUNE_KINDS.flatMap((kind) => {
      const { api, policies } = read(toIntunePolicies(document, kind));
      return policies.map((value: Json) => ({ type: graphTypeOf(api, value), value }));
    });
    expect(android).toHaveLength(6);
    expect(intune.map(({ type }) => type)).toEqual([
      'GraphV1.IosGeneralDeviceConfiguration',
      'GraphBeta.IosCompliancePolicy',
      'GraphBeta.AndroidDeviceOwnerGeneralDeviceConfiguration',
    ]);
    expect(findTypeFaults([...android, ...intune])).toEqual([]);
    const [, { value: compliance }] = intune as [Json, Json];
    const wrong = [
      { type: 'GraphV1.IosCompliancePolicy', value: compliance },
      { type: 'GraphV1.IosGeneralDeviceConfiguration', value: { compliantAppListType: 'appsBlocked' } },
      { type: 'gapi.client.androidmanagement.Policy', value: { applications: [{ package: 'a' }] } },
    ];
    expect(findTypeFaults(wrong)).toHaveLength(wrong.length);
  });

  it('Android Management, which takes no change without an app', () => {
    expect(read(toAndroidChanges(documentAt(AFTER, [signal]), 'fully_managed')).modifications).toEqual([]);
    expect(read(toAndroidPolicies(documentAt(AFTER, [signal]), 'fully_managed')).policies).toEqual([{ applications: [] }]);
  });

  it.each([
    ['android', 3000, (count: number) => read(toAndroidPolicies(documentAt(AFTER, [many(count, 'android')]), 'fully_managed')).policies],
    ['android', 3000, (count: number) => read(toAndroidChanges(documentAt(AFTER, [many(count, 'android')]), 'fully_managed')).modifications],
    ['ios', 100, (count: number) => read(toIntunePolicies(documentAt(AFTER, [many(count, 'ios')]), 'ios-compliance')).policies],
    ['ios', 10_000, (count: number) => read(toIntunePolicies(documentAt(AFTER, [many(count, 'ios')]), 'ios-restrictions')).policies],
    ['android', 500, (count: number) => read(toIntunePolicies(documentAt(AFTER, [many(count, 'android')]), 'android-device-owner')).policies],
  ] as const)('%s: at a limit of %i one list, past it two, and nothing is cut', (_, max, listsOf) => {
    expect(listsOf(max)).toHaveLength(1);
    const split = listsOf(max + 1);
    expect(split).toHaveLength(2);
    expect(new Set(JSON.stringify(split).match(/com\.example\.app\d{5}/g)).size).toBe(max + 1);
  });
});

describe('lists', () => {
  it('are CSV by RFC 4180, in which no cell is a formula', () => {
    const formula = record('tiktok', [suspension], { name: '=HYPERLINK("http://x","a,b")\nnext' });
    const csv = writeExports(documentAt(AFTER, [formula, signal])).get('scores-csv') ?? '';
    expect(csv).toContain('"\'=HYPERLINK(""http://x"",""a,b"")\nnext"');
    expect(csv.split('\r\n')[0]).toMatch(/^platform_id,platform_name,os,app_id,band,/);
    expect(csv.split('\r\n')).toHaveLength(1 + 2 + 3 + 1);
    const columns = csv.split('\r\n')[0]?.split(',').length;
    expect(csv.split('\r\n')[1]?.split(',')).toHaveLength(columns ?? 0);
  });

  it('are a zone in which a domain and all below it do not exist', () => {
    const zone = writeExports(documentAt(AFTER)).get('domains-rpz') ?? '';
    expect(zone).toContain('@ SOA localhost. root.localhost. 412 ');
    expect(zone.split('\n').filter((line) => line.includes('CNAME'))).toEqual(['tiktok.com CNAME .', '*.tiktok.com CNAME .']);
  });

  it('let no consequence add a line to a zone', () => {
    const hostile = tiktok({ consequence: 'None.\nexample.org CNAME .\u2028@ NS evil.' });
    for (const name of ['domains-rpz', 'domains-plain'] as const) {
      const text = writeExports(documentAt(AFTER, [hostile])).get(name) ?? '';
      expect(text).toContain('None. example.org CNAME .');
      expect(text.split(/\r?\n|\u2028/).filter((line) => /^(example|@ NS evil)/.test(line))).toEqual([]);
    }
  });

  it('are the same bytes for the same revision', () => {
    expect([...writeExports(documentAt(AFTER))]).toEqual([...writeExports(documentAt(AFTER, [signal, tiktok()]))]);
  });
});
