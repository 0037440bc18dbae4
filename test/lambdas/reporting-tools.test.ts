import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { auditor, type Json, policyTool, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
let calls: ReturnType<typeof fetching>;
let revision: string;
beforeAll(async () => {
  service = await startService();
  calls = fetching(service);
  service.setNow('2023-03-14T09:00:00Z');
  await deciding(service).assess('tiktok', readExample('tiktok/2023-02-23.json'));
  for (let day = 14; day < 18; day += 1) await calls.minute(`2023-03-${day}T14:00:00Z`);
  revision = (await calls.get('scores.json')).json.revision;
});
afterAll(() => service.stop());
beforeEach(() => service.setNow('2023-03-17T14:01:00Z'));

const list = async (query: Json = {}) => (await service.call('GET', '/v1/policy/consumers', { as: auditor, query })).json;
const find = async (id: string, part: Json = {}) =>
  (await list({ limit: '200' })).items.find((one: Json) => one.id === id && Object.entries(part).every(([name, value]) => one[name] === value));
const opa = (id: string, bundles: Json, labels: Json = {}, path = '') =>
  service.call('POST', `/v1/policy/opa/status${path}`, { as: policyTool, body: { labels: { id, ...labels }, bundles } });
const old = '000001-00000000';

describe('any tool', () => {
  const report = (id: string, body: Json) => service.call('POST', `/v1/policy/consumers/${id}/report`, { as: policyTool, body });
  const counts = (more: Json = {}) => ({ revision, target: 'android-fully-managed', devices: 1200, enforcing: 1187, ...more });

  it('reports what it enforces and on how many devices, a line for each target', async () => {
    expect(await report('emm', counts())).toMatchObject({
      status: 204,
      text: '',
      headers: { 'whereabouts-revision': revision, 'whereabouts-standing': 'current' },
    });
    await report('emm', counts({ target: 'ios-supervised', devices: 3, enforcing: 3 }));
    await report('emm', counts({ enforcing: 1200 }));
    expect(await find('emm', { target: 'android-fully-managed' })).toMatchObject({
      by: 'policy-tool',
      revision,
      devices: 1200,
      enforcing: 1200,
      isBehind: false,
      bundle: null,
    });
    expect(await find('emm', { target: 'ios-supervised' })).toMatchObject({ devices: 3, enforcing: 3 });
  });

  it.each([
    ['behind', old],
    ['ahead', '999999-deadbeef'],
  ])('is told when it is %s', async (standing, held) => {
    expect((await report('late', counts({ revision: held }))).headers).toMatchObject({
      'whereabouts-revision': revision,
      'whereabouts-standing': standing,
    });
    expect(await find('late')).toMatchObject({ revision: held, isBehind: true, isAhead: standing === 'ahead' });
    const status = await service.call('GET', '/v1/status', { as: auditor });
    expect(status.json.consumers[standing]).toBe(1);
  });

  it.each([
    ['a revision of no such form', { revision: '7' }, ['/revision']],
    ['a target that is no word', { target: 'Phones of Ann' }, ['/target']],
    ['more in force than there are', { devices: 1, enforcing: 2 }, ['/enforcing']],
    ['counts out of bounds', { devices: 10_000_001, enforcing: -1 }, ['/devices', '/enforcing']],
    ['names of devices', { users: ['ann'] }, ['/users']],
    [
      'nothing at all',
      { revision: undefined, target: undefined, devices: undefined, enforcing: undefined },
      ['/revision', '/target', '/devices', '/enforcing'],
    ],
  ])('is refused with every fault: %s', async (_, body, pointers) => {
    const { status, json } = await report('emm', counts(body));
    expect([status, json.errors.map(({ pointer }: Json) => pointer).sort()]).toEqual([400, pointers.toSorted()]);
  });

  it('is refused without the scope, or by a name that is none', async () => {
    expect((await service.call('POST', '/v1/policy/consumers/emm/report', { as: auditor, body: counts() })).status).toBe(403);
    for (const id of ['a b', 'x'.repeat(201)]) expect((await report(encodeURIComponent(id), counts())).status).toBe(400);
  });
});

describe('several bundles in one OPA', () => {
  it('are told apart by name, those of others left out', async () => {
    const theirs = { name: 'authz', active_revision: 'v7' };
    await opa('opa-many', { authz: theirs, residency: { active_revision: old }, whereabouts: { active_revision: revision } });
    expect(await find('opa-many', { bundle: 'whereabouts' })).toMatchObject({ revision, isBehind: false });
    expect(await find('opa-many', { bundle: 'residency' })).toMatchObject({ revision: old, isBehind: true });
    expect(await find('opa-many', { bundle: 'authz' })).toBeUndefined();
  });

  it('take the place of what it reported before it held any', async () => {
    await opa('beginner', {});
    expect((await list({ limit: '200' })).items.filter(({ id }: Json) => id === 'beginner')).toMatchObject([{ bundle: null, revision: null }]);
    service.setNow('2023-03-17T14:01:30Z');
    await opa('beginner', { whereabouts: { active_revision: revision } });
    expect((await list({ limit: '200' })).items.filter(({ id }: Json) => id === 'beginner')).toMatchObject([{ bundle: 'whereabouts', revision }]);
  });

  it('count where none of them was loaded yet', async () => {
    await opa('opa-new', { authz: { active_revision: 'v7' }, residency: { code: 'bundle_error', message: 'no key' } });
    expect(await find('opa-new')).toMatchObject({ bundle: 'residency', revision: null, isBehind: true, error: { code: 'bundle_error' } });
  });
});

describe('an instance that falls silent', () => {
  /** Reports so often, `seconds` apart, the last at 15:00. */
  const reportEvery = async (id: string, seconds: number, times: number, held = old) => {
    for (let i = times - 1; i >= 0; i -= 1) {
      service.setNow(new Date(Date.parse('2023-03-17T15:00:00Z') - i * seconds * 1000).toISOString());
      await opa(id, { whereabouts: { active_revision: held } });
    }
  };
  const isSilentAt = async (id: string, at: string) => {
    service.setNow(at);
    return (await find(id)).isSilent;
  };

  it('leaves the alarm after three of its own intervals, as its reports show them, whatever one outage was', async () => {
    await reportEvery('pod-fast', 120, 4);
    await reportEvery('pod-slow', 600, 2);
    service.setNow('2023-03-17T12:00:00Z');
    await opa('pod-once', { whereabouts: { active_revision: old } });
    await reportEvery('pod-once', 1, 1);
    expect(await find('pod-fast')).toMatchObject({ reportsEvery: 120 });
    expect(await isSilentAt('pod-fast', '2023-03-17T15:06:00Z')).toBe(false);
    expect(await isSilentAt('pod-fast', '2023-03-17T15:06:01Z')).toBe(true);
    expect(await isSilentAt('pod-slow', '2023-03-17T15:30:00Z')).toBe(false);
    expect(await isSilentAt('pod-slow', '2023-03-17T15:30:01Z')).toBe(true);
    expect(await isSilentAt('pod-once', '2023-03-18T00:00:00Z')).toBe(false);
  });

  it('is announced as behind once, then as silent, and is counted no more', async () => {
    await reportEvery('pod-gone', 120, 4);
    const announced = async () =>
      (await service.deps.store.readChain('consumers', { units: 1000 })).reading.events.flatMap(({ content }) => {
        const { type, data } = content as { type: string; data: { consumer: string } };
        return data.consumer === 'pod-gone' ? [type] : [];
      });
    await calls.minute('2023-03-17T15:01:00Z');
    await calls.minute('2023-03-17T15:02:00Z');
    const before = (await measureLag(service.deps)).consumersBehind ?? 0;
    expect(await announced()).toEqual(['consumer.behind']);
    await calls.minute('2023-03-17T15:07:00Z');
    await calls.minute('2023-03-17T15:08:00Z');
    expect(await announced()).toEqual(['consumer.behind', 'consumer.silent']);
    expect((await measureLag(service.deps)).consumersBehind).toBeLessThan(before);
    const { behind, silent, total } = await list();
    expect(behind + silent).toBeLessThanOrEqual(total);
    expect((await service.call('GET', '/v1/audit/verify', { as: auditor, query: {} })).json).toMatchObject({ intact: true });
  });

  it('is an alarm of its own when the stage expects it, by id, by its lasting name or by its token', async () => {
    const missing = async (at: string) => {
      service.setNow(at);
      const [{ missing: listed }, { json }] = [await list(), await service.call('GET', '/v1/status', { as: auditor })];
      expect(json.consumers.missing).toEqual(listed);
      expect((await measureLag(service.deps)).consumersMissing).toBe(listed.length);
      return listed;
    };
    Object.assign(service.deps, { expectedConsumers: ['gateway', 'label-of-mine', 'opa-by-id', 'policy-tool', 'never-there'] });
    try {
      for (const minute of ['16:00', '16:02', '16:04']) {
        service.setNow(`2023-03-17T${minute}:00Z`);
        await opa('opa-by-id', { whereabouts: { active_revision: revision } });
        await opa('a-random-id', { whereabouts: { active_revision: revision } }, { name: 'label-of-mine' });
        await opa('another-random-id', { whereabouts: { active_revision: revision } }, {}, '/gateway');
      }
      expect(await missing('2023-03-17T16:05:00Z')).toEqual(['never-there']);
      expect(await missing('2023-03-18T16:05:00Z')).toEqual(['gateway', 'label-of-mine', 'opa-by-id', 'policy-tool', 'never-there']);
      service.setNow('2023-03-18T16:06:00Z');
      await opa('its-successor', { whereabouts: { active_revision: revision } }, {}, '/gateway');
      expect(await missing('2023-03-18T16:06:00Z')).toEqual(['label-of-mine', 'opa-by-id', 'never-there']);
    } finally {
      Object.assign(service.deps, { expectedConsumers: [] });
    }
  });
});

it('five thousand consumers are paged and counted, each once', async () => {
  service.setNow('2023-03-19T10:00:00Z');
  const { store } = service.deps;
  const expiresAt = Date.parse('2023-04-19T10:00:00Z') / 1000;
  const { total, behind } = await list();
  const of = { by: 'fleet', activatedAt: null, error: null, reportedAt: '2023-03-19T10:00:00.000Z' };
  const ids = Array.from({ length: 5000 }, (_, i) => `fleet-${String(i).padStart(4, '0')}`);
  for (let i = 0; i < ids.length; i += 50)
    await Promise.all(
      ids.slice(i, i + 50).map((id, j) => store.recordConsumer({ ...of, id, revision: (i + j) % 5 === 0 ? old : revision }, expiresAt)),
    );
  const seen = new Map<string, number>();
  let cursor: string | null | undefined;
  do {
    const page = await list({ limit: '200', ...(cursor && { cursor }) });
    expect([page.total, page.behind]).toEqual([total + 5000, behind + 1000]);
    for (const { id, by } of page.items) if (by === 'fleet') seen.set(id, (seen.get(id) ?? 0) + 1);
    cursor = page.nextCursor;
  } while (cursor);
  expect([...seen.keys()].sort()).toEqual(ids);
  expect(Math.max(...seen.values())).toBe(1);
});
