import { GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Standing } from '../domain/standing.ts';
import { EVENT_PREFIX, eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { toRawItem } from './raw-item.ts';
import { sealOf } from './seal.ts';
import type { Item, Key, Table } from './table.ts';

export type ChainPart = {
  readonly standing: Standing;
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
 * and last the head with the events that were written meanwhile, so that these can be told from what is wrong.
 */
export async function readChain(table: Table, chain: string, { after, units: most }: { after?: string | undefined; units: number }): Promise<ChainPart> {
  const events: Item[] = [];
  const items: Standing['items'][number][] = [];
  let units = 0;
  let last = '';
  const keep = (page: Page) => {
    units += page.units;
    for (const item of page.items) {
      if (item.sk.startsWith(EVENT_PREFIX)) events.push(item);
      else if (item.sk !== HEAD_PREFIX) items.push({ item: item.sk, seal: sealOf(item) });
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

  const head = await readHead(table, chain);
  const early = events.length;
  const from = events.at(-1)?.sk ?? EVENT_PREFIX;
  const to = eventKey(chain, Number(head?.sequence) || 0).sk;
  if (from < to) for await (const page of pages(table, chain, { from: `${from}\u0000`, to })) keep(page);
  return {
    standing: {
      chain,
      eventItem: (sequence) => eventKey(chain, sequence).sk,
      headItem: HEAD_PREFIX,
      events: events.map(({ pk: _, sk, ...content }, i) => ({ item: sk, content, isLate: i >= early })),
      head: head && { seal: sealOf(head), sequence: head.sequence, lastHash: head.lastHash },
      items,
      covers: (item) => (after === undefined || item > after) && (next === undefined || item <= next),
    },
    units,
    next,
  };
}

/** The end of a chain as its head says it, strongly consistent. */
async function readHead(table: Table, chain: string): Promise<Item | undefined> {
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key: marshall(headKey(chain)), ConsistentRead: true }));
  return Item && toRawItem(Item);
}

async function* pages(table: Table, chain: string, { after, from, to }: { after?: string | undefined; from?: string; to?: string }): AsyncGenerator<Page> {
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
