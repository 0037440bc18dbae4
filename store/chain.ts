import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { ChainReading, Contents } from '../domain/record/chain-reading.ts';
import { ChainEnd } from '../domain/record/checkpoint.ts';
import { OTHER_CHAINS } from '../domain/record/cloud-event.ts';
import { contentsOf } from './contents.ts';
import { EVENT_PREFIX, eventKey, HEAD_PREFIX, headKey, LISTING } from './keys.ts';
import { readKnownLeaves } from './leaf.ts';
import { findRaw, toRawItem } from './raw-item.ts';
import { sealOf } from './seal.ts';
import { type Item, type Key, query, type Table } from './table.ts';

export type ChainPart = {
  readonly reading: ChainReading;
  /** What was read, in DynamoDB's read units: 4 KB each. */
  readonly units: number;
  /** The sort key after which the rest is unread; undefined when all was read. */
  readonly next: string | undefined;
};

type Page = { readonly items: Item[]; readonly units: number };

/** The first sort key after all that begin as an event's does. */
const AFTER_EVENTS = `${EVENT_PREFIX.slice(0, -1)}$`;

/**
 * Reads a chain's partition as it lies: every event, the other items after a sort key until so many read units are used up,
 * and last the head with the events that were written meanwhile, so that these are not taken for what is wrong.
 */
export async function readChain(
  table: Table,
  chain: string,
  { after, units: most }: { after?: string | undefined; units: number },
): Promise<ChainPart> {
  // Before the events: whatever is a leaf was an event then.
  const tree = await readKnownLeaves(table, chain);
  const events: Item[] = [];
  const items: ChainReading['items'][number][] = [];
  const contents: Contents[] = [];
  let units = 0;
  let last = '';
  const keep = (page: Page) => {
    units += page.units;
    for (const item of page.items) {
      if (item.sk.startsWith(EVENT_PREFIX)) events.push(item);
      else if (item.sk !== HEAD_PREFIX) {
        const seal = sealOf(item);
        items.push({ item: item.sk, seal });
        contents.push(...contentsOf(item, seal));
      }
    }
    last = page.items.at(-1)?.sk ?? last;
  };

  let next: string | undefined;
  if (after !== undefined) for await (const page of pages(table, chain, { from: EVENT_PREFIX, to: AFTER_EVENTS })) keep(page);
  for await (const page of pages(table, chain, { after })) {
    keep(page);
    next = last >= AFTER_EVENTS ? last : undefined;
    if (units >= most && next !== undefined) break;
    next = undefined;
  }

  const head = await findRaw(table, headKey(chain));
  const early = events.length;
  const from = events.at(-1)?.sk ?? EVENT_PREFIX;
  const to = eventKey(chain, Number(head?.sequence) || 0).sk;
  if (from < to) for await (const page of pages(table, chain, { from: `${from}\u0000`, to })) keep(page);
  return {
    reading: {
      chain,
      eventItem: (sequence) => eventKey(chain, sequence).sk,
      headItem: HEAD_PREFIX,
      events: events.map(({ pk: _, sk, ...content }, i) => ({ item: sk, content, isLate: i >= early })),
      head: head && { seal: sealOf(head), sequence: head.sequence, lastHash: head.lastHash },
      items,
      contents: [...contents, ...(head ? contentsOf(head, sealOf(head)) : [])],
      tree,
      covers: (item) => (after === undefined || item > after) && (next === undefined || item <= next),
    },
    units,
    next,
  };
}

async function* pages(
  table: Table,
  chain: string,
  { after, from, to }: { after?: string | undefined; from?: string; to?: string },
): AsyncGenerator<Page> {
  const { pk } = headKey(chain);
  const start: Key | undefined = after === undefined ? undefined : { pk, sk: after };
  for await (const { Items = [], ConsumedCapacity } of paginateQuery(
    { client: table.client, startingToken: start && marshall(start) },
    {
      TableName: table.name,
      KeyConditionExpression: from === undefined ? 'pk = :pk' : 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }, { removeUndefinedValues: true }),
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
    },
  ))
    yield { items: Items.map(toRawItem), units: ConsumedCapacity?.CapacityUnits ?? 0 };
}

/** Chains by name, after the one named: those of platforms, and the others that have begun. Of platforms only the name is read, so that a head that was tampered with is listed too. */
export async function listChains(
  table: Table,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ chains: string[]; next: string | undefined }> {
  const { items: platforms, next } = await query(
    table,
    {
      IndexName: 'listing',
      KeyConditionExpression: 'listPk = :listing',
      ProjectionExpression: 'listSk',
      values: { ':listing': LISTING },
      Limit: limit,
      after: after === undefined ? undefined : ({ ...headKey(after), listPk: LISTING, listSk: after } as Key),
    },
    ({ listSk }) => String(listSk),
  );
  const end = next && platforms.at(-1);
  const others = Object.keys(OTHER_CHAINS).filter((chain) => chain > (after ?? '') && (end === undefined || chain < end));
  const begun = await Promise.all(others.map((chain) => findRaw(table, headKey(chain))));
  return { chains: [...platforms, ...others.filter((_, i) => begun[i])].sort(), next: end };
}

/** The end that a chain's head names; undefined when there is none, or it names none. */
export async function findChainEnd(table: Table, chain: string): Promise<ChainEnd | undefined> {
  const head = await findRaw(table, headKey(chain));
  return ChainEnd.safeParse({ chain, sequence: head?.sequence, lastHash: head?.lastHash }).data;
}
