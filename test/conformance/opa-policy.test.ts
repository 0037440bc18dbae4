import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlatformRecord } from '../../domain/policy/document.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import compiled from '../../lambdas/jobs/asked-back/opa-policy.json' with { type: 'json' };
import { documentAt, record, signal, suspension, tiktok } from '../domain/policy/commission.ts';
import type { Json } from '../started-service.ts';
import { buildOpa } from './build-opa.ts';
import { compilePolicy } from './make-opa-policy.ts';
import { QUESTION } from './opa-stage.ts';

const scratch = mkdtempSync(join(tmpdir(), 'whereabouts-rego-'));
let opa: string;
beforeAll(() => {
  opa = buildOpa();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the example policy answers in a real OPA, at the time of the record. */
function ask(input: Json, ...records: PlatformRecord[]): Json {
  const folder = mkdtempSync(join(scratch, 'bundle-'));
  for (const { name, text } of toOpaFiles(documentAt(new Date().toISOString(), [...records, signal]))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const args = ['eval', '--bundle', folder, '--stdin-input', '--format', 'json', 'data.whereabouts.verdict'];
  const answer = JSON.parse(execFileSync(opa, args, { input: JSON.stringify({ ...QUESTION, ...input }), encoding: 'utf8' }));
  return answer.result[0].expressions[0].value;
}

const NOW = '2023-02-23T11:00:00Z';
const LATER = '2099-01-01T00:00:00Z';
const standing = { effectiveAt: NOW, enforceBy: NOW, expiresAt: LATER, exemptions: [{ group: 'dsa-enforcement', until: LATER }] };
const suspended = tiktok(standing);
const limited = tiktok({ ...standing, decision: 'limit', conditions: [{ id: 'managed-browser-only' }, { id: 'no-account' }] });

it.each<[string, PlatformRecord, Json, Json]>([
  ['denies what is suspended', suspended, {}, { known: true, deny: true, decision: 'suspend', stale: false }],
  ['denies it to a group that is not exempted', suspended, { groups: ['press'] }, { deny: true }],
  ['denies it to an exempted group nowhere', suspended, { groups: ['press', 'dsa-enforcement'] }, { deny: false, decision: 'suspend' }],
  ['denies it on no device out of scope', suspended, { deviceClass: 'personal-device' }, { deny: false }],
  ['denies it where the question names no groups', suspended, { groups: undefined }, { deny: true }],
  ['denies what is limited when no condition is met', limited, {}, { deny: true, decision: 'limit' }],
  ['denies it when one of two conditions is met', limited, { conditionsMet: ['no-account'] }, { deny: true }],
  ['allows it when all are', limited, { conditionsMet: ['no-account', 'managed-browser-only'] }, { deny: false, decision: 'limit' }],
  ['allows an app without a decision', suspended, { appId: 'org.thoughtcrime.securesms' }, { known: true, deny: false, decision: 'none' }],
  ['says that it does not know an app', suspended, { appId: 'com.unknown' }, { known: false, deny: false, stale: false }],
  ['asks of phones of the other system by their own ids', suspended, { os: 'ios' }, { known: true, deny: true }],
  ['denies a domain below one that is suspended', suspended, { os: 'web', appId: 'www.m.tiktok.com' }, { known: true, deny: true }],
  ['knows a domain however it is written', suspended, { os: 'web', appId: 'WWW.TikTok.com.' }, { known: true, deny: true }],
  ['does not know a domain that ends alike', suspended, { os: 'web', appId: 'nottiktok.com' }, { known: false, deny: false }],
  ['takes no app for one below another', suspended, { appId: 'x.com.zhiliaoapp.musically' }, { known: false, deny: false }],
])('the example policy %s', (_, record, input, verdict) => {
  expect(ask(input, record)).toMatchObject(verdict);
});

/** Two platforms that name the app that is asked about. */
const apps = suspension.grounds.apps;
const naming = (platform: string, ...changes: Json[]) =>
  record(
    platform,
    changes.map((change) => ({ ...suspension, ...standing, exemptions: [], id: `dec_${platform}`, ...change })),
    { apps },
  );
const a = (...changes: Json[]) => naming('shared-a', ...changes);
const b = (...changes: Json[]) => naming('shared-b', ...changes);
const corporate = { scope: ['corporate-device'] };
const personal = { scope: ['enrolled-personal-device'] };
const limit = { decision: 'limit', conditions: [{ id: 'managed-browser-only' }] };
const met = { conditionsMet: ['managed-browser-only'] };
const exempting = { exemptions: standing.exemptions };
const press = { groups: ['dsa-enforcement'] };

it.each<[string, PlatformRecord[], Json, Json]>([
  [
    'by that of the two which binds personal devices',
    [a(corporate), b(personal)],
    {},
    { deny: true, decision: 'suspend', decisionId: 'dec_shared-b' },
  ],
  ['by the other on corporate ones', [a(corporate), b(personal)], { deviceClass: 'corporate-device' }, { deny: true, decisionId: 'dec_shared-a' }],
  ['by neither elsewhere', [a(corporate), b(personal)], { deviceClass: 'unenrolled' }, { deny: false }],
  ['to a group that one of two exempts', [a(exempting), b({})], press, { deny: true, decisionId: 'dec_shared-b' }],
  ['to no group that both exempt', [a(exempting), b(exempting)], press, { deny: false }],
  ['by a limit where the suspension exempts', [a(limit), b(exempting)], press, { deny: true, decision: 'limit', decisionId: 'dec_shared-a' }],
  ['no more once its condition is met', [a(limit), b(exempting)], { ...press, ...met }, { deny: false, decision: 'limit' }],
  ['by a suspension whatever condition of a limit is met', [a(limit), b({})], met, { deny: true, decision: 'suspend' }],
  ['though another platform is allowed', [a({ decision: 'allow' }), b({})], {}, { deny: true, decision: 'suspend' }],
  ['though another platform is undecided', [a(), b({})], {}, { deny: true, decision: 'suspend' }],
])('of an app of two platforms the example policy denies it %s', (_, records, input, verdict) => {
  expect(ask(input, ...records)).toMatchObject({ known: true, ...verdict });
  expect(ask(input, ...records.toReversed())).toMatchObject({ known: true, ...verdict });
});

it('knows an app that a suspended platform listed since, and does not deny it', () => {
  const since = { ...suspended, profile: { ...suspended.profile, apps: { android: [...apps.android, 'com.odd.lite'] } } };
  expect(ask({ appId: 'com.odd.lite' }, since)).toMatchObject({ known: true, deny: false, decision: 'none', decisionId: null });
});

it('the compiled policy that asks the exports back is what this OPA makes of it: `npm run opa-policy` writes it', () => {
  const made = compilePolicy();
  const toWasm = ({ wasm }: { wasm: string }) => gunzipSync(Buffer.from(wasm, 'base64'));
  expect({ ...made, wasm: '' }).toEqual({ ...compiled, wasm: '' });
  expect(toWasm(made).equals(toWasm(compiled))).toBe(true);
});
