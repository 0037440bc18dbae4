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
import type * as z from 'zod';
import { Conflict } from './conflict.ts';
import { toOrderedItem } from './ordered-item.ts';

/** The one table of the record, and the client to reach it. */
export type Table = { readonly client: DynamoDBClient; readonly name: string };
export type Key = { readonly pk: string; readonly sk: string };
export type Item = Key & Record<string, unknown>;

/** Reads one item, strongly consistent, through its schema; undefined when it is not there. */
export async function getItem<T>(table: Table, key: Key, schema: z.ZodType<T>): Promise<T | undefined> {
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }));
  return Item && schema.parse(toOrderedItem(Item));
}

/** Most items that one BatchGetItem reads. */
const BATCH = 100;

/** Reads many items, strongly consistent, in the order of their keys; those that are not there are left out. */
export async function getItems<T>(table: Table, keys: readonly Key[], schema: z.ZodType<T>): Promise<T[]> {
  const found = new Map<string, T>();
  const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  for (let start = 0; start < keys.length; start += BATCH) {
    let wanted: Record<string, AttributeValue>[] = keys.slice(start, start + BATCH).map((key) => marshall(key));
    while (wanted.length > 0) {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      for (const item of Responses?.[table.name] ?? []) {
        const read = toOrderedItem(item);
        found.set(nameOf(read as Key), schema.parse(read));
      }
      wanted = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return keys.flatMap((key) => found.get(nameOf(key)) ?? []);
}

export type Slice<T> = { items: T[]; next: Key | undefined };

/** One Query: a page of items through their schema, and where the next page begins. */
export async function query<T>(
  table: Table,
  where: Omit<QueryCommandInput, 'TableName' | 'ExpressionAttributeValues' | 'ExclusiveStartKey'> & {
    values: Record<string, unknown>;
    after?: Key | undefined;
  },
  schema: z.ZodType<T>,
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
  return { items: Items.map((item) => schema.parse(toOrderedItem(item))), next: LastEvaluatedKey && (unmarshall(LastEvaluatedKey) as Key) };
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
