import * as z from 'zod';
import type { Head } from '../domain/record/head.ts';
import { StoredHead } from './head.ts';
import { bandOfListing, DUE, gateOfListing, headKey, LISTING, reachKey, WAITING } from './keys.ts';
import { getItems, type Key, query, type Table } from './table.ts';

/** What a list of platforms may ask for; each is answered by an index. */
export type Filter = {
  readonly band?: string | undefined;
  readonly gate?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly mode?: string | undefined;
  /** Whether the review was due before this day. */
  readonly stale?: { readonly is: boolean; readonly today: string } | undefined;
};

export type HeadPage = { readonly heads: Head[]; readonly next: string | undefined };

/** How an index is asked: its key's names and values. */
type Access = {
  readonly index?: string;
  readonly partition: readonly [name: string, value: string];
  readonly sort: string;
  readonly range?: readonly [condition: string, value: string];
};

const Keys = z.looseObject({ pk: z.string(), sk: z.string() });

/** Platforms that pass every filter, in the order of the index that narrows most, after the place named. */
export async function listHeads(table: Table, filter: Filter, { limit, after }: { limit: number; after?: string | undefined }): Promise<HeadPage> {
  const heads: Head[] = [];
  let place = after;
  for (;;) {
    const access = accessOf(filter);
    const { items, next } = await query(table, toQuery(access, { limit: limit - heads.length, after: place }), Keys);
    // The listing and the due index hold whole heads; of the others only keys come back.
    const found = items.every((item) => 'profile' in item)
      ? items.map((item) => StoredHead.parse(item))
      : await getItems(
          table,
          items.map((item) => headKey(platformOf(access, item))),
          StoredHead,
        );
    heads.push(...found.filter((head) => passes(head, filter)));
    place = next && String(items.at(-1)?.[access.sort]);
    if (place === undefined || heads.length >= limit) return { heads, next: place };
  }
}

/** Submissions that wait for a second person, oldest first. */
export async function listWaiting(table: Table, { limit, after }: { limit: number; after?: string | undefined }): Promise<HeadPage> {
  const access: Access = { index: 'waiting', partition: ['waitingPk', WAITING], sort: 'waitingSk' };
  const { items, next } = await query(table, toQuery(access, { limit, after }), Keys);
  const heads = await getItems(
    table,
    items.map((item) => headKey(platformOf(access, item))),
    StoredHead,
  );
  return { heads: heads.filter(({ pending }) => pending), next: next && String(items.at(-1)?.waitingSk) };
}

/** Platforms whose review day is before a day, or on it too; oldest due first. */
export async function listDue(
  table: Table,
  { limit, after, before, inclusive }: { limit: number; after?: string | undefined; before: string; inclusive: boolean },
): Promise<HeadPage> {
  // `~` sorts behind every platform's name.
  const access: Access = { index: 'due', partition: ['duePk', DUE], sort: 'dueSk', range: ['<', inclusive ? `${before}#~` : before] };
  const { items, next } = await query(table, toQuery(access, { limit, after }), StoredDue);
  return { heads: items.map(({ head }) => head), next: next && items.at(-1)?.place };
}

const StoredDue = z.looseObject({ dueSk: z.string() }).transform((item) => ({ place: item.dueSk, head: StoredHead.parse(item) }));

function accessOf({ band, gate, jurisdiction, mode, stale }: Filter): Access {
  if (jurisdiction !== undefined || mode !== undefined) return { partition: ['pk', reachKey(jurisdiction ?? '*', mode ?? '*', '').pk], sort: 'sk' };
  if (stale) return { index: 'due', partition: ['duePk', DUE], sort: 'dueSk', range: [stale.is ? '<' : '>=', stale.today] };
  if (band !== undefined) return { index: 'bands', partition: ['bandPk', bandOfListing(band)], sort: 'listSk' };
  if (gate !== undefined) return { index: 'gates', partition: ['gatePk', gateOfListing(gate)], sort: 'listSk' };
  return { index: 'listing', partition: ['listPk', LISTING], sort: 'listSk' };
}

function toQuery({ index, partition: [name, value], sort, range }: Access, { limit, after }: { limit: number; after: string | undefined }) {
  return {
    ...(index && { IndexName: index }),
    KeyConditionExpression: `${name} = :partition${range ? ` AND ${sort} ${range[0]} :edge` : ''}`,
    values: { ':partition': value, ...(range && { ':edge': range[1] }) },
    Limit: limit,
    after: after === undefined ? undefined : startKey(index, [name, value], sort, after),
  };
}

/** Where an index's page begins: its own keys, and for a secondary index the table's. */
function startKey(index: string | undefined, [name, value]: readonly [string, string], sort: string, after: string): Key {
  if (!index) return { pk: value, sk: after };
  return { ...headKey(after.slice(after.lastIndexOf('#') + 1)), [name]: value, [sort]: after } as Key;
}

function platformOf({ sort }: Access, item: Record<string, unknown>): string {
  const place = String(item[sort]);
  return place.slice(place.lastIndexOf('#') + 1);
}

/** By the head itself: an index may be seconds behind. */
function passes({ published, nextReviewOn }: Head, { band, gate, jurisdiction, mode, stale }: Filter): boolean {
  return (
    (band === undefined || published?.band === band) &&
    (gate === undefined || published?.gate === gate) &&
    (stale === undefined || (nextReviewOn !== undefined && nextReviewOn < stale.today === stale.is)) &&
    ((jurisdiction === undefined && mode === undefined) ||
      (published?.reach ?? []).some((pair) => (jurisdiction ?? pair.jurisdiction) === pair.jurisdiction && (mode ?? pair.mode) === pair.mode))
  );
}
