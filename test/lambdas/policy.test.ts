import { gunzipSync } from 'node:zlib';
import { compactVerify, importSPKI } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyExports } from '../../domain/policy/exports.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { type Json, readExample, type Service, startService } from '../started-service.ts';

const APP = 'com.zhiliaoapp.musically';
const PATHS = policyExports.map(({ address }) => address);
/** Every export in every form that names decisions, but for the bundle. */
const FORMS = policyExports.flatMap(({ address, forms }) =>
  forms.filter(({ name, names }) => names !== 'nothing' && name !== 'opa-bundle').map(({ query }) => [address, query] as const),
);

let service: Service;
let acts: ReturnType<typeof deciding>;
let calls: ReturnType<typeof fetching>;
beforeAll(async () => {
  service = await startService();
  acts = deciding(service);
  calls = fetching(service);
  service.setNow('2023-02-23T09:00:00Z');
});
afterAll(() => service.stop());

const get: typeof calls.get = (...asked) => calls.get(...asked);
const minute: typeof calls.minute = (at) => calls.minute(at);
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
    await acts.assess('signal', { ...readExample('signal/2026-04-30.json'), asOf: '2022-12-31' }, readExample('signal/platform.json'));
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
    // One read unit.
    expect(JSON.stringify(await store.findPolicyMark()).length).toBeLessThan(4096);
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
    const part = await get('cedar/entities', {}, { ids: `android:${APP},ios:com.unknown` });
    const apps = (text: string) => JSON.parse(text).filter(({ uid }: Json) => uid.type === 'Whereabouts::App');
    expect(apps(whole.text).length).toBeGreaterThan(1);
    expect(apps(part.text).map(({ uid }: Json) => uid.id)).toEqual([`android:${APP}`]);
    expect(part.headers.etag).not.toBe(whole.headers.etag);
    const again = await get('cedar/entities', { 'if-none-match': part.headers.etag ?? '' }, { ids: `ios:com.unknown,android:${APP}` });
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

  it('is told for the browser that is named, and refused for none or another', async () => {
    for (const query of [{}, { kind: 'firefox' }, { kind: 'edge', as: 'rpz' }])
      expect([query, (await get('browser', {}, query)).status]).toEqual([query, 400]);
    expect((await get('browser', {}, { kind: 'chrome' })).json.kind).toBe('chrome');
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
      expect(text).toMatch(path === 'domains' ? /^tiktok\.com/m : path === 'browser' ? /\["tiktok\.com"\]/ : /com\.zhiliaoapp\.musically/);
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
