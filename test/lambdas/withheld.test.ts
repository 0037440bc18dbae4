import { generateKeyPairSync, sign as signText } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { type Json, readExample, type Service, startService } from '../started-service.ts';

const APP = 'com.zhiliaoapp.musically';

let service: Service;
let acts: ReturnType<typeof deciding>;
let calls: ReturnType<typeof fetching>;
beforeAll(async () => {
  service = await startService();
  acts = deciding(service);
  calls = fetching(service);
  service.setNow('2023-03-17T09:00:00Z');
  await acts.assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await calls.minute('2023-03-17T09:01:00Z');
});
afterAll(() => service.stop());

const get: typeof calls.get = (...asked) => calls.get(...asked);
const minute: typeof calls.minute = (at) => calls.minute(at);

describe('a broken revision is held back while the last good one is served', () => {
  it('when its signature does not hold', async () => {
    const good = (await get('scores.json')).text;
    const { sign } = service.deps;
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const foreign = createSigning([
      { publicKey: async () => other.publicKey, sign: async (text) => signText('RSA-SHA256', Buffer.from(text), other.privateKey) },
    ]);
    Object.assign(service.deps, { sign: foreign.sign });
    try {
      expect(await minute('2023-03-18T09:02:00Z')).toEqual({ behind: 0, made: 0, withheld: 1 });
      expect((await get('scores.json')).text).toBe(good);
      expect((await service.deps.store.findPolicyMark())?.withheld?.reason).toBe('the signature of the bundle does not hold');
    } finally {
      Object.assign(service.deps, { sign });
    }
    const { signDetached } = service.deps;
    Object.assign(service.deps, { signDetached: foreign.signDetached });
    try {
      expect(await minute('2023-03-18T10:02:00Z')).toEqual({ behind: 0, made: 0, withheld: 1 });
      expect((await service.deps.store.findPolicyMark())?.withheld?.reason).toBe('the signature of opa-bundle does not hold');
    } finally {
      Object.assign(service.deps, { signDetached });
    }
    expect(await minute('2023-03-18T11:02:00Z')).toEqual({ behind: 0, made: 1, withheld: 0 });
    expect((await service.deps.store.findPolicyMark())?.withheld).toBeUndefined();
  });

  it('and is made by the next minute in which it can be, when an approval came in one in which it could not', async () => {
    service.setNow('2023-03-18T10:30:00Z');
    const { sign } = service.deps;
    Object.assign(service.deps, {
      sign: async () => {
        throw new Error('the key is out of reach');
      },
    });
    let decision: Json;
    try {
      decision = await acts.decide('tiktok', { enforceBy: '2023-03-18T10:30:00Z' });
      await service.pump();
      expect((await get('android')).text).not.toContain(APP);
    } finally {
      Object.assign(service.deps, { sign });
    }
    expect(await minute('2023-03-18T10:31:00Z')).toMatchObject({ made: 1 });
    expect((await get('android')).text).toContain(APP);
    await acts.revoke(decision);
    await service.pump();
  });

  it.each<[string, string, (decision: Json) => Json]>([
    [
      'names another app',
      'differs from what was approved',
      (one) => ({ ...one, grounds: { ...one.grounds, apps: { ...one.grounds.apps, ios: ['com.innocent'] } } }),
    ],
    ['begins to bite later', 'differs from what was approved', (one) => ({ ...one, enforceBy: '2026-01-01T00:00:00Z' })],
    ['has another hash', 'is not what its hash says', (one) => ({ ...one, hash: '0'.repeat(64) })],
    [
      'is not in the record',
      'is not in the record',
      (one) => ({ ...one, id: 'dec_01GSYR0DM0JHEKW1222WS1PDZ8', effectiveAt: '2023-03-18T10:40:00Z' }),
    ],
  ])('when a platform was changed behind the API so that its decision %s', async (_, reason, change) => {
    service.setNow('2023-03-18T10:50:00Z');
    const decision = await acts.decide('tiktok', { effectiveAt: '2023-03-18T10:35:00Z', enforceBy: '2023-03-18T10:50:00Z' });
    await service.pump();
    expect((await get('android')).text).toContain(APP);
    const { store } = service.deps;
    const alter = async () => ({
      heads: (await store.listPolicyRecords()).heads.map((head) => ({
        ...head,
        ...(head.decisions && { decisions: head.decisions.map((one) => change(one)) }),
      })),
      setAside: [],
    });
    Object.assign(service.deps, { store: { ...store, listPolicyRecords: alter } });
    try {
      service.setNow('2023-03-19T10:51:00Z');
      expect(await renewPolicy(service.deps)).toMatchObject({ withheld: 1 });
      expect((await store.findPolicyMark())?.withheld?.reason).toContain(reason);
      expect((await get('apple')).text).not.toContain('com.innocent');
    } finally {
      Object.assign(service.deps, { store });
    }
    service.setNow('2023-03-18T10:50:00Z');
    await acts.revoke(decision);
    await service.pump();
  });

  it('when blocks are gone though their decisions stand', async () => {
    service.setNow('2023-03-18T11:00:00Z');
    await acts.decide('tiktok', { enforceBy: '2023-03-18T11:00:00Z' });
    await service.pump();
    expect((await get('android')).text).toContain(APP);
    const { store } = service.deps;
    Object.assign(service.deps, {
      store: {
        ...store,
        listPolicyRecords: async () => ({
          heads: (await store.listPolicyRecords()).heads.filter(({ platform }) => platform !== 'tiktok'),
          setAside: [],
        }),
      },
    });
    try {
      expect(await minute('2023-03-19T12:00:00Z')).toEqual({ behind: 0, made: 0, withheld: 1 });
      expect(await minute('2023-03-21T12:00:00Z')).toEqual({ behind: 0, made: 0, withheld: 1 });
      expect((await get('android')).text).toContain(APP);
      expect((await store.findPolicyMark())?.withheld?.reason).toContain('are gone though their decisions stand');
    } finally {
      Object.assign(service.deps, { store });
    }
    expect(await minute('2023-03-21T14:00:00Z')).toEqual({ behind: 0, made: 1, withheld: 0 });
  });
});
