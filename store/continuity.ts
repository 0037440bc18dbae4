import { BatchGetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Found, StandingEvent } from '../domain/record/event.ts';
import { findFlaw } from '../domain/record/verify-chain.ts';
import { Conflict } from './conflict.ts';
import { EVENT_PREFIX, eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { toRawItem } from './raw-item.ts';
import { RecordBroken } from './record-broken.ts';
import { sealOf } from './seal.ts';
import type { Item, Key, Table } from './table.ts';

/** The end of a chain as its head was read, and the head itself as it would be written; sequence and version are 0 before the first event. */
export type ChainFrom = { readonly chain: string; readonly version: number; readonly sequence: number; readonly lastHash: string | null };

/** Events that one look back reads: what a change replaces was mostly left a few events ago. */
const BACK = 25;
const AFTER_EVENTS = `${EVENT_PREFIX}~`;

/**
 * What lies in the places that a change is about to replace, its head among them, held against what the last events left there.
 * Throws `Conflict` when another change came in between, and `RecordBroken` when something was changed without one.
 */
export async function findLeft(table: Table, from: ChainFrom, places: readonly string[]): Promise<Found> {
  const { pk } = headKey(from.chain);
  const sortKeys = [...new Set([HEAD_PREFIX, ...places])];
  const [items, newest] = await Promise.all([
    readPlaces(
      table,
      sortKeys.map((sk) => ({ pk, sk })),
    ),
    readBack(table, pk, { from: eventKey(from.chain, from.sequence).sk, to: AFTER_EVENTS }),
  ]);
  const demandSame = (head: Item | undefined) => {
    if ((head?.version ?? 0) !== from.version) throw new Conflict('somebody else changed this first');
  };
  demandSame(items.get(HEAD_PREFIX));
  const refuse = async (sk: string, detail: string): Promise<never> => {
    // Another change may have come in between the reads.
    demandSame((await readPlaces(table, [{ pk, sk: HEAD_PREFIX }])).get(HEAD_PREFIX));
    throw new RecordBroken({ pk, sk }, detail);
  };

  const looking = new Set(sortKeys);
  const left = new Map<string, { seal: string; by: string }>();
  let expected = from.lastHash;
  let begins = false;
  let page = newest;
  for (let sequence = from.sequence; ; ) {
    for (const { pk: _, sk, ...content } of page) {
      const place = eventKey(from.chain, sequence).sk;
      if (sk > place) return from.version === 0 ? refuse(HEAD_PREFIX, `it is not there, and ${sk} is`) : refuse(sk, 'the head knows no such event');
      if (sk < place) return refuse(place, 'it is not there');
      const event = StandingEvent.safeParse(content).data;
      const flaw = findFlaw(event, from.chain);
      if (!event || flaw !== undefined) return refuse(sk, flaw ?? 'it does not have the form of an event');
      if (event.hash !== expected) return refuse(sk, sequence === from.sequence ? 'the head names another hash for it' : 'the next names another');
      if (sequence === from.sequence) begins = event.found === undefined;
      for (const [item, seal] of Object.entries({ ...event.items, ...event.state })) if (looking.delete(item)) left.set(item, { seal, by: sk });
      expected = event.previous;
      sequence -= 1;
    }
    if (looking.size === 0 || sequence === 0) break;
    if (page.length === 0) return refuse(eventKey(from.chain, sequence).sk, 'it is not there');
    page = await readBack(table, pk, { from: EVENT_PREFIX, to: eventKey(from.chain, sequence).sk, limit: BACK });
  }

  const found: Record<string, string> = {};
  for (const sk of sortKeys) {
    const item = items.get(sk);
    const named = left.get(sk);
    if (item && !named) return refuse(sk, 'no event names it');
    if (!item && named) return refuse(sk, `it is not there, and ${named.by} left it`);
    if (!item || !named) continue;
    found[sk] = sealOf(item);
    if (found[sk] !== named.seal) return refuse(sk, `it is not what ${named.by} left`);
  }
  return { found, begins };
}

async function readPlaces(table: Table, keys: readonly Key[]): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  for (let wanted = keys.map((key) => marshall(key)); wanted.length > 0; ) {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
    );
    for (const raw of Responses?.[table.name] ?? []) {
      const item = toRawItem(raw);
      found.set(item.sk, item);
    }
    wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return found;
}

/** Events as they lie, newest first. */
export async function readBack(table: Table, pk: string, { from, to, limit }: { from: string; to: string; limit?: number }): Promise<Item[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
      ScanIndexForward: false,
      ConsistentRead: true,
      ...(limit !== undefined && { Limit: limit }),
    }),
  );
  return Items.map(toRawItem);
}
