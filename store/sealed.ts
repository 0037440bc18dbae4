import canonicalize from 'canonicalize';
import { hashOfText } from '../domain/facts/hash.ts';
import { StandingEvent } from '../domain/record/event.ts';
import { decisionKey, EVENT_PREFIX, eventKey, recordedKey, scoreKey } from './keys.ts';
import { readRecordedBy } from './leaf.ts';
import { findRaw } from './raw-item.ts';
import { RecordBroken } from './record-broken.ts';
import { getItem, type Item, type Key, query, type Table } from './table.ts';

/** Bytes that never change, and the hash under which an event names them. */
export type Sealed = { readonly text: string; readonly hash: string };

/** Where what an id names lies: a published score or a decision. */
export function sealedKey(platform: string, id: string): Key {
  return id.startsWith('scr_') ? scoreKey(platform, id) : decisionKey(platform, id);
}

/** What was recorded for good, as the canonical JSON (RFC 8785) that its event names the SHA-256 of. */
export async function findSealed(table: Table, key: Key): Promise<Sealed | undefined> {
  const item = await findRaw(table, key);
  if (!item) return undefined;
  const { pk: _, sk: __, ...content } = item;
  const text = canonicalize(content) as string;
  return { text, hash: hashOfText(text) };
}

/** An event as the text that it has its hash of. */
export type SealingEvent = { readonly chain: string; readonly sequence: number; readonly hash: string; readonly text: string };

/** The event of a chain that names an item. Mostly two reads; without a hint that holds, the chain's events are read from the beginning. */
export async function findSealingEvent(table: Table, chain: string, item: string): Promise<SealingEvent | undefined> {
  const hint = await getItem(table, recordedKey(chain, item), readRecordedBy).catch(() => undefined);
  const raw = hint && (await findRaw(table, eventKey(chain, hint.sequence)));
  if (hint && raw && Object.hasOwn(Object(raw.items), item)) return toEventText(chain, hint.sequence, raw);
  return searchSealingEvent(table, chain, item);
}

async function searchSealingEvent(table: Table, chain: string, item: string): Promise<SealingEvent | undefined> {
  let after: Item | undefined;
  do {
    const page = await query(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        FilterExpression: 'attribute_exists(#items.#item)',
        ExpressionAttributeNames: { '#items': 'items', '#item': item },
        values: { ':pk': eventKey(chain, 0).pk, ':events': EVENT_PREFIX },
        after,
      },
      ({ sequence }) => Number(sequence),
    );
    const [sequence] = page.items;
    if (sequence !== undefined) return readEventText(table, chain, sequence);
    after = page.next;
  } while (after !== undefined);
  return undefined;
}

/** Throws `RecordBroken` where its content does not have its hash. */
export async function readEventText(table: Table, chain: string, sequence: number): Promise<SealingEvent> {
  return toEventText(chain, sequence, await findRaw(table, eventKey(chain, sequence)));
}

/** Throws `RecordBroken` where its content does not have its hash. */
export function toEventText(chain: string, sequence: number, raw: Item | undefined): SealingEvent {
  const { pk: _, sk: __, hash, ...content } = raw ?? { pk: '', sk: '' };
  const text = canonicalize(content) as string;
  if (!StandingEvent.safeParse({ ...content, hash }).success || hashOfText(text) !== hash)
    throw new RecordBroken(eventKey(chain, sequence), 'its content does not have the hash that it carries');
  return { chain, sequence, hash, text };
}
