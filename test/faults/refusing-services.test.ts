import { constants, generateKeyPairSync, privateEncrypt } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { announceMissed } from '../../lambdas/jobs/announce-missed.ts';
import { archiveCheckpoint } from '../../lambdas/jobs/archive-checkpoint.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { openCloudKey } from '../../lambdas/runtime/cloud/key.ts';
import { openEventBus } from '../../lambdas/runtime/event-bus.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { analyst, policyTool, startService } from '../started-service.ts';
import { expectIntact, expectWholeFeed, openRecord } from '../store/record.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const bridge = mockClient(EventBridgeClient);
const kms = mockClient(KMSClient);
afterEach(() => {
  bridge.reset();
  kms.reset();
});

const refuse = (name: string) => Object.assign(new Error('no'), { name });
/** What RFC 8017 sets before a SHA-256 that is signed. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const TIMES = Math.min(FAULT_TIMES, 40);
const REFUSALS = ['AccessDeniedException', 'ThrottlingException', 'KMSInvalidStateException', 'InternalException'];

test('a bus that takes nothing, or every other event, holds up no request, and gets them all in order when it takes them again', async () => {
  const service = await startService({ announce: openEventBus('bus') });
  onTestFinished(() => service.stop());
  const taken: string[] = [];
  let puts = 0;
  let isDown = true;
  bridge.on(PutEventsCommand).callsFake(({ Entries: [entry] }) => {
    puts += 1;
    if (isDown && puts % 3 === 0) throw refuse('InternalException');
    if (isDown) return { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] };
    const { subject, sequence } = JSON.parse(entry.Detail);
    taken.push(`${subject} ${Number(sequence)}`);
    return { FailedEntryCount: 0, Entries: [{ EventId: `${puts}` }] };
  });
  const platforms = Array.from({ length: TIMES }, (_, i) => `refused-${i}`);
  for (const platform of platforms) {
    const { create, approve } = openRecord(service, platform);
    await create();
    await approve('a');
    // People get their answers, and the feed its numbers, while the bus is down; the job says so by failing.
    await expect(announceMissed(service.deps)).rejects.toThrow('cannot be announced');
  }
  expect(taken).toEqual([]);
  const numbered = (await service.call('GET', '/v1/events', { as: analyst, query: { limit: '200' } })).json;
  expect(numbered.upTo).toBeGreaterThan(3 * TIMES - 1);
  isDown = false;
  const { sent } = await announceMissed(service.deps);
  expect(sent).toBe(taken.length);
  expect(new Set(taken).size).toBe(taken.length);
  for (const platform of platforms) {
    const events = await openRecord(service, platform).events();
    expect(taken.filter((it) => it.startsWith(`${platform} `))).toEqual(events.map((_, i) => `${platform} ${i + 1}`));
  }
  await expectWholeFeed(service);
  observe({
    fault: 'EventBridge refuses, throttles or answers that it did not take an event',
    times: puts - taken.length,
    seen: `people were answered and the feed was numbered meanwhile; every run of the job failed, which rings its alarm; then all ${taken.length} events left, once each and in order`,
    means: 'Readers of the feed notice nothing; mails and subscribers are late.',
  });
});

test('a key service that refuses stops signatures and nothing else, and what it missed is made up for', async () => {
  const client = new KMSClient({ region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const service = await startService(createSigning([openCloudKey(client, 'key')]));
  onTestFinished(() => service.stop());
  let refused = 0;
  const refuseAll = (name: string) =>
    kms.onAnyCommand().callsFake(() => {
      refused += 1;
      throw refuse(name);
    });
  for (let time = 0; time < TIMES; time += 1) {
    kms.reset();
    refuseAll(REFUSALS[time % REFUSALS.length] ?? '');
    const { create, approve, read } = openRecord(service, `unsigned-${time}`);
    await create();
    await approve('a');
    expect((await read()).status).toBe(200);
    await expect(archiveCheckpoint(service.deps)).rejects.toThrow();
    await expect(renewPolicy(service.deps)).rejects.toThrow();
    expect((await service.call('GET', '/v1/keys')).status).toBe(500);
  }
  // No half of a checkpoint or of a revision is left behind.
  expect(await service.deps.archive.list('')).toEqual([]);
  expect(await service.deps.store.findPolicyMark()).toBeUndefined();

  kms.reset();
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const padded = { key: privateKey, padding: constants.RSA_PKCS1_PADDING };
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
  kms.on(SignCommand).callsFake(({ Message }) => ({ Signature: privateEncrypt(padded, Buffer.concat([DIGEST_INFO, Message])) }));
  // As the schedule alone does.
  expect(await archiveCheckpoint(service.deps)).toEqual({ archived: 0, broken: 0 });
  expect(await renewPolicy(service.deps)).toMatchObject({ made: 1 });
  expect(await releasePolicy(service.deps)).toMatchObject({ released: 1 });
  expect((await service.call('GET', '/v1/keys')).json.keys).toHaveLength(1);
  expect((await service.call('GET', '/v1/policy/scores.json', { as: policyTool })).status).toBe(200);
  await expectIntact(service);
  observe({
    fault: 'KMS refuses, throttles or has the key disabled',
    times: refused,
    seen: 'people were answered; every run of the jobs that sign failed, which rings their alarms, and left nothing half done; the next run after it made up for all',
    means: 'Policy tools see exports grow older and say so; no user is shut out.',
  });
});
