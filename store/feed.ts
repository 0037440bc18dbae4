import * as z from 'zod';
import { CloudEvent, toCloudEvent } from '../domain/record/cloud-event.ts';
import { RecordedEvent } from '../domain/record/event.ts';
import { again } from './again.ts';
import { EVENT_PREFIX, eventKey, feedEndKey, feedKey, feedMarkKey } from './keys.ts';
import { getItem, getItems, query, type Table, transact } from './table.ts';

/** How far a chain is: its last event that has a place in the feed, and the places that were not sent out yet. */
export const FeedMark = z.object({ chain: z.string(), sequence: z.int(), unsent: z.array(z.int()), version: z.int() });
export type FeedMark = z.infer<typeof FeedMark>;

const FeedEnd = z.object({ version: z.int() }).transform(({ version }) => version);
const Place = z.object({ number: z.int(), event: z.string().transform((json): CloudEvent => CloudEvent.parse(JSON.parse(json))) });
const StoredEvent = z.object({ ...RecordedEvent.shape });

/** Most events numbered at once: with the largest that the API takes they stay below a transaction's 4 MB. */
const MOST_AT_ONCE = 25;
/** Tries that an announcer has among many others. */
const TIMES = 30;

export async function findFeedMark(table: Table, chain: string): Promise<FeedMark> {
  return (await getItem(table, feedMarkKey(chain), FeedMark)) ?? { chain, sequence: 0, unsent: [], version: 0 };
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
  const { items } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      values: { ':pk': eventKey(chain, 0).pk, ':first': eventKey(chain, sequence + 1).sk, ':last': `${EVENT_PREFIX}~` },
      ConsistentRead: true,
      Limit: MOST_AT_ONCE,
    },
    StoredEvent,
  );
  return items.filter((event, i) => event.sequence === sequence + 1 + i);
}

async function giveNumbers(table: Table, mark: FeedMark, events: readonly RecordedEvent[]): Promise<void> {
  const end = (await getItem(table, feedEndKey, FeedEnd)) ?? 0;
  const places = events.map((event, i) => toCloudEvent(event, end + 1 + i));
  const numbers = places.map(({ feed }) => feed);
  const next: FeedMark = { ...mark, sequence: mark.sequence + events.length, unsent: [...mark.unsent, ...numbers], version: mark.version + 1 };
  await transact(table, [
    // The end's version is the last number itself.
    { guard: { ...feedEndKey, version: end + events.length }, version: end },
    { guard: { ...feedMarkKey(mark.chain), ...next }, version: mark.version },
    ...places.map((event) => ({ record: { ...feedKey(event.feed), number: event.feed, event: JSON.stringify(event) } })),
  ]);
}

/** Notes what was sent out. What another announcer has noted meanwhile stays noted. */
export function markSent(table: Table, chain: string, numbers: readonly number[]): Promise<void> {
  return again(
    async () => {
      const mark = await findFeedMark(table, chain);
      const unsent = mark.unsent.filter((number) => !numbers.includes(number));
      if (unsent.length === mark.unsent.length) return;
      await transact(table, [{ guard: { ...feedMarkKey(chain), ...mark, unsent, version: mark.version + 1 }, version: mark.version }]);
    },
    { times: TIMES },
  );
}

/** The events at these places, in their order. */
export async function findPlaces(table: Table, numbers: readonly number[]): Promise<CloudEvent[]> {
  return (await getItems(table, numbers.map(feedKey), Place)).map(({ event }) => event);
}

export type FeedPage = {
  readonly events: readonly CloudEvent[];
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
  let upTo = after;
  for (let left = wants ? Math.max(limit, MOST_LOOKED_AT) : limit; left > 0; ) {
    const from = upTo;
    const first = feedKey(from + 1);
    const { items, next } = await query(
      table,
      { KeyConditionExpression: 'pk = :block AND sk >= :first', values: { ':block': first.pk, ':first': first.sk }, Limit: left },
      Place,
    );
    const seen = items.filter(({ number }, i) => number === from + 1 + i);
    for (const { number, event } of seen) {
      upTo = number;
      if (wants?.(event) ?? true) events.push(event);
      if (events.length === limit) return { events, upTo, more: true };
    }
    left -= seen.length;
    const isBlockFull = feedKey(upTo + 1).pk !== first.pk;
    if (seen.length === 0 || seen.length < items.length || (next === undefined && !isBlockFull)) return { events, upTo, more: false };
  }
  return { events, upTo, more: true };
}
