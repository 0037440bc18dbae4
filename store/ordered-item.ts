import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** An item with the members of its maps in order of their names: the table keeps none, and one ETag must stand for the same bytes every time. */
export function toOrderedItem(attributes: Record<string, AttributeValue>): Record<string, unknown> {
  return inOrder(unmarshall(attributes)) as Record<string, unknown>;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}
