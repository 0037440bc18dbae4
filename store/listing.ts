import { type Head, listWaiting as listWaitingOf, type Waiting } from '../domain/record/head.ts';
import { readHead } from './head.ts';
import { bandOfListing, DUE, gateOfListing, headKey, LISTING, reachKey, WAITING } from './keys.ts';
import { dateAll } from './revision.ts';
import { getItems, type Key, query, type Slice, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** What a list of platforms may ask for; each is answered by an index. */
export type Filter = {
  readonly band?: string | undefined;
  readonly gate?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly mode?: string | undefined;
  /** Whether the review was due before this day. */
  readonly stale?: { readonly is: boolean; readonly today: string } | undefined;
};

/** Platforms, those whose head cannot be read, and where the next page begins. */
export type HeadPage = { readonly heads: Head[]; readonly setAside: Unreadable[]; readonly next: string | undefined };

/** How an index is asked: its key's names and values. */
type Access = {
  readonly index?: string;
  readonly partition: readonly [name: string, value: string];
  readonly sort: string;
  readonly range?: readonly [condition: string, value: string];
};

/** Platforms that pass every filter, in the order of the index that narrows most, after the place named. */
export async function listHeads(table: Table, filter: Filter, { limit, after }: { limit: number; after?: string | undefined }): Promise<HeadPage> {
  const heads: Head[] = [];
  const setAside: Unreadable[] = [];
  const access = accessOf(filter);
  // The listing and the due index hold whole heads; of the others only keys come back.
  const isWhole = access.index === 'listing' || access.index === 'due';
  let place = after;
  for (;;) {
    const where = toQuery(access, { limit: limit - heads.length - setAside.length, after: place });
    const found = isWhole ? await query(table, where, readHead) : await queryKeys(table, access, where);
    heads.push(...found.items.filter((head) => passes(head, filter)));
    setAside.push(...found.setAside);
    place = found.next && String(found.next[access.sort]);
    if (place === undefined || heads.length + setAside.length >= limit) return { heads, setAside, next: place };
  }
}

/** A page of an index that holds keys only, and the heads that they name. */
async function queryKeys(table: Table, access: Access, where: ReturnType<typeof toQuery>): Promise<Slice<Head>> {
  const { items, next } = await query(table, where, (item) => headKey(platformOf(access, item)));
  return { ...(await getItems(table, items, readHead)), next };
}

/** What waits for a second person, and where the next page begins. */
type WaitingRevision = Waiting & { readonly platform: string };
type WaitingPage = {
  readonly waiting: (WaitingRevision & { readonly asOf: string })[];
  readonly setAside: Unreadable[];
  readonly next: string | undefined;
};

/** Submissions that wait for a second person: platforms by their oldest, and of each platform all that waits, oldest first. */
export async function listWaiting(table: Table, { limit, after }: { limit: number; after?: string | undefined }): Promise<WaitingPage> {
  const access: Access = { index: 'waiting', partition: ['waitingPk', WAITING], sort: 'waitingSk' };
  // A page may end between the submissions of a platform: then the next one begins with the rest of it.
  const [place, within, given] = after === undefined ? [] : after.split(' ');
  const { items, setAside, next } = await queryKeys(table, access, toQuery(access, { limit, after: place || undefined }));
  const waiting: WaitingRevision[] = [];
  const answer = async (end: string | undefined): Promise<WaitingPage> => {
    const dated = await dateAll(table, waiting);
    return { waiting: dated.items, setAside: [...setAside, ...dated.setAside], next: end };
  };
  let last = place ?? '';
  for (const head of items) {
    const all = listWaitingOf(head).filter(({ revision }) => head.platform !== within || revision > Number(given));
    for (const one of all) {
      const before = waiting.at(-1);
      if (waiting.length === limit) return answer(before?.platform === head.platform ? `${last} ${head.platform} ${before.revision}` : last);
      waiting.push({ platform: head.platform, ...one });
    }
    last = head.pending ? `${head.pending.submittedAt}#${head.platform}` : last;
  }
  return answer(next && String(next.waitingSk));
}

/** Platforms whose review day is before a day, or on it too; oldest due first. */
export async function listDue(
  table: Table,
  { limit, after, before, inclusive }: { limit: number; after?: string | undefined; before: string; inclusive: boolean },
): Promise<HeadPage> {
  // `~` sorts behind every platform's name.
  const access: Access = { index: 'due', partition: ['duePk', DUE], sort: 'dueSk', range: ['<', inclusive ? `${before}#~` : before] };
  const { items: heads, setAside, next } = await query(table, toQuery(access, { limit, after }), readHead);
  return { heads, setAside, next: next && String(next.dueSk) };
}

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

function platformOf({ sort }: Access, item: Readonly<Record<string, unknown>>): string {
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
