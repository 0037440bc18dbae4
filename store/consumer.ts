import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { chainEvents, type EventDraft } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { findLeft } from './continuity.ts';
import { consumerKey, eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { sealOf } from './seal.ts';
import { stored, toItem } from './stored.ts';
import { getItem, query, type Table, transact } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** What a consumer last said of itself. A report replaces the one before: it is no record. */
export const Consumer = z.strictObject({
  /** As it names itself. */
  id: z.string(),
  /** Whose token it reports with. */
  by: z.string(),
  revision: z.string().nullable(),
  activatedAt: z.string().nullable(),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  reportedAt: Instant,
});
export type Consumer = z.infer<typeof Consumer>;

/** The most that are listed. */
const MOST = 500;

export async function recordConsumer(table: Table, consumer: Consumer, expiresAt: number): Promise<void> {
  const item = toItem(Consumer, consumer, { ...consumerKey(`${consumer.id}#${consumer.by}`), expiresAt });
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
}

const readConsumer = stored(z.strictObject({ ...Consumer.shape, expiresAt: z.int() }));

/** Consumers that have reported lately, by name. */
export async function listConsumers(table: Table, now: Date): Promise<{ consumers: Consumer[]; setAside: Unreadable[] }> {
  const { items, setAside } = await query(
    table,
    { KeyConditionExpression: 'pk = :pk', values: { ':pk': consumerKey('').pk }, ConsistentRead: true, Limit: MOST },
    readConsumer,
  );
  const lately = items.filter(({ expiresAt }) => expiresAt > now.getTime() / 1000);
  return { consumers: lately.map(({ expiresAt: _, ...consumer }) => consumer), setAside };
}

/** The chain of the consumers: its id is refused to platforms. */
const CONSUMERS = 'consumers';

const ConsumersHead = z.strictObject({
  chain: z.literal(CONSUMERS),
  version: z.int(),
  sequence: z.int(),
  lastHash: z.string().nullable(),
  /** Those that were announced as behind, and have not caught up since. */
  behind: z.array(z.string()),
});
export type ConsumersHead = z.infer<typeof ConsumersHead>;

export function findConsumersHead(table: Table): Promise<ConsumersHead | undefined> {
  return getItem(table, headKey(CONSUMERS), stored(ConsumersHead));
}

/** Records who fell behind and who caught up; a `Conflict` when somebody else was first. */
export async function recordBehind(
  table: Table,
  from: ConsumersHead | undefined,
  { behind, events: drafts }: { behind: readonly string[]; events: readonly EventDraft[] },
): Promise<void> {
  const version = from?.version ?? 0;
  const end = { chain: CONSUMERS, version, sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const head = carryOn(from, {
    chain: CONSUMERS as typeof CONSUMERS,
    version: version + 1,
    sequence: end.sequence + drafts.length,
    behind: [...behind],
  });
  const item = (lastHash: string | null) => toItem(ConsumersHead, { ...head, lastHash }, headKey(CONSUMERS));
  const left = await findLeft(table, end, []);
  const events = chainEvents(CONSUMERS, end, drafts, { items: {}, state: { [HEAD_PREFIX]: sealOf(item(null)) }, ...left });
  await transact(table, [
    { guard: item(events.at(-1)?.hash ?? null), version },
    ...events.map((one) => ({ record: { ...one, ...eventKey(one.chain, one.sequence) } })),
  ]);
}
