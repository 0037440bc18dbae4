import * as z from 'zod';
import { chainEvents, type EventDraft, StandingEvent } from '../domain/record/event.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { findFlaw } from '../domain/record/verify-chain.ts';
import { findLeft, readBack } from './continuity.ts';
import { EVENT_PREFIX, eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { sealOf } from './seal.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Table, transact } from './table.ts';

/** The chain of the archive: its id is refused to platforms. */
const ARCHIVE = 'archive';

const ArchiveHead = z.strictObject({ chain: z.literal(ARCHIVE), version: z.int(), sequence: z.int(), lastHash: z.string().nullable() });

const Taken = z.looseObject({ documents: z.record(z.string(), z.string()) });
const Begun = z.looseObject({ reason: z.string() });

/** What the record says of the archive. */
export type Archived = {
  /** Documents that were put there, by name, with the hash that each had then. */
  readonly documents: ReadonlyMap<string, string>;
  /** Where the archive was begun anew, and how many documents the record names before that alone: they are not held here. */
  readonly begun: { readonly event: string; readonly at: string; readonly by: string; readonly reason: string; readonly before: number } | undefined;
};

/** Events that one read takes: a checkpoint a day makes some hundreds a year. */
const PAGE = 500;
const AFTER_ALL = 9_999_999_999;

/** Reads the chain back from its end; whatever stands there and is no sound event says nothing, and is named by the chain's verification. */
export async function findArchived(table: Table): Promise<Archived> {
  const { pk } = headKey(ARCHIVE);
  const documents = new Map<string, string>();
  const before = new Set<string>();
  let begun: Omit<NonNullable<Archived['begun']>, 'before'> | undefined;
  for (let last = AFTER_ALL; last > 1; ) {
    const page = await readBack(table, pk, { from: EVENT_PREFIX, to: eventKey(ARCHIVE, last - 1).sk, limit: PAGE });
    for (const { pk: _, sk, ...content } of page) {
      const event = StandingEvent.safeParse(content).data;
      if (!event || findFlaw(event, ARCHIVE) !== undefined) continue;
      const taken = event.type === 'checkpoint.taken' ? Taken.safeParse(event.data).data : undefined;
      for (const [name, hash] of Object.entries(taken?.documents ?? {})) {
        // The first event that names a document is the one of the day on which it was taken, and the last that is read.
        if (begun === undefined) documents.set(name, hash);
        else before.add(name);
      }
      const reason = event.type === 'archive.begun' ? Begun.safeParse(event.data).data?.reason : undefined;
      if (reason !== undefined) begun ??= { event: sk, at: event.at, by: event.by, reason };
    }
    last = Number(page.at(-1)?.sk.slice(EVENT_PREFIX.length) ?? 0);
  }
  const isElsewhere = (name: string) => !documents.has(name);
  return { documents, begun: begun && { ...begun, before: [...before].filter(isElsewhere).length } };
}

/** Says in the record what was put into the archive, or that it begins anew; a `Conflict` when somebody else was first. */
export async function recordArchived(table: Table, draft: EventDraft): Promise<void> {
  const from = await getItem(table, headKey(ARCHIVE), stored(ArchiveHead));
  const end = { chain: ARCHIVE, version: from?.version ?? 0, sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const next = { chain: ARCHIVE, version: end.version + 1, sequence: end.sequence + 1 } as const;
  const item = (lastHash: string | null) => toItem(ArchiveHead, carryOn(from, { ...next, lastHash }), headKey(ARCHIVE));
  const left = await findLeft(table, end, []);
  const [event] = chainEvents(ARCHIVE, end, [draft], { items: {}, state: { [HEAD_PREFIX]: sealOf(item(null)) }, ...left });
  if (!event) throw new Error('what is archived has one event');
  await transact(table, [{ guard: item(event.hash), version: end.version }, { record: { ...event, ...eventKey(ARCHIVE, event.sequence) } }]);
}
