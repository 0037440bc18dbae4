import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deciding } from '../decision-case.ts';
import { fetching } from '../policy-calls.ts';
import { auditor, type Json, type Person, policyTool, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
let calls: ReturnType<typeof fetching>;
beforeAll(async () => {
  service = await startService();
  calls = fetching(service);
  service.setNow('2023-03-14T09:00:00Z');
  await deciding(service).assess('tiktok', readExample('tiktok/2023-02-23.json'));
  // A revision a day.
  for (let day = 14; day < 22; day += 1) await calls.minute(`2023-03-${day}T14:00:00Z`);
});
afterAll(() => service.stop());

const get: typeof calls.get = (...asked) => calls.get(...asked);
const minute: typeof calls.minute = (at) => calls.minute(at);

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
  const announced = async () =>
    (await service.deps.store.readChain('consumers', { units: 1000 })).reading.events.map(({ content }) => {
      const { type, data } = content as { type: string; data: { consumer: string } };
      return `${type} ${data.consumer}`;
    });

  it('are listed with what they hold and what went wrong, and announced once when they fall behind', async () => {
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
    expect(await announced()).toEqual(['consumer.behind opa-2']);
    await status('opa-2', revision);
    await minute('2023-03-21T14:22:00Z');
    expect(await announced()).toEqual(['consumer.behind opa-2', 'consumer.caught-up opa-2']);
    await service.pump();
    const feed = await service.call('GET', '/v1/events', { as: auditor, query: { types: 'consumer.behind' } });
    expect(feed.json.items[0]).toMatchObject({ subject: 'consumers', source: '/v1/policy/consumers' });
    const verified = await service.call('GET', '/v1/audit/verify', { as: auditor, query: {} });
    expect(verified.json).toMatchObject({ intact: true });
  });

  it('that hold a later revision than there is are shown as ahead, and the next one is numbered by the last alone', async () => {
    const { current } = (await service.deps.store.findPolicyMark()) ?? {};
    const number = current?.number ?? 0;
    const named = (ahead: number) => `${String(number + ahead).padStart(6, '0')}-00000000`;
    for (const [id, revision] of [
      ['opa-ahead', named(5)],
      ['opa-else', named(0)],
      ['opa-forged', '999999-deadbeef'],
    ] as const) {
      await status(id, revision);
      expect((await list()).items.find((one: Json) => one.id === id)).toMatchObject({ revision, isAhead: true, isBehind: true });
    }
    await minute('2023-03-22T14:30:00Z');
    const next = (await get('scores.json')).json.revision;
    expect(Number(next.slice(0, 6))).toBe(number + 1);
    await status('opa-ahead', next);
    expect((await list()).items.find(({ id }: Json) => id === 'opa-ahead')).toMatchObject({ isAhead: false, isBehind: false });
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

describe('one token', () => {
  const report = (id: string, as: Person, revision?: string) =>
    service.call('POST', '/v1/policy/opa/status', {
      as,
      body: { labels: { id }, bundles: { whereabouts: { active_revision: revision ?? '000001-00000000' } } },
    });
  const flood: Person = { id: 'flooding-tool', scopes: ['policy'] };

  it('reports for so many at the most, and hides no other token’s tool from the list or the alarm', async () => {
    service.setNow('2023-03-21T15:00:00Z');
    await report('zz-real-production-gate', policyTool);
    const { store } = service.deps;
    for (let i = 0; i < 130; i += 1) {
      const reportedAt = new Date(Date.parse('2023-03-21T15:00:00Z') + i * 1000).toISOString();
      const consumer = {
        id: `!${String(i).padStart(3, '0')}`,
        by: flood.id,
        revision: '000001-00000000',
        activatedAt: null,
        error: null,
        reportedAt,
      };
      await store.recordConsumer(consumer, Date.parse(reportedAt) / 1000 + 86_400, 100);
    }
    service.setNow('2023-03-21T15:03:00Z');
    const items = await readPages(60);
    const own = items.filter(({ by }) => by === 'flooding-tool').map(({ id }) => id);
    expect(own.length).toBeGreaterThanOrEqual(90);
    expect(own.length).toBeLessThanOrEqual(100);
    expect(own.at(-1)).toBe('!129');
    expect(items.find(({ id }) => id === 'zz-real-production-gate')).toMatchObject({ by: 'policy-tool', isBehind: true });
    expect((await page({ limit: '1' })).behind).toBeGreaterThanOrEqual(own.length);
  });

  it('does not make another’s tool current by calling itself the same', async () => {
    const { revision } = (await get('scores.json')).json;
    const behind = async () => (await service.deps.store.findConsumersHead())?.behind ?? [];
    for (let i = 20; i < 25; i += 1) await minute(`2023-03-21T16:${i}:00Z`);
    expect(await behind()).toContain('zz-real-production-gate');
    await report('zz-real-production-gate', flood, revision);
    for (let i = 30; i < 35; i += 1) await minute(`2023-03-21T16:${i}:00Z`);
    expect(await behind()).toContain('zz-real-production-gate');
  });
});

const page = async (query: Record<string, string> = {}) => (await service.call('GET', '/v1/policy/consumers', { as: auditor, query })).json;
async function readPages(limit: number): Promise<Json[]> {
  const items: Json[] = [];
  let cursor: string | null | undefined;
  do {
    const { items: some, nextCursor } = await page({ limit: String(limit), ...(cursor ? { cursor } : {}) });
    items.push(...some);
    cursor = nextCursor;
  } while (cursor);
  return items;
}
