import { chainEvents, type EventDraft, type RecordedEvent } from '../domain/event.ts';
import { type Head, type HeadContent, toHeadItem } from './head.ts';
import { eventKey } from './keys.ts';
import { type Remembered, toReplyItem } from './reply.ts';
import { sealOf } from './seal.ts';
import { type Item, type Table, transact } from './table.ts';

/** One change of a platform's record. */
export type Change = {
  /** The head as it was read; undefined to create the platform. */
  readonly from: Head | undefined;
  readonly to: HeadContent;
  /** What happened, in order; at least one, because no state changes without saying so. */
  readonly events: readonly [EventDraft, ...EventDraft[]];
  /** Immutable items. */
  readonly record?: readonly Item[];
  /** Items that stand for the present state: a revision's status, the copy of the approved revision. */
  readonly replace?: readonly Item[];
  /** The answer to remember under the caller's Idempotency-Key. */
  readonly reply?: Remembered | undefined;
};

/**
 * The one way to write: state, its events and the remembered answer in one transaction, under the version of the head
 * that was read. Throws `Conflict` when somebody else was first; then nothing was written.
 */
export async function commit(table: Table, change: Change): Promise<{ head: Head; events: RecordedEvent[] }> {
  const { from, to, record = [], replace = [], reply } = change;
  const chain = { sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const unchained: Head = { ...to, version: (from?.version ?? 0) + 1, sequence: chain.sequence + change.events.length, lastHash: null };
  const events = chainEvents(to.platform, chain, change.events, {
    items: toSeals(record),
    state: toSeals([...replace, toHeadItem(unchained)]),
  });
  const head: Head = { ...unchained, lastHash: events.at(-1)?.hash ?? null };

  await transact(table, [
    { guard: toHeadItem(head), version: from?.version ?? 0 },
    ...events.map((event) => ({ record: { ...event, ...eventKey(event.chain, event.sequence) } })),
    ...record.map((item) => ({ record: item })),
    ...replace.map((item) => ({ replace: item })),
    ...(reply ? [{ remember: toReplyItem(reply), now: Math.floor(Date.parse(events[0]?.at ?? '') / 1000) }] : []),
  ]);
  return { head, events };
}

const toSeals = (items: readonly Item[]) => Object.fromEntries(items.map((item) => [item.sk, sealOf(item)]));
