import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toTar } from '../../domain/policy/tar.ts';
import { readBundle } from '../../lambdas/jobs/asked-back/read-bundle.ts';
import { makePolicy } from '../../lambdas/jobs/make-policy.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { publishDecisions } from '../../lambdas/jobs/publish-decisions.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import type { Store } from '../../store/open-store.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { auditor, type Json, readExample, type Service, startService } from '../started-service.ts';

const APP = 'com.zhiliaoapp.musically';
const HOUR_MS = 3_600_000;

let service: Service;
let store: Store;
let moment = Date.parse('2023-03-17T09:00:00Z');
beforeAll(async () => {
  // The bus would let a revision out in the middle of a test.
  service = await startService({ announce: async () => {} });
  store = service.deps.store;
  setNow(moment);
  const acts = deciding(service);
  await acts.assess('tiktok', readExample('tiktok/2023-02-23.json'));
  const until = '2027-01-01T00:00:00Z';
  await acts.decide('tiktok', { exemptions: [{ group: 'dsa-enforcement', reason: 'Inspects it.', until }], enforceBy: '2023-03-17T00:00:00Z' });
  await renewPolicy(service.deps);
  expect(await releasePolicy(service.deps)).toEqual({ released: 1, refused: 0 });
});
afterAll(() => service.stop());
beforeEach(() => {
  Object.assign(service.deps, { store });
});

function setNow(at: number): void {
  moment = at;
  service.setNow(new Date(at).toISOString());
}
/** The next revision is due a day after the last, whatever happened. */
const nextDay = () => setNow(moment + 25 * HOUR_MS);
const get = (path: string) => fetching(service).get(path);
const served = async () => (await get('scores.json')).json.revision;
const mark = async () => service.deps.store.findPolicyMark();
const status = async () => (await service.call('GET', '/v1/status', { as: auditor })).json;

/** Writes something else than the writers made, under the seals of what it writes: a fault of the writers themselves. */
function plant(name: string, change: (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array): void {
  const recordExports: Store['recordExports'] = async (place, exports, ...others) => {
    const changed = new Map(exports);
    changed.set(name, await change(exports.get(name) ?? new Uint8Array()));
    return store.recordExports(place, changed, ...others);
  };
  Object.assign(service.deps, { store: { ...store, recordExports } });
}
const inText = (change: (text: string) => string) => (bytes: Uint8Array) => {
  const text = gunzipSync(bytes).toString('utf8');
  expect(change(text)).not.toBe(text);
  return gzipSync(change(text));
};
const inData = (change: (text: string) => string) => async (bytes: Uint8Array) => {
  const files = [...(await readBundle(bytes))].map(([name, content]) => ({ name, text: content.toString('utf8') }));
  return gzipSync(toTar(files.map(({ name, text }) => ({ name, text: name === 'whereabouts/data.json' ? change(text) : text }))));
};

describe('a revision of which one export concludes something else is held back, and the difference is named', () => {
  it.each<[string, string, (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'in the data of OPA',
      'opa-bundle',
      inData((text) => text.replaceAll('"decision":"suspend"', '"decision":"allow"')),
      `opa-bundle says of android:${APP} on corporate-device`,
    ],
    [
      'in a policy of Cedar',
      'cedar-fail-closed',
      inText((text) => text.replaceAll('!resource.', 'resource.')),
      `cedar-fail-closed says of android:${APP} on`,
    ],
    [
      'in the profile for Apple',
      'apple',
      inText((text) => text.replace(`<string>${APP}</string>`, '')),
      `apple says of ios:${APP} on corporate-device "not blocked", where the record says "blocked"`,
    ],
    [
      'in a policy for Android',
      'android-policy-fully_managed',
      inText((text) => text.replaceAll('"applications":[{', '"applications":[{"packageName":"com.innocent","installType":"BLOCKED"},{')),
      'android-policy-fully_managed says of android:com.innocent on corporate-device "blocked", where the record says "not blocked"',
    ],
    [
      'in a policy for Intune',
      'intune-ios-restrictions',
      inText((text) => text.replaceAll(/"compliantAppsList":\[\{[^\]]*\]/g, '"compliantAppsList":[]')),
      `intune-ios-restrictions says of ios:${APP} on corporate-device "not blocked", where the record says "blocked"; 1 more differ`,
    ],
    [
      'in the zone',
      'domains-rpz',
      inText((text) => text.replaceAll(/^(\*\.)?tiktok\.com/gm, '$1tiktok.org')),
      'domains-rpz says of web:tiktok.com on corporate-device and enrolled-personal-device "not blocked", where the record says "blocked"',
    ],
    [
      'in the CSV',
      'scores-csv',
      inText((text) => text.replaceAll(',dsa-enforcement,', ',,')),
      `scores-csv says of android:${APP} on corporate-device in the group dsa-enforcement`,
    ],
    ['a letter that no property list takes', 'apple', inText((text) => text.replace('Loss', '\uffffLoss')), 'apple cannot be read: '],
  ])('%s', async (_, name, change, reason) => {
    nextDay();
    const [before, android] = [await served(), (await get('android')).text];
    plant(name, change);
    expect(await renewPolicy(service.deps)).toMatchObject({ made: 1, withheld: 0 });
    expect(await releasePolicy(service.deps)).toEqual({ released: 0, refused: 1 });
    expect((await mark())?.withheld?.reason).toContain(reason);
    expect((await status()).withheld).toMatchObject({ reason: (await mark())?.withheld?.reason, since: new Date(moment).toISOString() });
    expect([await served(), (await get('android')).text]).toEqual([before, android]);

    // The same an hour later: it has been held back since the first time, which sounds the alarm.
    const since = new Date(moment).toISOString();
    setNow(moment + HOUR_MS);
    await renewPolicy(service.deps);
    expect(await releasePolicy(service.deps)).toEqual({ released: 0, refused: 1 });
    expect((await mark())?.withheld?.since).toBe(since);
    expect(await measureLag(service.deps)).toMatchObject({ exportWithheldHours: 1 });

    Object.assign(service.deps, { store });
    setNow(moment + HOUR_MS);
    await renewPolicy(service.deps);
    expect(await releasePolicy(service.deps)).toEqual({ released: 1, refused: 0 });
    expect(await mark()).not.toHaveProperty('withheld');
    expect(await served()).not.toBe(before);
  });

  it('in what was edited behind the service between its making and its asking', async () => {
    nextDay();
    const before = await served();
    await renewPolicy(service.deps);
    const { candidate } = (await mark()) ?? {};
    const readExport: Store['readExport'] = (from, name) =>
      store.readExport({ ...from, seals: { ...from.seals, ...(name === 'domains-rpz' && { [name]: '0'.repeat(64) }) } }, name);
    Object.assign(service.deps, { store: { ...store, readExport } });
    expect(candidate).toBeDefined();
    expect(await releasePolicy(service.deps)).toEqual({ released: 0, refused: 1 });
    expect((await mark())?.withheld?.reason).toBe('domains-rpz is not what was written');
    expect(await served()).toBe(before);
    Object.assign(service.deps, { store });
    setNow(moment + HOUR_MS);
    await renewPolicy(service.deps);
    expect(await releasePolicy(service.deps)).toMatchObject({ released: 1 });
  });
});

/** A store whose owner is killed when it asks for something the nth time: before it is done, or after. */
function killedAt(what: keyof Store, nth: number, isDone: boolean): Deps {
  let asked = 0;
  let isDead = false;
  const dying = new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (name === what) asked += 1;
        const isLast = name === what && asked === nth;
        if (isDead || (isLast && !isDone)) throw new Error('killed');
        const answer: unknown = await method(...args);
        if (!isLast) return answer;
        isDead = true;
        throw new Error('killed');
      };
    },
  });
  return { ...service.deps, store: dying };
}

describe('whoever is killed leaves the last revision or the whole new one, and the next run ends it', () => {
  it.each<[string, string, keyof Store, number, boolean]>([
    ['a maker', 'before it has written the exports', 'recordExports', 1, false],
    ['a maker', 'after that', 'recordExports', 1, true],
    ['a maker', 'before the candidate is named', 'setPolicyMark', 1, false],
    ['a maker', 'after that', 'setPolicyMark', 1, true],
    ['who asks', 'before it has read the candidate', 'findPolicyMark', 1, false],
    ['who asks', 'in the middle of the exports', 'readExport', 9, false],
    ['who asks', 'before the candidate stands', 'recordRelease', 1, false],
    ['who asks', 'after that', 'recordRelease', 1, true],
  ])('%s %s (%s)', async (who, _, what, nth, isDone) => {
    nextDay();
    const before = await served();
    if (who === 'who asks') await renewPolicy(service.deps);
    const job = who === 'who asks' ? releasePolicy : renewPolicy;
    await expect(job(killedAt(what, nth, isDone))).rejects.toThrow('killed');
    const { current, candidate } = (await mark()) ?? {};
    const isOut = job === releasePolicy && what === 'recordRelease' && isDone;
    expect([current?.revision, await served()]).toEqual([isOut ? expect.not.stringMatching(before) : before, current?.revision]);
    expect(candidate === undefined).toBe(isOut || (job === renewPolicy && !(what === 'setPolicyMark' && isDone)));

    await renewPolicy(service.deps);
    expect(await releasePolicy(service.deps)).toEqual({ released: Number(!isOut), refused: 0 });
    expect(await served()).not.toBe(before);
    expect((await get('android')).text).toContain(APP);
  });
});

describe('when several are at it at once', () => {
  it('two makers leave one candidate, and two who ask it let it out once', async () => {
    nextDay();
    const before = Number((await served()).slice(0, 6));
    const event = { type: 'eu.whereabouts.decision.approved.v1' } as Json;
    await Promise.all([makePolicy(service.deps), renewPolicy(service.deps), publishDecisions(event, service.deps)]);
    const letOut = await Promise.all([releasePolicy(service.deps), releasePolicy(service.deps)]);
    expect(letOut.map(({ released }) => released).sort()).toEqual([0, 1]);
    expect(Number((await served()).slice(0, 6))).toBe(before + 1);
    expect(await mark()).not.toHaveProperty('candidate');
  });

  it('a candidate that is replaced while it is asked does not go out: the one in its place is asked', async () => {
    nextDay();
    await renewPolicy(service.deps);
    const old = (await mark())?.candidate;
    let isReplaced = false;
    const readExport: Store['readExport'] = async (...args) => {
      if (!isReplaced) {
        isReplaced = true;
        await service.call('PUT', '/v1/platforms/tiktok', await renaming());
        expect(await makePolicy({ ...service.deps, store })).toBe('made');
      }
      return store.readExport(...args);
    };
    expect(await releasePolicy({ ...service.deps, store: { ...store, readExport } })).toEqual({ released: 1, refused: 0 });
    expect((await mark())?.current?.place).not.toBe(old?.place);
    expect((await get('scores.json')).text).toContain('TikTok, renamed');
    expect(await mark()).not.toHaveProperty('candidate');
  });

  it('a candidate of an epoch before a restore is dropped, and made anew in its own', async () => {
    nextDay();
    await renewPolicy(service.deps);
    const { version: _, ...waiting } = (await mark()) ?? { version: 0, remakeAt: '' };
    await store.setPolicyMark(await mark(), { ...waiting, epoch: 3 });
    expect(await releasePolicy(service.deps)).toEqual({ released: 0, refused: 0 });
    expect(await renewPolicy(service.deps)).toMatchObject({ made: 1 });
    expect(await releasePolicy(service.deps)).toEqual({ released: 1, refused: 0 });
    expect(await served()).toMatch(/^3000001-/);
  });

  it('a candidate is dropped when another revision has taken the place that it was made for', async () => {
    nextDay();
    await renewPolicy(service.deps);
    const found = await mark();
    if (!found?.candidate) throw new Error('no candidate');
    const { version: _, candidate, ...standing } = found;
    const { after: __, since: ___, ...written } = candidate;
    await store.setPolicyMark(found, { ...standing, current: { ...written, place: 'elsewhere' }, candidate });
    expect(await releasePolicy(service.deps)).toEqual({ released: 0, refused: 0 });
    const dropped = await mark();
    expect(dropped).not.toHaveProperty('candidate');
    expect(dropped?.remakeAt).toBe(new Date(moment).toISOString());
    const { version: ____, ...rest } = dropped ?? found;
    await store.setPolicyMark(dropped, { ...rest, ...(standing.current && { current: standing.current }) });
  });
});

it('a candidate that nobody asks is held back, and sounds the alarm as such', async () => {
  nextDay();
  await renewPolicy(service.deps);
  setNow(moment + 2 * HOUR_MS);
  expect(await measureLag(service.deps)).toMatchObject({ exportWithheldHours: 2 });
  expect(await status()).toMatchObject({ withheld: { reason: expect.stringContaining('has not been asked back') } });
  expect(await releasePolicy(service.deps)).toMatchObject({ released: 1 });
  expect(await measureLag(service.deps)).toMatchObject({ exportWithheldHours: 0 });
  expect((await status()).withheld).toBeNull();
});

async function renaming() {
  const { headers, json } = await service.call('GET', '/v1/platforms/tiktok', { as: auditor });
  const body = { ...readExample('tiktok/platform.json'), name: 'TikTok, renamed' };
  expect(json.name).not.toBe(body.name);
  return { as: { id: 'analyst', scopes: ['assess', 'read'] as const }, body, headers: { 'if-match': headers.etag ?? '' } };
}
