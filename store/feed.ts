import * as z from 'zod';
import { Sha256 } from '../domain/facts/hash.ts';
import { CloudEvent, toCloudEvent } from '../domain/record/cloud-event.ts';
import { RecordedEvent } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { again } from './again.ts';
import { EVENT_PREFIX, eventKey, feedEndKey, feedKey, feedMarkKey } from './keys.ts';
import { parseText, stored, toItem } from './stored.ts';
import { demandWhole, getItem, getItems, query, type Table, transact } from './table.ts';
import { Unreadable } from './unreadable.ts';

/** How far a chain is: its last event that has a place in the feed, and the places that were not sent out yet. */
export const FeedMark = z.strictObject({ chain: z.string(), sequence: z.int(), unsent: z.array(z.int()), version: z.int() });
export type FeedMark = z.infer<typeof FeedMark>;

const FeedEnd = z.strictObject({ version: z.int() });
/** An event in its place; it is kept as text, with the hash that it has in its chain, which places of before the tree lack. */
const PlaceItem = z.strictObject({ number: z.int(), event: z.string(), hash: Sha256.optional() });

export type Place = { readonly number: number; readonly event: CloudEvent; readonly hash: string | undefined };

export function readPlace(item: Readonly<Record<string, unknown>>): Place {
  const { number, event, hash } = stored(PlaceItem)(item);
  return { number, event: parseText(CloudEvent, event), hash };
}

/** Most events numbered at once: with the largest that the API takes they stay below a transaction's 4 MB. */
const MOST_AT_ONCE = 25;
/** Tries that an announcer has among many others. */
const TIMES = 30;

export async function findFeedMark(table: Table, chain: string): Promise<FeedMark> {
  return (await getItem(table, feedMarkKey(chain), stored(FeedMark))) ?? { chain, sequence: 0, unsent: [], version: 0 };
}

/**
 * Gives the events of a chain that have none yet their places in the feed, in their order. Place, end of the feed and
 * mark of the chain are one transaction under the versions read, so that any number of announcers together leave no gap and
 * give no event two places. Throws `Conflict` when others were faster every time.
 */
export async function numberEvents(table: Table, chain: string): Promise<FeedMark> {
  for (;;) {
    const done = await again(() => numberSome(table, chain), { times: TIMES });
    if (done) return done;
  }
}

/** Numbers as many as fit into one transaction; the mark once there is nothing more to number. */
async function numberSome(table: Table, chain: string): Promise<FeedMark | undefined> {
  const mark = await findFeedMark(table, chain);
  const events = await listEventsAfter(table, mark);
  if (events.length === 0) return mark;
  await giveNumbers(table, mark, events);
  return undefined;
}

/** What follows in the chain without a gap; a transaction may still be under way behind one. */
async function listEventsAfter(table: Table, { chain, sequence }: FeedMark): Promise<RecordedEvent[]> {
  const page = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      values: { ':pk': eventKey(chain, 0).pk, ':first': eventKey(chain, sequence + 1).sk, ':last': `${EVENT_PREFIX}~` },
      ConsistentRead: true,
      Limit: MOST_AT_ONCE,
    },
    stored(RecordedEvent),
  );
  return demandWhole(page).filter((event, i) => event.sequence === sequence + 1 + i);
}

async function giveNumbers(table: Table, mark: FeedMark, events: readonly RecordedEvent[]): Promise<void> {
  const before = await getItem(table, feedEndKey, stored(FeedEnd));
  const end = before?.version ?? 0;
  const places = events.map((event, i) => toCloudEvent(event, end + 1 + i));
  const numbers = places.map(({ feed }) => feed);
  const next: FeedMark = { ...mark, sequence: mark.sequence + events.length, unsent: [...mark.unsent, ...numbers], version: mark.version + 1 };
  await transact(table, [
    // The end's version is the last number itself.
    { guard: toItem(FeedEnd, carryOn(before, { version: end + events.length }), feedEndKey), version: end },
    { guard: toItem(FeedMark, next, feedMarkKey(mark.chain)), version: mark.version },
    ...places.map((event, i) => {
      const place = { number: event.feed, event: JSON.stringify(event), hash: events[i]?.hash };
      return { record: toItem(PlaceItem, place, feedKey(event.feed)) };
    }),
  ]);
}

/** Notes what was sent out. What another announcer has noted meanwhile stays noted. */
export function markSent(table: Table, chain: string, numbers: readonly number[]): Promise<void> {
  return again(
    async () => {
      const mark = await findFeedMark(table, chain);
      const unsent = mark.unsent.filter((number) => !numbers.includes(number));
      if (unsent.length === mark.unsent.length) return;
      const item = toItem(FeedMark, { ...mark, unsent, version: mark.version + 1 }, feedMarkKey(chain));
      await transact(table, [{ guard: item, version: mark.version }]);
    },
    { times: TIMES },
  );
}

/** The events at these places, in their order; throws `Unreadable`. */
export async function findPlaces(table: Table, numbers: readonly number[]): Promise<CloudEvent[]> {
  return demandWhole(await getItems(table, numbers.map(feedKey), readPlace)).map(({ event }) => event);
}

/** The last place of the feed that was given. */
export async function findFeedEnd(table: Table): Promise<number> {
  return (await getItem(table, feedEndKey, stored(FeedEnd)))?.version ?? 0;
}

/** The places from one on, with the hashes of their events, up to the first that is not there or cannot be read. */
export async function listPlacesFrom(table: Table, first: number, last: number): Promise<Place[]> {
  const keys = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => feedKey(first + i));
  const { items } = await getItems(table, keys, readPlace);
  return items.filter(({ number }, i) => number === first + i);
}

export type FeedPage = {
  readonly events: readonly CloudEvent[];
  readonly setAside: readonly Unreadable[];
  /** The last place that was looked at, whether its event was wanted or not. */
  readonly upTo: number;
  /** Whether there may be events behind it already. */
  readonly more: boolean;
};

export type FeedReading = {
  /** The place before the first one wanted. */
  readonly after: number;
  readonly limit: number;
  readonly wants?: ((event: CloudEvent) => boolean) | undefined;
};

/** Places looked at for a page of some types, however few of them are wanted. */
const MOST_LOOKED_AT = 200;

/**
 * The feed behind a place: one Query, and a second one where a page crosses into the next block. It ends before the
 * first number that it cannot see: two transactions may become visible in either order, and a reader who was shown the
 * later one would never come back for the earlier.
 */
export async function listFeed(table: Table, { after, limit, wants }: FeedReading): Promise<FeedPage> {
  const events: CloudEvent[] = [];
  const setAside: Unreadable[] = [];
  let upTo = after;
  for (let left = wants ? Math.max(limit, MOST_LOOKED_AT) : limit; left > 0; ) {
    const from = upTo;
    const first = feedKey(from + 1);
    const page = await query(
      table,
      { KeyConditionExpression: 'pk = :block AND sk >= :first', values: { ':block': first.pk, ':first': first.sk }, Limit: left },
      readPlace,
    );
    // By its key, so that a place that cannot be read is no gap.
    const found = [...page.items, ...page.setAside.map((event) => ({ number: Number(event.key.sk), event }))].sort((a, b) => a.number - b.number);
    const seen = found.filter(({ number }, i) => number === from + 1 + i);
    for (const { number, event } of seen) {
      upTo = number;
      if (event instanceof Unreadable) setAside.push(event);
      else if (wants?.(event) ?? true) events.push(event);
      if (events.length === limit) return { events, setAside, upTo, more: true };
    }
    left -= seen.length;
    const isBlockFull = feedKey(upTo + 1).pk !== first.pk;
    if (seen.length === 0 || seen.length < found.length || (page.next === undefined && !isBlockFull)) return { events, setAside, upTo, more: false };
  }
  return { events, setAside, upTo, more: true };
}
