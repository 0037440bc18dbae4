import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { chainEvents, type EventDraft } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { consumerKey, eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { sealOf } from './seal.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Item, query, type Table, transact } from './table.ts';
import { Unreadable } from './unreadable.ts';

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

/** The most that one token may report for: its further ones take the place of those that it has not heard of for the longest time. */
const MOST_OF_ONE = 100;

const keyOf = ({ id, by }: Pick<Consumer, 'id' | 'by'>) => consumerKey(`${id}#${by}`);

export async function recordConsumer(table: Table, consumer: Consumer, expiresAt: number): Promise<void> {
  const put = (one: Consumer, until: number) =>
    table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(toItem(Consumer, one, { ...keyOf(one), expiresAt: until })) }));
  const known = await getItem(table, keyOf(consumer), readConsumer).catch(ignoreUnreadable);
  if (known === undefined) {
    const at = new Date(consumer.reportedAt);
    const own = (await listConsumers(table, at)).consumers.filter(({ by }) => by === consumer.by);
    const oldestFirst = own.sort((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
    for (const one of oldestFirst.slice(0, Math.max(0, own.length + 1 - MOST_OF_ONE))) await put(one, Math.floor(at.getTime() / 1000));
  }
  await put(consumer, expiresAt);
}

/** A report that cannot be read is replaced like any other. */
function ignoreUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}

const readConsumer = stored(z.strictObject({ ...Consumer.shape, expiresAt: z.int() }));

/** All consumers that have reported lately, by name: as few as tokens times what each may report for. */
export async function listConsumers(table: Table, now: Date): Promise<{ consumers: Consumer[]; setAside: Unreadable[] }> {
  const consumers: Consumer[] = [];
  const setAside: Unreadable[] = [];
  let after: Item | undefined;
  do {
    const where = { KeyConditionExpression: 'pk = :pk', values: { ':pk': consumerKey('').pk }, ConsistentRead: true, after };
    const page = await query(table, where, readConsumer);
    for (const { expiresAt, ...consumer } of page.items) if (expiresAt > now.getTime() / 1000) consumers.push(consumer);
    setAside.push(...page.setAside);
    after = page.next;
  } while (after !== undefined);
  return { consumers, setAside };
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
  const end = { sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const version = from?.version ?? 0;
  const head = carryOn(from, {
    chain: CONSUMERS as typeof CONSUMERS,
    version: version + 1,
    sequence: end.sequence + drafts.length,
    behind: [...behind],
  });
  const item = (lastHash: string | null) => toItem(ConsumersHead, { ...head, lastHash }, headKey(CONSUMERS));
  const events = chainEvents(CONSUMERS, end, drafts, { items: {}, state: { [HEAD_PREFIX]: sealOf(item(null)) } });
  await transact(table, [
    { guard: item(events.at(-1)?.hash ?? null), version },
    ...events.map((one) => ({ record: { ...one, ...eventKey(one.chain, one.sequence) } })),
  ]);
}
