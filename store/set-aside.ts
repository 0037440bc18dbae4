import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { RecordedEvent } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { again, ignoreConflict } from './again.ts';
import { noteBroken, toBreaks } from './audit.ts';
import { readDecision, readProgress } from './decision.ts';
import { readHead } from './head.ts';
import {
  decisionKey,
  EVENT_PREFIX,
  HEAD_PREFIX,
  progressKey,
  reviewKey,
  revisionKey,
  SCORE_PREFIX,
  STATUS_PREFIX,
  setAsideKey,
  workKey,
} from './keys.ts';
import { readPublished } from './published.ts';
import { RecordBroken } from './record-broken.ts';
import { readReview } from './review.ts';
import { readRevision, readStatus } from './revision.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Key, putGuarded, type Reader, type Table, transact } from './table.ts';
import { Unreadable } from './unreadable.ts';
import { readWork } from './work.ts';

const SetAside = z.strictObject({
  platform: z.string().nullable(),
  /** The key of the item that cannot be read. */
  item: z.strictObject({ pk: z.string(), sk: z.string() }),
  since: Instant,
});
export type SetAside = z.infer<typeof SetAside>;

const SetAsideList = z.strictObject({ items: z.array(SetAside), version: z.int() });

/** The most that are listed: so many are no single items any more. */
const MOST = 200;

/** What the jobs could not read and cannot read now, oldest first. */
export async function listSetAside(table: Table): Promise<SetAside[]> {
  const { items } = await findList(table);
  const standing = await Promise.all(items.map(({ item }) => isSetAside(table, item)));
  return items.filter((_, i) => standing[i]);
}

/** Adds what a job could not read, and takes out what can be read again. Where others note at the same time, the next run adds what is left. */
export async function noteSetAside(table: Table, found: readonly Unreadable[], at: string): Promise<void> {
  await again(() => noteOnce(table, found, at)).catch(ignoreConflict);
  const broken = found.flatMap((error) => (error instanceof RecordBroken ? toBreaks(error) : []));
  if (broken.length > 0) await noteBroken(table, broken, at);
}

async function noteOnce(table: Table, found: readonly Unreadable[], at: string): Promise<void> {
  const before = await findList(table);
  const kept: SetAside[] = [];
  for (const one of before.items) if (await isSetAside(table, one.item)) kept.push(one);
  const known = new Set(kept.map(({ item }) => nameOf(item)));
  const added = new Map(found.filter(({ key }) => !known.has(nameOf(key))).map((error) => [nameOf(error.key), error]));
  const items = [...kept, ...[...added.values()].map(({ platform, key }) => ({ platform, item: key, since: at }))].slice(0, MOST);
  if (added.size === 0 && kept.length === before.items.length) return;
  const next = toItem(SetAsideList, carryOn(before, { items, version: before.version + 1 }), setAsideKey);
  await (before.isReadable ? putGuarded(table, next, before.version) : transact(table, [{ replace: next }]));
}

type List = z.infer<typeof SetAsideList> & { readonly isReadable?: boolean };

/** The list is no record: one that cannot be read begins anew. */
async function findList(table: Table): Promise<List> {
  return (await getItem(table, setAsideKey, readList)) ?? { items: [], version: 0, isReadable: true };
}

function readList(item: Readonly<Record<string, unknown>>): List {
  try {
    return { ...stored(SetAsideList)(item), isReadable: true };
  } catch {
    return { items: [], version: 0 };
  }
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Of the kinds that belong to a platform, by the beginning of the sort key. The copy of the approved revision begins as a head does. */
const READERS: readonly (readonly [prefix: string, read: Reader<unknown>])[] = [
  [`${HEAD_PREFIX}#`, readRevision],
  [HEAD_PREFIX, readHead],
  [revisionKey('', 0).sk.slice(0, -10), readRevision],
  [STATUS_PREFIX, readStatus],
  [SCORE_PREFIX, readPublished],
  [EVENT_PREFIX, stored(RecordedEvent)],
  [reviewKey('', '').sk, readReview],
  [decisionKey('', '').sk, readDecision],
  [progressKey('', '').sk, readProgress],
  [workKey('').sk, readWork],
];

/** Reads an item of a platform by the shape of its kind; undefined for an item that is of no kind of ours. */
export function findReader({ sk }: Pick<Key, 'sk'>): Reader<unknown> | undefined {
  return READERS.find(([prefix]) => sk.startsWith(prefix))?.[1];
}

/** A head that is not there is set aside too: no platform is ever taken out of the record. */
async function isSetAside(table: Table, key: Key): Promise<boolean> {
  const read = findReader(key);
  if (!read) return false;
  try {
    const found = await getItem(table, key, (item) => ({ content: read(item) }));
    return found === undefined && key.sk === HEAD_PREFIX;
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  }
}
