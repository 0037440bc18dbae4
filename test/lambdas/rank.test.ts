import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyst, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';

let service: Service;
const points: Record<string, number> = {};
const FILES = { tiktok: 'tiktok/2023-02-23.json', whatsapp: 'whatsapp/2026-07-31.json', signal: 'signal/2026-04-30.json' };

const explain = async (platform: string, query: Record<string, string> = {}): Promise<Json> =>
  (await service.call('GET', `/v1/platforms/${platform}/score`, { as: analyst, query: { explain: 'true', ...query } })).json.explain;

beforeAll(async () => {
  service = await startService();
  service.setNow('2026-11-22T09:00:00Z');
  for (const [platform, file] of Object.entries({ ...FILES, 'not-assessed': undefined })) {
    const body = { name: platform, operator: 'Somebody' };
    await service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body, headers: { 'if-none-match': '*' } });
    if (file === undefined) continue;
    const submitted = await service.call('POST', `/v1/platforms/${platform}/assessments`, {
      as: analyst,
      body: readExample(file),
      headers: { 'idempotency-key': platform },
    });
    const { revision, hash } = submitted.json.revision;
    const path = `/v1/platforms/${platform}/assessments/${revision}/verdict`;
    const { json } = await service.call('POST', path, { as: reviewer, body: { verdict: 'approve', hash } });
    points[platform] = json.published.score.point;
  }
});
afterAll(() => service.stop());

it('gives each rated platform its place by the published points, the highest first', async () => {
  const order = Object.keys(FILES).sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0));
  expect(new Set(Object.values(points)).size).toBe(3);
  for (const [i, platform] of order.entries()) expect((await explain(platform)).rank).toMatchObject({ rank: i + 1, of: 3 });
  expect((await explain(order[0] ?? '')).rank.sentence).toEqual({ code: 'rank', params: { rank: 1, of: 3 }, text: '1st of 3' });
});

it('gives none for another day, another day of knowing, or a revision by number: of those there is no list', async () => {
  for (const query of [{ asOf: '2025-01-01' }, { knownBy: '2025-01-01' }, { revision: '1' }]) {
    const explained = await explain('tiktok', query);
    expect(explained.quotes).toBeDefined();
    expect(explained).not.toHaveProperty('rank');
  }
});

it('gives none of more platforms than are read for it, nor where one of them cannot be read', async () => {
  const { store } = service.deps;
  const listHeads = store.listHeads;
  const heads = (await listHeads({}, { limit: 100 })).heads;
  for (const page of [
    { heads, setAside: [], next: 'tiktok' },
    { heads, setAside: [{ at: 'PLATFORM#broken HEAD', why: 'unreadable' }], next: undefined },
  ]) {
    Object.assign(store, { listHeads: async () => page });
    expect(await explain('tiktok')).not.toHaveProperty('rank');
  }
  Object.assign(store, { listHeads });
  expect((await explain('tiktok')).rank).toMatchObject({ of: 3 });
});
