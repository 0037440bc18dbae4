import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCapacity } from '../../bench/capacity/count-capacity.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { toDecisionItem, toProgressItem } from '../../store/decision.ts';
import { deciding } from '../decision-case.ts';
import { analyst, type Json, readExample, type Service, startService } from '../started-service.ts';

const PLATFORMS = ['aaa', 'bbb', 'ccc', 'ddd', 'tiktok', 'zzz'];
const EACH = 40;
/** One in so many was approved by two and is in force. */
const IN_FORCE = 10;
const NOW = '2023-03-01T00:00:00Z';

let service: Service;
let counted: ReturnType<typeof countCapacity>;
/** Every decision there is: oldest first, the platforms taking turns. */
const all: { id: string; platform: string; proposedAt: string; state: string }[] = [];

beforeAll(async () => {
  service = await startService();
  const { assess, propose } = deciding(service);
  service.setNow('2023-02-23T09:00:00Z');
  await assess('tiktok', readExample('tiktok/2023-02-23.json'));
  const { state: _, approvals: __, hearingState: _______, revocations, ...proposed } = (await propose('tiktok')).json;
  const { id: ___, hash: ____, proposedBy: _____, proposedAt: ______, ...hashed } = proposed;
  all.push({ id: proposed.id, platform: 'tiktok', proposedAt: proposed.proposedAt, state: 'proposed' });
  const items: Record<string, unknown>[] = [];
  for (let i = 1; i < EACH * PLATFORMS.length; i += 1) {
    const platform = PLATFORMS[(i + PLATFORMS.indexOf('tiktok')) % PLATFORMS.length] ?? '';
    service.setNow(new Date(Date.parse('2023-02-23T09:00:00Z') + i * 60_000).toISOString());
    const [id, proposedAt] = [service.deps.newId('dec'), service.deps.now().toISOString()];
    const isInForce = Math.floor(i / PLATFORMS.length) % IN_FORCE === 0;
    const approvals = isInForce ? ['decider-2', 'decider-3'].map((by) => ({ by, at: proposedAt })) : [];
    items.push(
      toDecisionItem({ ...proposed, id, platform, hash: hashOf({ ...hashed, platform }), proposedAt }),
      toProgressItem({ platform, decision: id, approvals, revocations }),
    );
    all.push({ id, platform, proposedAt, state: isInForce ? 'effective' : 'proposed' });
  }
  for (let start = 0; start < items.length; start += 25) {
    const writes = items.slice(start, start + 25).map((item) => ({ PutRequest: { Item: marshall(item) } }));
    await service.client.send(new BatchWriteItemCommand({ RequestItems: { [service.table]: writes } }));
  }
  service.setNow(NOW);
  counted = countCapacity(service.client);
});
afterAll(() => service.stop());

/** Every page of a list, and what the dearest of them asked of the table. */
async function readAll(query: Record<string, string>) {
  const items: Json[] = [];
  const most = { requests: 0, read: 0 };
  let pages = 0;
  for (let cursor: string | null = ''; cursor !== null; pages += 1) {
    counted.take();
    const { status, json }: Json = await service.call('GET', '/v1/decisions', { as: analyst, query: { ...query, ...(cursor && { cursor }) } });
    expect(status).toBe(200);
    const { requests, read } = counted.take();
    most.requests = Math.max(most.requests, requests);
    most.read = Math.max(most.read, read);
    if (json.nextCursor !== null && query.limit) expect(json.items).toHaveLength(Number(query.limit));
    items.push(...json.items);
    cursor = json.nextCursor;
  }
  return { ids: items.map(({ id }) => id), states: items.map(({ state }) => state), pages, most };
}
const newestFirst = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).toReversed();
const idsOf = (decisions: typeof all) => decisions.map(({ id }) => id);

describe('the decisions of one platform among many', () => {
  it('are all listed, newest first, and those of no other, in pages of any size', async () => {
    for (const platform of PLATFORMS) {
      const wanted = newestFirst((one) => one.platform === platform);
      for (const limit of ['7', '13', '40', '200']) {
        const { ids, states } = await readAll({ platform, limit });
        expect([ids, states]).toEqual([idsOf(wanted), wanted.map(({ state }) => state)]);
      }
    }
    expect((await readAll({ platform: 'nowhere' })).ids).toEqual([]);
  });

  it('cost a read of that platform’s partition, however many the others have', async () => {
    const { pages, most } = await readAll({ platform: 'ccc', limit: '10' });
    expect(pages).toBeLessThanOrEqual(EACH / 10 + 1);
    // One Query of its decisions, and one read of what became of them.
    expect(most.requests).toBe(2);
    // Ten decisions and their progress, under 1 KB and 4 KB apiece.
    expect(most.read).toBeLessThanOrEqual(10 / 4 + 10 + 1);
  });

  it('are those of a state, or of an instant, when that is asked', async () => {
    const inForce = newestFirst((one) => one.platform === 'ccc' && one.state === 'effective');
    const { ids, most } = await readAll({ platform: 'ccc', state: 'effective', limit: '1' });
    expect(ids).toEqual(idsOf(inForce));
    expect(most.requests).toBe(2);
    const at = all[100]?.proposedAt ?? '';
    expect((await readAll({ platform: 'ccc', at, limit: '3' })).ids).toEqual(
      idsOf(newestFirst(({ platform, proposedAt }) => platform === 'ccc' && proposedAt <= at)),
    );
  });

  it('are not continued with the cursor of another platform’s', async () => {
    const { json } = await service.call('GET', '/v1/decisions', { as: analyst, query: { platform: 'ccc', limit: '5' } });
    const query = { platform: 'ddd', limit: '5', cursor: json.nextCursor };
    expect((await service.call('GET', '/v1/decisions', { as: analyst, query })).status).toBe(400);
  });
});

describe('the decisions of all platforms', () => {
  it('are all listed, newest first, in pages of any size', async () => {
    for (const limit of ['17', '50', '200']) expect((await readAll({ limit })).ids).toEqual(idsOf(newestFirst(() => true)));
  });

  it('are found in pages that are full but the last, none of which is sought item by item', async () => {
    const wanted = newestFirst(({ state }) => state === 'effective');
    for (const limit of ['1', '5', '7', '50']) {
      const { ids, most } = await readAll({ state: 'effective', limit });
      expect(ids).toEqual(idsOf(wanted));
      // At worst all 240 are looked through, fifty at a time: five pages of the index, and each one's decisions.
      expect(most.requests).toBeLessThanOrEqual(10);
    }
  });
});
