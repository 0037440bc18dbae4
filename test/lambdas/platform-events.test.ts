import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../domain/facts/hash.ts';
import { analyst, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  const create = { as: analyst, body: readExample('signal/platform.json'), headers: { 'if-none-match': '*' } };
  for (const platform of ['signal', 'other']) await service.call('PUT', `/v1/platforms/${platform}`, create);
  const facts = { as: analyst, body: readExample('signal/2026-04-30.json'), headers: { 'idempotency-key': 'first' } };
  const { json } = await service.call('POST', '/v1/platforms/signal/assessments', facts);
  const verdict = { verdict: 'approve', hash: json.revision.hash };
  await service.call('POST', '/v1/platforms/signal/assessments/1/verdict', { as: reviewer, body: verdict });
});
afterAll(() => service.stop());

const read = (platform: string, query: Record<string, string> = {}) =>
  service.call('GET', `/v1/platforms/${platform}/events`, { as: analyst, query });

async function readAll(limit: string): Promise<Json[]> {
  const events: Json[] = [];
  let cursor: string | null = null;
  do {
    const { json }: { json: Json } = await read('signal', { limit, ...(cursor && { cursor }) });
    events.push(...json.items);
    cursor = json.nextCursor;
  } while (cursor !== null);
  return events;
}

describe('the record of one platform', () => {
  it('is listed event by event, newest first, without a gap and without those of other platforms', async () => {
    const events = await readAll('200');
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => events.length - i));
    expect(new Set(events.map(({ chain }) => chain))).toEqual(new Set(['signal']));
    const types = events.map(({ type }) => type).reverse();
    expect(types.slice(0, 4)).toEqual(['platform.changed', 'assessment.submitted', 'assessment.approved', 'score.published']);
    expect(events.at(-3)).toMatchObject({ by: 'reviewer', data: { revision: 1 } });
  });

  it('comes in pages that together are the whole', async () => {
    expect(await readAll('2')).toEqual(await readAll('200'));
  });

  it('can be checked by every reader: each hash is over all the rest, and each link names the one before', async () => {
    const events = await readAll('200');
    for (const [i, { hash, ...content }] of events.entries()) {
      expect(hashOf(content)).toBe(hash);
      expect(content.previous).toBe(events[i + 1]?.hash ?? null);
    }
  });

  it('is not there for a platform that is not, and refuses another list’s cursor', async () => {
    expect((await read('nobody')).status).toBe(404);
    const { json } = await read('signal', { limit: '1' });
    const { status, json: refused } = await read('other', { cursor: json.nextCursor });
    expect(status).toBe(400);
    expect(refused.errors[0]).toMatchObject({ pointer: '/cursor', code: 'unknown-cursor' });
  });
});
