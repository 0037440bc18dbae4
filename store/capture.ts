import { Capture, CaptureErasure } from '../domain/vault/capture.ts';
import { CAPTURE_PREFIX, captureKey, erasureKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { demandWhole, getItem, getItems, type Item, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

export const toCaptureItem = (capture: Capture): Item => toItem(Capture, capture, captureKey(capture.platform, capture.capture));
export const toErasureItem = (erasure: CaptureErasure): Item => toItem(CaptureErasure, erasure, erasureKey(erasure.platform, erasure.capture));

const readCapture = storedAt(Capture, ({ platform, capture }) => captureKey(platform, capture));
const readErasure = storedAt(CaptureErasure, ({ platform, capture }) => erasureKey(platform, capture));

export function findCapture(table: Table, platform: string, capture: string): Promise<Capture | undefined> {
  return getItem(table, captureKey(platform, capture), readCapture);
}

export function findErasure(table: Table, platform: string, capture: string): Promise<CaptureErasure | undefined> {
  return getItem(table, erasureKey(platform, capture), readErasure);
}

/** The captures of a platform by their hashes, with what became of them. */
export async function listCaptures(
  table: Table,
  platform: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ captures: Capture[]; erasures: ReadonlyMap<string, CaptureErasure>; setAside: Unreadable[]; next: string | undefined }> {
  const { items, setAside, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :capture)',
      values: { ':pk': captureKey(platform, '').pk, ':capture': CAPTURE_PREFIX },
      Limit: limit,
      after: after === undefined ? undefined : captureKey(platform, after),
    },
    readCapture,
  );
  const keys = items.map(({ capture }) => erasureKey(platform, capture));
  const found = keys.length === 0 ? [] : demandWhole(await getItems(table, keys, readErasure));
  const erasures = new Map(found.map((erasure) => [erasure.capture, erasure]));
  return { captures: items, erasures, setAside, next: next?.sk.slice(CAPTURE_PREFIX.length) };
}
