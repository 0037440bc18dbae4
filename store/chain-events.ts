import { RecordedEvent } from '../domain/record/event.ts';
import { EVENT_PREFIX, eventKey } from './keys.ts';
import { stored } from './stored.ts';
import { demandWhole, getItems, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** Events of one chain by their numbers, in that order; those that are not there are left out. */
export async function findEvents(table: Table, chain: string, sequences: readonly number[]): Promise<RecordedEvent[]> {
  if (sequences.length === 0) return [];
  const keys = sequences.map((sequence) => eventKey(chain, sequence));
  return demandWhole(await getItems(table, keys, stored(RecordedEvent)));
}

/** Events of one chain, newest first, those before a number. */
export async function listChainEvents(
  table: Table,
  chain: string,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<{ events: RecordedEvent[]; setAside: Unreadable[]; next: number | undefined }> {
  const { items, setAside, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      values: { ':pk': eventKey(chain, 0).pk, ':event': EVENT_PREFIX },
      ScanIndexForward: false,
      Limit: limit,
      after: before === undefined ? undefined : eventKey(chain, before),
    },
    stored(RecordedEvent),
  );
  return { events: items, setAside, next: next && Number(next.sk.slice(EVENT_PREFIX.length)) };
}
