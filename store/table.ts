import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type Put,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { Conflict } from './conflict.ts';
import { toOrderedItem } from './ordered-item.ts';
import { Unreadable } from './unreadable.ts';

/** The one table of the record, and the client to reach it. */
export type Table = { readonly client: DynamoDBClient; readonly name: string };
export type Key = { readonly pk: string; readonly sk: string };
export type Item = Key & Record<string, unknown>;

/** Reads the content of an item; whatever it throws means that the item does not have the shape of its kind. */
export type Reader<T> = (item: Readonly<Record<string, unknown>>) => T;

/** Reads one item, strongly consistent; undefined when it is not there. Throws `Unreadable`. */
export async function getItem<T>(table: Table, key: Key, read: Reader<T>): Promise<T | undefined> {
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }));
  return Item && readWhole(toOrderedItem(Item), read);
}

function readWhole<T>(item: Record<string, unknown>, read: Reader<T>): T {
  try {
    return read(item);
  } catch (error) {
    throw toUnreadable(item as Key, error);
  }
}

/** A reader that knows better what is wrong says so itself. */
const toUnreadable = (key: Key, error: unknown) => (error instanceof Unreadable ? error : new Unreadable(key, { cause: error }));

/** What was read, and the items that cannot be. */
export type Found<T> = { readonly items: T[]; readonly setAside: Unreadable[] };

/** What was read; throws the first `Unreadable` where one part is worth nothing without the others. */
export function demandWhole<T>({ items, setAside: [first] }: Found<T>): T[] {
  if (first) throw first;
  return items;
}

/** Most items that one BatchGetItem reads. */
const BATCH = 100;

/** Reads many items, strongly consistent, in the order of their keys; those that are not there are left out. */
export async function getItems<T>(table: Table, keys: readonly Key[], read: Reader<T>): Promise<Found<T>> {
  const found = new Map<string, Record<string, unknown>>();
  const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  for (let start = 0; start < keys.length; start += BATCH) {
    let wanted: Record<string, AttributeValue>[] = keys.slice(start, start + BATCH).map((key) => marshall(key));
    while (wanted.length > 0) {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      for (const item of Responses?.[table.name] ?? []) {
        const ordered = toOrderedItem(item);
        found.set(nameOf(ordered as Key), ordered);
      }
      wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return readAll(
    keys.flatMap((key): Record<string, unknown>[] => {
      const item = found.get(nameOf(key));
      return item ? [item] : [];
    }),
    read,
  );
}

function readAll<T>(all: readonly Record<string, unknown>[], read: Reader<T>): Found<T> {
  const found: Found<T> = { items: [], setAside: [] };
  for (const item of all) {
    try {
      found.items.push(read(item));
    } catch (error) {
      found.setAside.push(toUnreadable(item as Key, error));
    }
  }
  return found;
}

/** A page of a Query. `next` is the key of its last item, in the table and in the index, when there may be more. */
export type Slice<T> = Found<T> & { readonly next: Item | undefined };

/** One Query: a page of items, and where the next page begins. */
export async function query<T>(
  table: Table,
  where: Omit<QueryCommandInput, 'TableName' | 'ExpressionAttributeValues' | 'ExclusiveStartKey'> & {
    values: Record<string, unknown>;
    after?: Key | undefined;
  },
  read: Reader<T>,
): Promise<Slice<T>> {
  const { values, after, ...input } = where;
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      ...input,
      TableName: table.name,
      ExpressionAttributeValues: marshall(values),
      ...(after && { ExclusiveStartKey: marshall(after) }),
    }),
  );
  return { ...readAll(Items.map(toOrderedItem), read), next: LastEvaluatedKey && (unmarshall(LastEvaluatedKey) as Item) };
}

/** The items of every page, and whatever of them cannot be read. */
export async function queryAll<T>(table: Table, where: Omit<Parameters<typeof query>[1], 'after'>, read: Reader<T>): Promise<Found<T>> {
  const found: Found<T> = { items: [], setAside: [] };
  let after: Item | undefined;
  do {
    const page = await query(table, { ...where, after }, read);
    found.items.push(...page.items);
    found.setAside.push(...page.setAside);
    after = page.next;
  } while (after !== undefined);
  return found;
}

export type Write =
  /** An item that must not be there yet. */
  | { readonly record: Item }
  /** An item that replaces whatever is there; safe only beside a `guard` in the same transaction. */
  | { readonly replace: Item }
  /** An item that is changed only under the version that was read. */
  | { readonly guard: Item; readonly version: number }
  /** A reply to remember: it must not be there, or be expired. */
  | { readonly remember: Item; readonly now: number };

/** All or nothing. A condition that does not hold is a `Conflict`: somebody else was first, read again. So is a table that is too busy. */
export async function transact(table: Table, writes: readonly Write[]): Promise<void> {
  try {
    await table.client.send(new TransactWriteItemsCommand({ TransactItems: writes.map((write) => toTransactItem(table, write)) }));
  } catch (error) {
    if (error instanceof TransactionCanceledException && error.CancellationReasons?.some(({ Code = '' }) => TRY_AGAIN.has(Code)))
      throw new Conflict('somebody else changed this first, or it is written to too often', { cause: error });
    throw error;
  }
}

/** Puts one item under the version that was read, 0 for none; a `Conflict` when somebody else was first. */
export async function putGuarded(table: Table, item: Item, version: number): Promise<void> {
  try {
    await table.client.send(new PutItemCommand(toTransactItem(table, { guard: item, version }).Put as Put));
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new Conflict('somebody else changed this first', { cause: error });
    throw error;
  }
}

/** Why a transaction was cancelled that may go through the next time. The client repeats by itself only what was throttled whole. */
const TRY_AGAIN = new Set(['ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

function toTransactItem(table: Table, write: Write): TransactWriteItem {
  const put = (item: Item, condition?: string, values?: Record<string, AttributeValue>): TransactWriteItem => ({
    Put: {
      TableName: table.name,
      Item: marshall(item, { removeUndefinedValues: true }),
      ...(condition && { ConditionExpression: condition }),
      ...(values && { ExpressionAttributeValues: values }),
    },
  });
  if ('record' in write) return put(write.record, 'attribute_not_exists(pk)');
  if ('replace' in write) return put(write.replace);
  if ('remember' in write) return put(write.remember, 'attribute_not_exists(pk) OR expiresAt <= :now', marshall({ ':now': write.now }));
  return write.version === 0
    ? put(write.guard, 'attribute_not_exists(pk)')
    : put(write.guard, 'version = :version', marshall({ ':version': write.version }));
}
