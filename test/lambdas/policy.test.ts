import { generateKeyPairSync, sign as signText } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { compactVerify, importSPKI } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANDROID_MODES } from '../../domain/policy/android.ts';
import { INTUNE_KINDS } from '../../domain/policy/intune.ts';
import { moveDecisions } from '../../lambdas/jobs/move-decisions.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { deciding } from '../decision-case.ts';
import { auditor, type Json, policyTool, readExample, type Service, startService } from '../started-service.ts';

const APP = 'com.zhiliaoapp.musically';
const PATHS = ['opa/bundles/whereabouts.tar.gz', 'cedar/entities', 'android', 'apple', 'intune', 'domains', 'scores.csv', 'scores.json'];
/** Every export in every form that names decisions. */
const FORMS: readonly (readonly [path: string, query: Record<string, string>])[] = [
  ['cedar/entities', {}],
  ['cedar/entities', { format: 'avp' }],
  ...ANDROID_MODES.flatMap((mode) => ['policy', 'modify'].map((as) => ['android', { mode, as }] as const)),
  ['apple', {}],
  ...INTUNE_KINDS.map((kind) => ['intune', { kind }] as const),
  ['domains', {}],
  ['domains', { as: 'rpz' }],
  ['scores.csv', {}],
  ['scores.json', {}],
];
const queryOf = (path: string): Record<string, string> => (path === 'intune' ? { kind: 'ios-restrictions' } : {});

let service: Service;
let acts: ReturnType<typeof deciding>;
beforeAll(async () => {
  service = await startService();
  acts = deciding(service);
  service.setNow('2023-02-23T09:00:00Z');
});
afterAll(() => service.stop());

const get = (path: string, headers: Record<string, string> = {}, query = queryOf(path)) =>
  service.call('GET', `/v1/policy/${path}`, { as: policyTool, headers, query });
const minute = async (at: string) => {
  service.setNow(at);
  await moveDecisions(service.deps);
  await service.pump();
  return renewPolicy(service.deps);
};
const numberOf = async () => Number((await get('scores.json')).json.revision.slice(0, 6));
const readBundle = (text: string): Record<string, string> => {
  const tar = gunzipSync(Buffer.from(text, 'base64'));
  const files: Record<string, string> = {};
  for (let place = 0; tar[place] !== 0 && place < tar.length; ) {
    const name = tar.toString('utf8', place, tar.indexOf(0, place));
    const size = Number.parseInt(tar.toString('utf8', place + 124, place + 135), 8);
    files[name] = tar.toString('utf8', place + 512, place + 512 + size);
    place += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
};

describe('the exports', () => {
  it('are held back while there is no good revision, and asked for with the scope alone', async () => {
    for (const path of PATHS) expect((await get(path)).json).toMatchObject({ status: 503, type: '/v1/problems/export-withheld' });
    expect((await service.call('GET', '/v1/policy/android', { as: { id: 'x', scopes: ['read'] } })).status).toBe(403);
  });

  it('are there once the first revision is made, and cost one small read while it stands', async () => {
    await acts.assess('tiktok', readExample('tiktok/2023-02-23.json'));
    // The register begins a chain of its own, which is no platform.
    await reviewPlatforms(service.deps);
    await acts.assess('signal', readExample('signal/2026-04-30.json'), readExample('signal/platform.json'));
    expect(await minute('2023-02-23T09:01:00Z')).toEqual({ behind: 0, made: 1, withheld: 0 });
    expect(await minute('2023-02-23T09:02:00Z')).toEqual({ behind: 0, made: 0, withheld: 0 });
    for (const path of PATHS) {
      const { status, headers } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['whereabouts-fresh-until']).toBe('2023-02-25T09:01:00.000Z');
      const again = await get(path, { 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.text]).toEqual([304, '']);
      expect((await get(path, { 'if-none-match': '' })).status).toBe(200);
    }
    expect((await get('scores.json')).text).not.toContain('suspend');
    const { store } = service.deps;
    const asked: string[] = [];
    const watched = new Proxy(store, {
      get(target, name) {
        asked.push(String(name));
        return Reflect.get(target, name);
      },
    });
    const { etag = '' } = (await get('opa/bundles/whereabouts.tar.gz')).headers;
    Object.assign(service.deps, { store: watched });
    try {
      expect((await get('opa/bundles/whereabouts.tar.gz', { 'if-none-match': etag })).status).toBe(304);
    } finally {
      Object.assign(service.deps, { store });
    }
    expect(asked).toEqual(['findPolicyMark']);
    expect(JSON.stringify(await store.findPolicyMark()).length).toBeLessThan(1000);
  });
});

describe('the Commission’s case, replayed', () => {
  let decision: Json;
  const android = async () => (await get('android')).json;
  const bundle = async () => readBundle((await get('opa/bundles/whereabouts.tar.gz')).text);

  it('is in no export before it takes effect', async () => {
    service.setNow('2023-02-23T10:00:00Z');
    decision = await acts.decide('tiktok');
    await service.pump();
    expect((await get('scores.json')).json.decisions).toBe(0);
  });

  it('is denied by OPA and Cedar from then on, and pending on devices', async () => {
    expect(await minute('2023-02-23T11:00:00Z')).toBeDefined();
    const data = JSON.parse((await bundle())['whereabouts/data.json'] ?? '');
    expect(data.apps.android[APP]).toMatchObject({ decision: 'suspend', scope: decision.scope, decisionId: decision.id, enforced: false });
    expect(data.meta).toMatchObject({ decisions: 1, limits: { dropped: 0 } });
    expect((await get('cedar/entities')).text).toContain('"decision":"suspend"');
    expect(await android()).toMatchObject({ policies: [{ applications: [] }], pending: [{ appId: APP, enforceBy: '2023-03-15T00:00:00Z' }] });
  });

  it('is cut for Cedar to the apps asked for, in the form asked for, each with an ETag of its own', async () => {
    const whole = await get('cedar/entities');
    const part = await get('cedar/entities', {}, { ids: `android:${APP},ios:com.nobody` });
    const apps = (text: string) => JSON.parse(text).filter(({ uid }: Json) => uid.type === 'Whereabouts::App');
    expect(apps(whole.text).length).toBeGreaterThan(1);
    expect(apps(part.text).map(({ uid }: Json) => uid.id)).toEqual([`android:${APP}`]);
    expect(part.headers.etag).not.toBe(whole.headers.etag);
    const again = await get('cedar/entities', { 'if-none-match': part.headers.etag ?? '' }, { ids: `ios:com.nobody,android:${APP}` });
    expect(again.status).toBe(304);
    const avp = await get('cedar/entities', {}, { format: 'avp', ids: `android:${APP}` });
    expect(
      avp.json.entityList
        .map(({ identifier }: Json) => identifier.entityType)
        .sort()
        .at(0),
    ).toBe('Whereabouts::App');
    expect(JSON.parse((await get('cedar/entities', {}, { as: 'schema', format: 'avp' })).text)).toHaveProperty('Whereabouts.entityTypes.App');
    const ids = Array.from({ length: 101 }, (_, i) => `web:a${i}.example`).join(',');
    for (const query of [{ ids }, { ids: 'nobody' }, { as: 'schema', ids: `android:${APP}` }])
      expect((await get('cedar/entities', {}, query)).status).toBe(400);
    expect((await get('cedar/entities', {}, { ids: ids.slice(0, ids.lastIndexOf(',')) })).status).toBe(200);
  });

  it('is a block on devices from its deadline on, with its consequence', async () => {
    for (let day = Date.parse('2023-02-24T11:00:00Z'); day < Date.parse('2023-03-15T00:00:00Z'); day += 86_400_000)
      expect(await minute(new Date(day).toISOString())).toEqual({ behind: 0, made: 1, withheld: 0 });
    await minute('2023-03-15T00:00:00Z');
    expect(await android()).toMatchObject({ policies: [{ applications: [{ packageName: APP, installType: 'BLOCKED' }] }], pending: [] });
    expect((await get('apple')).text).toContain(`<string>${APP}</string>`);
    expect((await get('intune', {}, { kind: 'ios-compliance' })).text).toContain(APP);
    expect((await get('domains')).text.split('\n')).toContain('tiktok.com');
  });

  it('is in every export then: the decision, both scopes, the deadline and the consequence', async () => {
    const texts: [path: string, query: Record<string, string>, text: string][] = [
      ['opa-bundle', {}, (await bundle())['whereabouts/data.json'] ?? ''],
    ];
    for (const [path, query] of FORMS) texts.push([path, query, (await get(path, {}, query)).text]);
    expect(texts).toHaveLength(FORMS.length + 1);
    for (const [path, query, text] of texts) {
      const deadline = path === 'cedar/entities' ? String(Date.parse('2023-03-15T00:00:00Z') / 1000) : '2023-03-15T00:00:00Z';
      const words = [decision.id, 'corporate-device', 'enrolled-personal-device', deadline, 'Loss of corporate apps'];
      expect([path, query, words.filter((word) => !text.includes(word))]).toEqual([path, query, []]);
      expect(text).toMatch(path === 'domains' ? /^tiktok\.com/m : /com\.zhiliaoapp\.musically/);
    }
  });

  it('is signed so that a consumer can check it, and the same bytes each time', async () => {
    const [one, two] = [await get('opa/bundles/whereabouts.tar.gz'), await get('opa/bundles/whereabouts.tar.gz')];
    expect(one.text).toBe(two.text);
    const files = readBundle(one.text);
    const [key] = await service.deps.publicKeys();
    const { payload, protectedHeader } = await compactVerify(
      JSON.parse(files['.signatures.json'] ?? '').signatures[0],
      await importSPKI(key?.pem ?? '', 'RS256'),
    );
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: key?.kid, typ: 'JWT' });
    const signed = JSON.parse(new TextDecoder().decode(payload));
    expect(Object.keys(signed)).toEqual(['files', 'keyid', 'scope']);
    expect(signed.keyid).toBe(key?.kid);
    expect(signed.files.map(({ name }: { name: string }) => name)).toEqual(Object.keys(files).filter((name) => name !== '.signatures.json'));
  });

  it('is gone from every export at once after its revocation', async () => {
    const before = await numberOf();
    service.setNow('2023-03-16T09:00:00Z');
    await acts.revoke(decision);
    await service.pump();
    expect(await numberOf()).toBeGreaterThan(before);
    for (const path of ['android', 'apple', 'intune', 'domains']) expect((await get(path)).text).not.toMatch(/musically|tiktok\.com/);
    expect((await bundle())['whereabouts/data.json']).not.toMatch(/suspend|dec_/);
    for (const [path, query] of FORMS)
      expect([path, query, (await get(path, {}, query)).text.match(/suspend|dec_|Loss of/)]).toEqual([path, query, null]);
  });
});

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
      expect(await minute('2023-03-18T09:00:00Z')).toEqual({ behind: 0, made: 0, withheld: 1 });
      expect((await get('scores.json')).text).toBe(good);
      expect((await service.deps.store.findPolicyMark())?.withheld?.reason).toBe('the signature of the bundle does not hold');
    } finally {
      Object.assign(service.deps, { sign });
    }
    expect(await minute('2023-03-18T10:00:00Z')).toEqual({ behind: 0, made: 1, withheld: 0 });
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
      'is told otherwise than it was approved',
      (one) => ({ ...one, grounds: { ...one.grounds, apps: { ...one.grounds.apps, ios: ['com.innocent'] } } }),
    ],
    ['begins to bite later', 'is told otherwise than it was approved', (one) => ({ ...one, enforceBy: '2026-01-01T00:00:00Z' })],
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
    const alter = async () =>
      (await store.listPolicyRecords()).map((head) => ({ ...head, ...(head.decisions && { decisions: head.decisions.map((one) => change(one)) }) }));
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
      store: { ...store, listPolicyRecords: async () => (await store.listPolicyRecords()).filter(({ platform }) => platform !== 'tiktok') },
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

describe('consumers', () => {
  const status = (id: string, revision: string, more: Json = {}) =>
    service.call('POST', '/v1/policy/opa/status', {
      as: policyTool,
      body: {
        labels: { id, version: '1.10.0' },
        bundles: { whereabouts: { name: 'whereabouts', active_revision: revision, ...more } },
        metrics: { a: 1 },
      },
    });
  const list = async () => (await service.call('GET', '/v1/policy/consumers', { as: auditor })).json;
  const told = async () =>
    (await service.deps.store.readChain('consumers', { units: 1000 })).standing.events.map(({ content }) => {
      const { type, data } = content as { type: string; data: { consumer: string } };
      return `${type} ${data.consumer}`;
    });

  it('are listed with what they hold and what went wrong, and told of once when they fall behind', async () => {
    const { revision } = (await get('scores.json')).json;
    const error = { code: 'bundle_error', message: 'bundle signature verification failed', last_successful_activation: '2023-03-01T00:00:00Z' };
    expect((await status('opa-1', revision)).status).toBe(204);
    expect((await status('opa-2', '000003-00000000', error)).status).toBe(204);
    expect(await list()).toMatchObject({
      revision,
      withheld: null,
      items: [
        { id: 'opa-1', by: 'policy-tool', revision, isBehind: false, error: null },
        { id: 'opa-2', isBehind: true, error: { code: 'bundle_error', message: 'bundle signature verification failed' } },
      ],
    });
    await minute('2023-03-21T14:20:00Z');
    await minute('2023-03-21T14:21:00Z');
    expect(await told()).toEqual(['consumer.behind opa-2']);
    await status('opa-2', revision);
    await minute('2023-03-21T14:22:00Z');
    expect(await told()).toEqual(['consumer.behind opa-2', 'consumer.caught-up opa-2']);
    await service.pump();
    const feed = await service.call('GET', '/v1/events', { as: auditor, query: { types: 'consumer.behind' } });
    expect(feed.json.items[0]).toMatchObject({ subject: 'consumers', source: '/v1/policy/consumers' });
    const verified = await service.call('GET', '/v1/audit/verify', { as: auditor, query: {} });
    expect(verified.json).toMatchObject({ intact: true });
  });

  it('report under a partition just as well', async () => {
    const body = { labels: { id: 'opa-gateway' }, bundles: { whereabouts: { active_revision: '000003-00000000' } } };
    expect((await service.call('POST', '/v1/policy/opa/status/gateway', { as: policyTool, body })).status).toBe(204);
    expect((await list()).items.at(-1)).toMatchObject({ id: 'opa-gateway', revision: '000003-00000000', isBehind: true });
  });

  it('may say anything else, and are refused without a name', async () => {
    expect((await service.call('POST', '/v1/policy/opa/status', { as: policyTool, body: { labels: {}, bundles: {} } })).status).toBe(400);
    expect((await service.call('POST', '/v1/policy/opa/status', { as: policyTool, body: { labels: { id: 'opa-z' } } })).status).toBe(204);
    expect((await list()).items.at(-1)).toMatchObject({ id: 'opa-z', revision: null, isBehind: true });
  });
});
