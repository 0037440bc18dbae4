import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlatformRecord } from '../../domain/policy/document.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import { documentAt, signal, tiktok } from '../domain/policy/commission.ts';
import type { Json } from '../started-service.ts';
import { buildOpa } from './build-opa.ts';
import { QUESTION } from './opa-stage.ts';

const scratch = mkdtempSync(join(tmpdir(), 'whereabouts-rego-'));
let opa: string;
beforeAll(() => {
  opa = buildOpa();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the example policy answers in a real OPA, at the time of the record. */
function ask(input: Json, record: PlatformRecord): Json {
  const folder = mkdtempSync(join(scratch, 'bundle-'));
  for (const { name, text } of toOpaFiles(documentAt(new Date().toISOString(), [record, signal]))) {
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
])('the example policy %s', (_, record, input, verdict) => {
  expect(ask(input, record)).toMatchObject(verdict);
});
