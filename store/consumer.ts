import { PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { hashOf, hashOfText } from '../domain/facts/hash.ts';
import { noteGap } from '../domain/policy/silence.ts';
import { chainEvents, type EventDraft } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { findLeft } from './continuity.ts';
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
  /** What its owner calls it, over restarts. */
  name: z.string().optional(),
  /** Which bundle of an OPA, or which kind of device, this report is about: each has its own. */
  bundle: z.string().optional(),
  target: z.string().optional(),
  devices: z.int().optional(),
  enforcing: z.int().optional(),
  /** Seconds between its last reports. */
  gaps: z.array(z.int()).optional(),
});
export type Consumer = z.infer<typeof Consumer>;

/** The most that one token may report for: its further ones take the place of those that it has not heard of for the longest time. */
const MOST_OF_ONE = 5000;
/** How many give way at once, so that a flood does not have all of them read for each of its reports. */
const GIVING_WAY = 100;

/** Those of a token lie together, and a name of any length fits a key. */
const ownerOf = (by: string) => `${hashOfText(by).slice(0, 16)}#`;
const keyOf = ({ id, by, bundle, target }: Pick<Consumer, 'id' | 'by' | 'bundle' | 'target'>) =>
  consumerKey(`${ownerOf(by)}${hashOf([id, bundle ?? null, target ?? null]).slice(0, 32)}`);
/** What names a report among all: for what, by whom, about which part. */
export const nameOf = ({ id, by, bundle = '', target = '' }: Pick<Consumer, 'id' | 'by' | 'bundle' | 'target'>) => [id, by, bundle, target].join('#');

/** Puts a report in the place of the one before, with the gap between them. */
export async function recordConsumer(table: Table, report: Omit<Consumer, 'gaps'>, expiresAt: number, most = MOST_OF_ONE): Promise<void> {
  const put = (one: Consumer, until: number) =>
    table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(toItem(Consumer, one, { ...keyOf(one), expiresAt: until })) }));
  const known = await getItem(table, keyOf(report), readConsumer).catch(ignoreUnreadable);
  const count = known === undefined ? await countWith(table, report) : 0;
  if (count > most) {
    const at = new Date(report.reportedAt);
    const own = (await listConsumers(table, at)).consumers.filter(({ by }) => by === report.by);
    const oldestFirst = own.sort((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
    const gone = oldestFirst.slice(0, Math.max(0, own.length + Math.min(GIVING_WAY, Math.ceil(most / 10)) - most));
    for (const one of gone) await put(one, Math.floor(at.getTime() / 1000));
    counted.get(table)?.delete(report.by);
  }
  await put({ ...report, gaps: noteGap(known, report.reportedAt) }, expiresAt);
}

/** What was counted, by table and token: counting reads all that a token reports for, so it is done once a minute in each process. */
const counted = new WeakMap<Table, Map<string, { count: number; readonly at: number }>>();
const RECOUNT_MS = 60_000;

/** How many a token reports for now, with a new one. */
async function countWith(table: Table, report: Pick<Consumer, 'by' | 'reportedAt'>): Promise<number> {
  const known = counted.get(table) ?? new Map<string, { count: number; readonly at: number }>();
  counted.set(table, known);
  const at = Date.parse(report.reportedAt);
  const last = known.get(report.by);
  const isRecent = last !== undefined && Math.abs(at - last.at) < RECOUNT_MS;
  const one = isRecent ? last : { count: await countOf(table, report), at };
  one.count += 1;
  known.set(report.by, one);
  return one.count;
}

async function countOf({ client, name }: Table, { by, reportedAt }: Pick<Consumer, 'by' | 'reportedAt'>): Promise<number> {
  let count = 0;
  for await (const { Count = 0 } of paginateQuery(
    { client },
    {
      TableName: name,
      Select: 'COUNT',
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :owner)',
      FilterExpression: 'expiresAt > :now',
      ExpressionAttributeValues: marshall({ ':pk': consumerKey('').pk, ':owner': ownerOf(by), ':now': Date.parse(reportedAt) / 1000 }),
    },
  ))
    count += Count;
  return count;
}

/** A report that cannot be read is replaced like any other. */
function ignoreUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}

const readConsumer = stored(z.strictObject({ ...Consumer.shape, expiresAt: z.int() }));

/** All consumers that have reported lately, by name. */
export async function listConsumers(table: Table, now: Date): Promise<{ consumers: Consumer[]; setAside: Unreadable[] }> {
  const found = new Map<string, Consumer>();
  const setAside: Unreadable[] = [];
  let after: Item | undefined;
  do {
    const where = { KeyConditionExpression: 'pk = :pk', values: { ':pk': consumerKey('').pk }, ConsistentRead: true, after };
    const page = await query(table, where, readConsumer);
    for (const { expiresAt, ...consumer } of page.items) {
      if (expiresAt <= now.getTime() / 1000) continue;
      // Until it expires, what a release before has put under another key lies beside the newer one.
      const known = found.get(nameOf(consumer));
      if (!known || known.reportedAt < consumer.reportedAt) found.set(nameOf(consumer), consumer);
    }
    setAside.push(...page.setAside);
    after = page.next;
  } while (after !== undefined);
  const consumers = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, consumer]) => consumer);
  return { consumers: withoutBeginnings(consumers), setAside };
}

/** An OPA reports before it holds any bundle: its later reports of one take the place of that. */
function withoutBeginnings(consumers: readonly Consumer[]): Consumer[] {
  const begun = new Map<string, string>();
  for (const { id, by, bundle, reportedAt } of consumers) {
    const name = nameOf({ id, by });
    if (bundle !== undefined && reportedAt > (begun.get(name) ?? '')) begun.set(name, reportedAt);
  }
  return consumers.filter(({ bundle, target, id, by, reportedAt }) => {
    const isWhole = bundle === undefined && target === undefined;
    return !isWhole || reportedAt > (begun.get(nameOf({ id, by })) ?? '');
  });
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
