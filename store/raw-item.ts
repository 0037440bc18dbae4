import { type AttributeValue, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item, Key, Table } from './table.ts';

/** Reads one item as it lies, strongly consistent. */
export async function findRaw(table: Table, key: Key): Promise<Item | undefined> {
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }));
  return Item && toRawItem(Item);
}

/** An item as it lies in the table, through no schema: what may have been tampered with must neither throw nor be dropped. */
export function toRawItem(attributes: Record<string, AttributeValue>): Item {
  return toRaw({ M: attributes }) as Item;
}

function toRaw({ S, N, BOOL, M, L, NULL, ...other }: AttributeValue): unknown {
  if (M) return Object.fromEntries(Object.entries(M).map(([name, value]) => [name, toRaw(value)]));
  if (L) return L.map(toRaw);
  if (N !== undefined) return toNumber(N);
  if (NULL) return null;
  // The record holds neither sets nor bytes; they must not pass for anything that it holds.
  return S ?? BOOL ?? { neverWritten: Object.keys(other).join() };
}

/** DynamoDB's numbers have 38 digits; one that a number of ours cannot hold stays text. */
function toNumber(text: string): number | string {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}
