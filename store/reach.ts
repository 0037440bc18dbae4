import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Head } from '../domain/record/head.ts';
import { reachedKey, reachKey } from './keys.ts';
import { getItem, type Item, query, type Table, transact } from './table.ts';

/** What of a platform stands in the index: the version of its head that was indexed, every place it may stand in, and whether that is done. */
const Reached = z.object({ version: z.int(), places: z.array(z.string()), settled: z.boolean() });

const Reacher = z.object({ sk: z.string(), modes: z.array(z.string()) });

/**
 * Brings the index in line with a head. It can be repeated, and a head older than the one indexed changes nothing: the
 * mark names every place before it is written, so that whatever breaks off in between is found and cleared the next time.
 */
export async function indexReach(table: Table, { platform, version, published }: Pick<Head, 'platform' | 'version' | 'published'>): Promise<void> {
  const before = await getItem(table, reachedKey(platform), Reached);
  if (before && before.version > version) return;
  const entries = toEntries(platform, published?.reach ?? []);
  const places = [...entries.keys()].sort();
  if (before?.settled && before.places.join() === places.join()) return;

  const stale = (before?.places ?? []).filter((place) => !entries.has(place));
  const mark = (standing: string[], settled: boolean, from: number) =>
    transact(table, [{ guard: { ...reachedKey(platform), version, places: standing, settled }, version: from }]);
  await mark([...places, ...stale], false, before?.version ?? 0);
  for (const item of entries.values()) await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
  for (const place of stale) {
    const [jurisdiction = '', mode = ''] = place.split(' ');
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: marshall(reachKey(jurisdiction, mode, platform)) }));
  }
  await mark(places, true, version);
}

export type ReachedPlatform = { readonly platform: string; readonly modes: string[] };

/** Platforms whose data is reached from a jurisdiction, by id, with the modes. */
export async function listReached(table: Table, jurisdiction: string, limit: number): Promise<ReachedPlatform[]> {
  const { pk } = reachKey(jurisdiction, '*', '');
  const { items } = await query(table, { KeyConditionExpression: 'pk = :pk', values: { ':pk': pk }, Limit: limit }, Reacher);
  return items.map(({ sk, modes }) => ({ platform: sk, modes }));
}

/** One entry for each pair, and for any mode or any jurisdiction, so that every filter is one partition. */
function toEntries(platform: string, reach: readonly { jurisdiction: string; mode: string }[]): Map<string, Item> {
  const modes = new Map<string, Set<string>>();
  const add = (jurisdiction: string, mode: string, of: string) => {
    const place = `${jurisdiction} ${mode}`;
    modes.set(place, (modes.get(place) ?? new Set()).add(of));
  };
  for (const { jurisdiction, mode } of reach) {
    add(jurisdiction, mode, mode);
    add(jurisdiction, '*', mode);
    add('*', mode, mode);
  }
  return new Map(
    [...modes].map(([place, of]) => {
      const [jurisdiction = '', mode = ''] = place.split(' ');
      return [place, { ...reachKey(jurisdiction, mode, platform), modes: [...of].sort() }];
    }),
  );
}
