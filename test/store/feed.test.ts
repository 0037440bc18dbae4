import { type DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CloudEvent } from '../../domain/record/cloud-event.ts';
import { announceEvents } from '../../lambdas/jobs/announce-events.ts';
import { announceMissed } from '../../lambdas/jobs/announce-missed.ts';
import { replayEvents } from '../../lambdas/jobs/replay-events.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { onStream } from '../../lambdas/runtime/job.ts';
import { Conflict } from '../../store/conflict.ts';
import { eventKey, feedEndKey, feedKey, feedMarkKey } from '../../store/keys.ts';
import { openStore } from '../../store/open-store.ts';
import { readExample, type Service, startService } from '../started-service.ts';

const profile = readExample('signal/platform.json');

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** Commits so many events to a platform, each a change of its own, or all in one. */
async function change(platform: string, times: number, together = false): Promise<void> {
  const { store, newId } = service.deps;
  const at = new Date().toISOString();
  const event = () => ({ id: newId('evt'), type: 'platform.changed' as const, at, by: 'analyst', data: {} });
  for (let done = 0; done < times; ) {
    const events = together ? Array.from({ length: times - 1 }, event) : [];
    const from = await store.findHead(platform);
    try {
      await store.commit({ from, to: from ?? { platform, profile, createdAt: at, changedAt: at, latestRevision: 0 }, events: [event(), ...events] });
      done += 1 + events.length;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** The stream's record of an event, as Lambda hands it over. */
const recordOf = (chain: string, sequence: number) => ({
  eventName: 'INSERT' as const,
  dynamodb: {
    Keys: { pk: { S: eventKey(chain, sequence).pk }, sk: { S: eventKey(chain, sequence).sk } },
    NewImage: { chain: { S: chain }, sequence: { N: String(sequence) } },
    SequenceNumber: `${chain}-${sequence}`,
  },
});
const announce = (chain: string, sequence: number, deps: Deps = service.deps) => announceEvents(recordOf(chain, sequence), deps);

async function readAll(after = 0): Promise<CloudEvent[]> {
  const events: CloudEvent[] = [];
  for (let from = after; ; ) {
    const page = await service.deps.store.listFeed({ after: from, limit: 40 });
    events.push(...page.events);
    if (!page.more) return events;
    from = page.upTo;
  }
}
const sequencesOf = (events: readonly CloudEvent[], chain: string) =>
  events.filter(({ subject }) => subject === chain).map(({ sequence }) => Number(sequence));
const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => from + i);
const feedOf = (events: readonly CloudEvent[]) => events.map(({ feed }) => feed);
const readItem = (key: { pk: string; sk: string }) => service.client.send(new GetItemCommand({ TableName: service.table, Key: marshall(key) }));
const put = (item: object) => service.client.send(new PutItemCommand({ TableName: service.table, Item: marshall(item) }));

test('records that come twice, out of order, late or never give each event one place, in the order of its chain', async () => {
  await change('shuffled', 12);
  const end = (await readAll()).length;
  for (const sequence of [3, 1, 2, 3, 7, 5, 7, 11, 4]) await announce('shuffled', sequence);
  const events = await readAll(end);
  expect(sequencesOf(events, 'shuffled')).toEqual(upTo(12));
  expect(feedOf(events)).toEqual(upTo(end + 12, end + 1));
});

test('any number of announcers at once, on one chain and on many, leave no gap and no repeat', async () => {
  const chains = upTo(5).map((n) => `race-${n}`);
  await Promise.all(chains.map((chain) => change(chain, 30, true)));
  const end = (await readAll()).length;
  const records = chains.flatMap((chain) => upTo(3).map((n) => announce(chain, n * 10)));
  await Promise.all(records);
  const events = await readAll(end);
  expect(feedOf(events)).toEqual(upTo(end + 150, end + 1));
  for (const chain of chains) expect(sequencesOf(events, chain)).toEqual(upTo(30));
});

/** Of so many at once one may lose every time; then the stream brings the record again. */
const isAnnounced = (chain: string, sequence: number) =>
  announce(chain, sequence).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Conflict) return false;
      throw error;
    },
  );

test('a reader who polls while thirty writers write misses nothing and reads nothing twice', async () => {
  const chains = upTo(30).map((n) => `writer-${n}`);
  const end = (await readAll()).length;
  let isWriting = true;
  const seen: CloudEvent[] = [];
  const poll = async () => {
    let after = end;
    for (let last = false; ; ) {
      const page = await service.deps.store.listFeed({ after, limit: 7 });
      seen.push(...page.events);
      after = page.upTo;
      if (!page.more && last) return;
      last = !page.more && !isWriting;
    }
  };
  const write = async (chain: string) => {
    for (const n of upTo(3)) {
      await change(chain, 1);
      while (!(await isAnnounced(chain, n)));
    }
  };
  const reader = poll();
  await Promise.all(chains.map(write));
  isWriting = false;
  await reader;
  expect(feedOf(seen)).toEqual(upTo(end + 90, end + 1));
  for (const chain of chains) expect(sequencesOf(seen, chain)).toEqual(upTo(3));
});

test('an event that was numbered but not sent before a crash is sent by whatever wakes the announcer next, ahead of those behind it', async () => {
  await change('crash', 2);
  const sent: string[] = [];
  let isUp = false;
  const deps: Deps = {
    ...service.deps,
    announce: async ({ sequence }) => {
      if (!isUp) throw new Error('the bus is away');
      sent.push(sequence);
    },
  };
  await expect(announce('crash', 1, deps)).rejects.toThrow('the bus is away');
  const numbered = sequencesOf(await readAll(), 'crash');
  expect(numbered).toEqual([1, 2]);
  await change('crash', 1);
  isUp = true;
  await announce('crash', 1, deps);
  await announce('crash', 3, deps);
  expect(sent).toEqual(['0000000001', '0000000002', '0000000003']);
  expect(sequencesOf(await readAll(), 'crash')).toEqual([1, 2, 3]);
});

test('a crash after sending sends again, and gives no second place', async () => {
  await change('again', 1);
  const sent: number[] = [];
  const store = {
    ...service.deps.store,
    markSent: async () => {
      throw new Error('killed');
    },
  };
  const send = async ({ feed }: CloudEvent) => void sent.push(feed);
  await expect(announce('again', 1, { ...service.deps, store, announce: send })).rejects.toThrow('killed');
  await announce('again', 1, { ...service.deps, announce: send });
  await announce('again', 1, { ...service.deps, announce: send });
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(1);
});

test('a transaction that went through before the connection broke has given its places', async () => {
  await change('broken-off', 2);
  const { client } = service;
  let isBroken = false;
  const send = async (command: Parameters<typeof client.send>[0]) => {
    const answer = await client.send(command);
    if (isBroken || !(command instanceof TransactWriteItemsCommand)) return answer;
    isBroken = true;
    throw new Error('the connection broke');
  };
  const deps = { ...service.deps, store: openStore({ send } as unknown as DynamoDBClient, service.table) };
  await expect(announce('broken-off', 2, deps)).rejects.toThrow('the connection broke');
  await announce('broken-off', 2, deps);
  expect(sequencesOf(await readAll(), 'broken-off')).toEqual([1, 2]);
});

test('a poisoned chain holds back itself alone, and goes on from there once it is mended', async () => {
  await change('poisoned', 3);
  await change('healthy', 2);
  const broken = { ...eventKey('poisoned', 2), sequence: 2, chain: 'poisoned', type: 'nonsense' };
  const { Item } = await readItem(eventKey('poisoned', 2));
  await put(broken);
  const log: string[] = [];
  const handle = onStream(announceEvents, () => service.deps, { log: () => {}, error: (line: string) => log.push(line) });
  const Records = [recordOf('poisoned', 1), recordOf('healthy', 1), recordOf('poisoned', 2), recordOf('healthy', 2)];
  expect(await handle({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'poisoned-1' }] });
  expect(sequencesOf(await readAll(), 'healthy')).toEqual([1, 2]);
  expect(log.join()).not.toContain('nonsense');
  await expect(announceMissed(service.deps)).rejects.toThrow(/^1 of \d+ chains cannot be announced: poisoned$/);

  await service.client.send(new PutItemCommand({ TableName: service.table, Item }));
  expect(await handle({ Records })).toEqual({ batchItemFailures: [] });
  expect(sequencesOf(await readAll(), 'poisoned')).toEqual([1, 2, 3]);
});

test('a chain with a missing event is announced up to there and no further', async () => {
  await change('gap', 1);
  const { Item } = await readItem(eventKey('gap', 1));
  if (!Item) throw new Error('no event');
  await service.client.send(
    new PutItemCommand({ TableName: service.table, Item: { ...Item, ...marshall(eventKey('gap', 3)), sequence: { N: '3' } } }),
  );
  await expect(announce('gap', 3)).rejects.toThrow('the chain ends before event 3, or has a gap');
  expect(sequencesOf(await readAll(), 'gap')).toEqual([1]);
});

test('what the stream lost for good is announced by the daily round, once', async () => {
  await change('lost', 4);
  await service.deps.store.numberEvents('gap');
  const sent: CloudEvent[] = [];
  const deps = { ...service.deps, announce: async (event: CloudEvent) => void sent.push(event) };
  await announceMissed(deps);
  expect(sequencesOf(sent, 'lost')).toEqual([1, 2, 3, 4]);
  sent.length = 0;
  expect(await announceMissed(deps)).toMatchObject({ sent: 0 });
  expect(sent).toEqual([]);
});

test('a part of the feed is sent again on request, unchanged', async () => {
  const sent: CloudEvent[] = [];
  const deps = { ...service.deps, announce: async (event: CloudEvent) => void sent.push(event) };
  expect(await replayEvents({ after: 3, to: 120 }, deps)).toEqual({ sent: 117, upTo: 120 });
  expect(sent).toEqual((await readAll()).slice(3, 120));
});

test('no reader is shown an event behind one that is not to be seen yet', async () => {
  const end = (await readAll()).length;
  const [first] = await readAll(end - 1);
  const place = (number: number) => put({ ...feedKey(number), number, event: JSON.stringify({ ...first, feed: number }) });
  await place(end + 1);
  await place(end + 3);
  expect(await service.deps.store.listFeed({ after: end, limit: 10 })).toMatchObject({ events: [{ feed: end + 1 }], upTo: end + 1, more: false });
  await place(end + 2);
  expect(feedOf(await readAll(end))).toEqual([end + 1, end + 2, end + 3]);
});

test('a page crosses from one partition of the feed into the next', async () => {
  await put({ ...feedEndKey, version: 9_990 });
  await change('far', 30, true);
  await announce('far', 30);
  expect(feedOf((await service.deps.store.listFeed({ after: 9_990, limit: 20 })).events)).toEqual(upTo(10_010, 9_991));
  expect(feedOf((await service.deps.store.listFeed({ after: 10_000, limit: 20 })).events)).toEqual(upTo(10_020, 10_001));
  expect(await service.deps.store.listFeed({ after: 9_990, limit: 10 })).toMatchObject({ upTo: 10_000, more: true });
  expect(await service.deps.store.listFeed({ after: 10_020, limit: 10 })).toEqual({ events: [], setAside: [], upTo: 10_020, more: false });
  const wants = ({ sequence }: CloudEvent) => Number(sequence) > 12;
  expect(feedOf((await service.deps.store.listFeed({ after: 9_990, limit: 3, wants })).events)).toEqual([10_003, 10_004, 10_005]);
});

test('the end of the feed, and how far each chain is in it, are one item each', async () => {
  expect((await readItem(feedEndKey)).Item).toBeDefined();
  expect((await readItem(feedMarkKey('far'))).Item).toMatchObject({ sequence: { N: '30' }, unsent: { L: [] } });
});
