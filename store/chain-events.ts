import * as z from 'zod';
import { RecordedEvent } from '../domain/record/event.ts';
import { EVENT_PREFIX, eventKey } from './keys.ts';
import { query, type Table } from './table.ts';

const StoredEvent = z.object({ ...RecordedEvent.shape });

/** Events of one chain, newest first, those before a number. */
export async function listChainEvents(
  table: Table,
  chain: string,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<{ events: RecordedEvent[]; next: number | undefined }> {
  const { items, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      values: { ':pk': eventKey(chain, 0).pk, ':event': EVENT_PREFIX },
      ScanIndexForward: false,
      Limit: limit,
      after: before === undefined ? undefined : eventKey(chain, before),
    },
    StoredEvent,
  );
  return { events: items, next: next && items.at(-1)?.sequence };
}
