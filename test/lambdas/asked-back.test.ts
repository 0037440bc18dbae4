import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PlatformRecord } from '../../domain/policy/document.ts';
import type { ExportName } from '../../domain/policy/exports.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import { toTar } from '../../domain/policy/tar.ts';
import { writeExports } from '../../domain/policy/write-exports.ts';
import { askExports } from '../../lambdas/jobs/asked-back/ask-exports.ts';
import { documentAt, record, signal, suspension, tiktok } from '../domain/policy/commission.ts';

const BEFORE = '2023-03-01T00:00:00.000Z';
const AFTER = '2023-03-15T00:00:00.000Z';
const APP = 'com.zhiliaoapp.musically';

type Plant = { readonly [name in ExportName | 'data' | 'policy']?: (text: string) => string };

/** Why the exports of a document do not go out, once something was changed in what its writers made. */
function ask(plant: Plant = {}, records: PlatformRecord[] = [tiktok(), signal], at = AFTER): Promise<string | undefined> {
  const document = documentAt(at, records);
  const change = (name: keyof Plant, text: string) => plant[name]?.(text) ?? text;
  const files = toOpaFiles(document).map(({ name, text }) => ({
    name,
    text: name.endsWith('data.json') ? change('data', text) : name.endsWith('.rego') ? change('policy', text) : text,
  }));
  const texts = new Map([...writeExports(document)].map(([name, text]) => [name, change(name, text)]));
  return askExports({ document, bundle: gzipSync(toTar(files)), texts, at: new Date(at) });
}

/** Another letter in the place of one that must be there. */
const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change: ${from}`);
    return changed;
  };

const LONG = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(30)}.example`;
const limit = { decision: 'limit', conditions: [{ id: 'managed-browser-only' }, { id: 'no-account' }] } as const;
const shared = (platform: string, decision: Partial<typeof suspension> = {}) =>
  record(platform, [{ ...suspension, id: `dec_${platform}`, exemptions: [], ...decision }], { name: platform, apps: suspension.grounds.apps });

describe('what the writers make is let out', () => {
  it.each<[string, PlatformRecord[]]>([
    ['nothing at all', []],
    ['platforms without a decision', [signal]],
    ['a suspension with an exempted group', [tiktok(), signal]],
    ['a limit with two conditions', [tiktok(limit), signal]],
    ['a permission', [tiktok({ decision: 'allow' }), signal]],
    ['a suspension on devices of one class', [tiktok({ scope: ['corporate-device'] }), signal]],
    ['a suspension on those of the other', [tiktok({ scope: ['enrolled-personal-device'], exemptions: [] }), signal]],
    [
      'two platforms with the same apps, on other devices',
      [shared('a', { scope: ['corporate-device'] }), shared('b', { scope: ['enrolled-personal-device'] })],
    ],
    ['a limit and a suspension of the same apps', [shared('a', limit), shared('b', { exemptions: suspension.exemptions ?? [] })]],
    [
      'an app that the platform lists since',
      [record('tiktok', [suspension], { name: 'TikTok', apps: { android: [APP, 'com.tiktok.lite'], web: ['m.tiktok.com'] } })],
    ],
    ['a decision on a platform that is not assessed', [{ ...tiktok(), published: undefined }]],
    [
      'a suspension that exempts a group on one class of device, and another later',
      [
        shared('a', { exemptions: suspension.exemptions ?? [], scope: ['corporate-device'] }),
        shared('b', { exemptions: [{ group: 'press', until: '2024-01-01T00:00:00Z' }], enforceBy: '2023-04-01T00:00:00Z' }),
      ],
    ],
    [
      'a domain below one that is suspended',
      [tiktok(), record('below', [], { name: 'Below', apps: { web: ['m.tiktok.com', 'example.tiktok.com'] } })],
    ],
    ['a domain too long for a zone', [tiktok({ grounds: { ...suspension.grounds, apps: { android: [], ios: [], web: [LONG] } } })]],
    ['ids that no device tool takes', [tiktok({ grounds: { ...suspension.grounds, apps: { android: ['tiktok'], ios: ['835599320'], web: [] } } })]],
    ['an app of the system', [tiktok({ grounds: { ...suspension.grounds, apps: { android: [], ios: ['com.apple.mobilesafari', APP], web: [] } } })]],
    ['a text with what XML has no room for', [tiktok({ consequence: 'Loss of access\uffff \ufffe\u0000 now' })]],
    ['texts that formats have signs for', [tiktok({ consequence: ' =1+1; "a", <b> & \r\n; x CNAME . # $TTL' })]],
  ])('of %s', async (_, records) => {
    for (const at of [BEFORE, AFTER]) expect(await ask({}, records, at)).toBeUndefined();
  });
});

const NAMED = /^(?<form>\S+) says of (?<app>\S+) on (?<on>.+) "(?<got>.+)", where the record says "(?<expected>.+?)"/;

describe('a difference holds the revision back, and is named', () => {
  it.each<[string, Plant, { form: string; app: string; on: string; got: string; expected: string }]>([
    [
      'in the data of OPA',
      { data: swap(`"${APP}":`, `"${APP}x":`) },
      {
        form: 'opa-bundle',
        app: `android:${APP}`,
        on: 'corporate-device',
        got: expect.stringContaining('unknown, allowed'),
        expected: expect.stringContaining('known, denied, suspend'),
      },
    ],
    [
      'in a policy of Cedar',
      { 'cedar-fail-open': (text) => text.replaceAll('context.nowEpoch <', 'context.nowEpoch + 999999999 <') },
      { form: 'cedar-fail-open', app: `android:${APP}`, on: 'corporate-device', got: 'allow', expected: 'deny' },
    ],
    [
      'in the profile for Apple',
      { apple: swap(`<string>${APP}</string>`, '') },
      { form: 'apple', app: `ios:${APP}`, on: 'corporate-device', got: 'not blocked', expected: 'blocked' },
    ],
    [
      'in a policy for Android',
      { 'android-modify-personal_work_profile': swap(`{"application":{"packageName":"${APP}"`, '{"application":{"packageName":"com.innocent"') },
      {
        form: 'android-modify-personal_work_profile',
        app: 'android:com.innocent',
        on: 'enrolled-personal-device',
        got: 'blocked',
        expected: 'not blocked',
      },
    ],
    [
      'in a policy for Intune',
      { 'intune-ios-compliance': swap('"gracePeriodHours":0', '"gracePeriodHours":24') },
      { form: 'intune-ios-compliance', app: `ios:${APP}`, on: 'corporate-device', got: 'pending', expected: 'blocked' },
    ],
    [
      'in a zone',
      { 'domains-rpz': swap(/^tiktok\.com CNAME \.\n\*\.tiktok\.com CNAME \.\n/m, '') },
      { form: 'domains-rpz', app: 'web:tiktok.com', on: 'corporate-device and enrolled-personal-device', got: 'not blocked', expected: 'blocked' },
    ],
    [
      'in the lines of the CSV',
      { 'scores-csv': (text) => text.replaceAll('corporate-device enrolled-personal-device', 'corporate-device') },
      {
        form: 'scores-csv',
        app: `android:${APP}`,
        on: 'enrolled-personal-device',
        got: expect.stringContaining('allowed'),
        expected: expect.stringContaining('denied'),
      },
    ],
    [
      'in the list in JSON',
      { 'scores-json': swap('"group":"dsa-enforcement"', '"group":"everybody"') },
      {
        form: 'scores-json',
        app: `android:${APP}`,
        on: 'corporate-device in the group dsa-enforcement',
        got: expect.stringContaining('denied'),
        expected: expect.stringContaining('allowed'),
      },
    ],
    [
      'in what browsers block',
      { 'browser-edge': swap('"URLBlocklist":["tiktok.com"]', '"URLBlocklist":[]') },
      { form: 'browser-edge', app: 'web:tiktok.com', on: 'corporate-device and enrolled-personal-device', got: 'not blocked', expected: 'blocked' },
    ],
    [
      'in the list of domains',
      { 'domains-plain': swap(/^tiktok\.com$/m, 'europa.eu') },
      { form: 'domains-plain', app: 'web:europa.eu', on: 'corporate-device and enrolled-personal-device', got: 'blocked', expected: 'not blocked' },
    ],
  ])('%s', async (_, plant, named) => {
    const reason = await ask(plant);
    expect(reason).toMatch(NAMED);
    expect(NAMED.exec(reason ?? '')?.groups).toMatchObject(named);
  });

  it('in one entity of many: the first is named, and how many more there are', async () => {
    const apps = Array.from({ length: 40 }, (_, i) => `com.example.app${i}`);
    const many = tiktok({ grounds: { ...suspension.grounds, apps: { android: apps, ios: [], web: [] } } });
    const alter = (text: string) => {
      const all = JSON.parse(text);
      const one = all.find(({ uid }: { uid: { id: string } }) => uid.id === 'android:com.example.app17');
      one.attrs = { ...all.find(({ uid }: { uid: { id: string } }) => uid.id === 'android:org.thoughtcrime.securesms').attrs };
      return JSON.stringify(all);
    };
    const reason = await ask({ 'cedar-entities': alter }, [many, signal]);
    expect(reason).toMatch(
      /^cedar-fail-open says of android:com\.example\.app17 on corporate-device "allow", where the record says "deny"; \d+ more differ$/,
    );
  });

  it('where data past its time is not told as stale', async () => {
    expect(await ask({ data: swap(/"freshUntil":"2023/, '"freshUntil":"2033') })).toContain('opa-bundle says of');
    expect(await ask({ 'cedar-entities': (text) => text.replaceAll(/"freshUntilEpoch":\d+/g, '"freshUntilEpoch":2000000000') })).toMatch(
      /^cedar-fail-open says of .* after 2023-03-17/,
    );
  });

  it('where the form for Verified Permissions is not what Cedar was asked by', async () => {
    expect(await ask({ 'cedar-entities-avp': swap('{"string":"corporate-device"}', '{"string":"other-device"}') })).toMatch(
      /^cedar-entities-avp says of Whereabouts::App/,
    );
  });
});

describe('an export that a reader of its format cannot read holds the revision back', () => {
  it.each<[string, ExportName | 'data' | 'policy', (text: string) => string]>([
    ['a letter that XML has no room for', 'apple', swap('Blocked apps', 'Blocked\uffff apps')],
    ['a sign that is not escaped', 'apple', swap('Blocked apps', 'Blocked & apps')],
    ['a profile of another kind', 'apple', swap('com.apple.applicationaccess', 'com.apple.wifi.managed')],
    ['a name too long for any origin', 'domains-rpz', (text) => `${text}${LONG} CNAME .\n*.${LONG} CNAME .\n`],
    ['a label too long', 'domains-rpz', (text) => `${text}${'a'.repeat(64)}.example CNAME .\n*.${'a'.repeat(64)}.example CNAME .\n`],
    ['a line that is no record', 'domains-rpz', (text) => `${text}the end\n`],
    ['a name whose subdomains resolve', 'domains-rpz', swap(/^\*\.tiktok\.com.*\n/m, '')],
    ['a name that is rewritten', 'domains-rpz', swap('tiktok.com CNAME .', 'tiktok.com CNAME example.org.')],
    ['a zone that includes another', 'domains-rpz', (text) => `$INCLUDE other.zone\n${text}`],
    ['an address in the list of domains', 'domains-plain', (text) => `${text}https://example.org/\n`],
    ['a quote that is not closed', 'scores-csv', (text) => `${text}"open`],
    ['a line with a cell too few', 'scores-csv', (text) => `${text}x,y\r\n`],
    ['a decision that is none', 'scores-csv', (text) => text.replaceAll('suspend', 'suspended')],
    ['JSON that ends early', 'scores-json', (text) => text.slice(0, -1)],
    ['a member that is there twice', 'android-policy-fully_managed', swap('"pending":', '"blocked":[{"appId":"x"}],"pending":')],
    ['a block of another kind', 'android-modify-fully_managed', swap('"installType":"BLOCKED"', '"installType":"FORCE_INSTALLED"')],
    ['an app that is blocked twice', 'intune-ios-restrictions', swap(/"compliantAppsList":\[(\{[^}]*\})/, '"compliantAppsList":[$1,$1')],
    ['an entity that its schema does not know', 'cedar-entities', swap('"scope":', '"scopes":')],
    ['an entity that is there twice', 'cedar-entities', (text) => JSON.stringify([...JSON.parse(text), JSON.parse(text).at(-1)])],
    ['a schema that is none', 'cedar-schema', (text) => `${text}entity`],
    ['a policy that its schema refuses', 'cedar-fail-closed', swap('resource.', 'resource.nothing.')],
    ['data that is no JSON', 'data', (text) => `${text}}`],
    ['a policy that was not compiled', 'policy', (text) => `${text}\n`],
  ])('%s', async (_, name, change) => {
    expect(await ask({ [name]: change })).toMatch(new RegExp(`^${name in { data: 1, policy: 1 } ? 'opa-bundle' : name} cannot be read: \\S`));
  });

  it('or one that is not there', async () => {
    const document = documentAt(AFTER);
    const texts = new Map([...writeExports(document)].filter(([name]) => name !== 'apple'));
    expect(await askExports({ document, bundle: gzipSync(toTar(toOpaFiles(document))), texts, at: new Date(AFTER) })).toContain('apple is not there');
    expect(await askExports({ document, bundle: gzipSync('no tar'.repeat(200)), texts, at: new Date(AFTER) })).toMatch(
      /^opa-bundle cannot be read: /,
    );
  });
});
