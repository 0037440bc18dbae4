import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';

const profile = readExample('signal/platform.json');
const facts = readExample('signal/2026-04-30.json');

let service: Service;
const sent: Json[] = [];
beforeAll(async () => {
  service = await startService({ announce: async (event) => void sent.push(event) });
});
afterAll(() => service.stop());

const create = (platform: string) =>
  service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
const read = async (query: Record<string, string> = {}): Promise<Json> => {
  const answer = await service.call('GET', '/v1/events', { as: analyst, query });
  expect(answer.status).toBe(200);
  return answer.json;
};

async function publish(platform: string): Promise<void> {
  await create(platform);
  const { json } = await service.call('POST', `/v1/platforms/${platform}/assessments`, {
    as: analyst,
    body: facts,
    headers: { 'idempotency-key': platform },
  });
  await service.call('POST', `/v1/platforms/${platform}/assessments/1/verdict`, {
    as: reviewer,
    body: { verdict: 'approve', hash: json.revision.hash },
  });
}

/** Many events of one kind in one change. */
async function changeOften(platform: string, times: number): Promise<void> {
  const { store, newId } = service.deps;
  const from = await store.findHead(platform);
  if (!from) throw new Error('no such platform');
  const event = () => ({ id: newId('evt'), type: 'platform.changed' as const, at: '2026-01-01T00:00:00.000Z', by: 'analyst', data: {} });
  await store.commit({ from, to: from, events: [event(), ...Array.from({ length: times - 1 }, event)] });
}

describe('the feed of what changed', () => {
  it('is empty before anything happened', async () => {
    expect(await read()).toEqual({ items: [], nextCursor: null, upTo: 0 });
  });

  it('publishes each change as a CloudEvent, numbered without a gap, and sends each out once in that order', async () => {
    await publish('signal');
    await service.pump();
    const { items, nextCursor, upTo } = await read();
    expect(nextCursor).toBeNull();
    expect(upTo).toBe(items.length);
    expect(items.map(({ type }: Json) => type)).toEqual([
      'eu.whereabouts.platform.changed.v1',
      'eu.whereabouts.assessment.submitted.v1',
      'eu.whereabouts.assessment.approved.v1',
      'eu.whereabouts.score.published.v1',
      ...items.slice(4).map(({ type }: Json) => type),
    ]);
    expect(items.map(({ feed }: Json) => feed)).toEqual(items.map((_: Json, i: number) => i + 1));
    expect(items[2]).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^evt_/),
      source: '/v1/platforms/signal',
      type: 'eu.whereabouts.assessment.approved.v1',
      subject: 'signal',
      time: expect.stringMatching(/Z$/),
      datacontenttype: 'application/json',
      sequence: '0000000003',
      sequencetype: 'Integer',
      feed: 3,
      by: 'reviewer',
      data: expect.objectContaining({ revision: 1 }),
    });
    expect(sent).toEqual(items);
  });

  it('is read on from a place, in pages of the size asked for, by cursor or by number', async () => {
    await publish('second');
    await service.pump();
    const all = (await read()).items;
    const paged: Json[] = [];
    let cursor: string | null = null;
    do {
      const page: Json = await read({ limit: '3', ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(3);
      expect(page.upTo).toBe(page.items.at(-1)?.feed ?? all.length);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect((await read({ after: '4' })).items).toEqual(all.slice(4));
    expect(await read({ after: String(all.length) })).toEqual({ items: [], nextCursor: null, upTo: all.length });
  });

  it.each(['score.published', 'eu.whereabouts.score.published.v1'])('has only the types asked for: %s', async (types) => {
    const all = (await read()).items;
    const { items, nextCursor, upTo } = await read({ types });
    expect(items).toEqual(all.filter(({ type }: Json) => type === 'eu.whereabouts.score.published.v1'));
    expect(items).toHaveLength(2);
    expect(nextCursor).toBeNull();
    expect(upTo).toBe(all.length);
  });

  it('never seems to end before events of the types asked for that lie far behind', async () => {
    await create('busy');
    for (let i = 0; i < 3; i += 1) await changeOften('busy', 90);
    await publish('far');
    for (const chain of ['busy', 'far']) await service.deps.store.numberEvents(chain);
    const found: Json[] = [];
    const empty: Json[] = [];
    let query: Record<string, string> = { after: '10', types: 'score.published,score.band-changed' };
    for (;;) {
      const page = await read(query);
      found.push(...page.items);
      if (page.nextCursor === null) break;
      if (page.items.length === 0) empty.push(page);
      query = { types: 'score.published,score.band-changed', cursor: page.nextCursor };
    }
    expect(found.map(({ subject }) => subject)).toContain('far');
    expect(empty.length).toBeGreaterThan(0);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown type', { types: 'score.publishd' }, '/types/0'],
    ['a place before the first', { after: '-1' }, '/after'],
    ['a place that is no number', { after: 'x' }, '/after'],
    ['more than a page holds', { limit: '201' }, '/limit'],
    ['a forged cursor', { cursor: 'MTA.forged' }, '/cursor'],
    ['two places', { after: '1', cursor: 'MTA.x' }, '/after'],
    ['a misspelt parameter', { afer: '1' }, '/afer'],
  ])('refuses %s', async (_, query, pointer) => {
    const { status, json } = await service.call('GET', '/v1/events', { as: analyst, query });
    expect(status).toBe(400);
    expect(json.errors[0]).toMatchObject({ pointer, in: 'query' });
  });

  it('keeps a cursor to the types that it was given for', async () => {
    const { nextCursor } = await read({ limit: '1' });
    const answer = await service.call('GET', '/v1/events', { as: analyst, query: { cursor: nextCursor, types: 'score.published' } });
    expect(answer.json.errors[0]).toMatchObject({ code: 'unknown-cursor' });
  });

  it('is for those who may read', async () => {
    expect((await service.call('GET', '/v1/events', { as: { ...analyst, scopes: ['assess'] } })).status).toBe(403);
    expect((await service.call('GET', '/v1/events')).status).toBe(401);
  });
});
