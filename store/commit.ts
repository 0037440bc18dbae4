import { chainEvents, type EventDraft, type RecordedEvent } from '../domain/record/event.ts';
import { type Head, type HeadContent, toHeadItem } from './head.ts';
import { eventKey, headKey } from './keys.ts';
import { type Remembered, toReplyItem } from './reply.ts';
import { sealOf } from './seal.ts';
import { type Item, type Table, transact } from './table.ts';
import { toWorkItem } from './work.ts';

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
  /** When the machine looks at the platform next; not of the record, so not sealed. */
  readonly lookAgainAt?: string;
  /** The answer to remember under the caller's Idempotency-Key. */
  readonly reply?: Remembered | undefined;
};

/**
 * The one way to write: state, its events and the remembered answer in one transaction, under the version of the head
 * that was read. Throws `Conflict` when somebody else was first; then nothing was written.
 */
export async function commit(table: Table, change: Change): Promise<{ head: Head; events: RecordedEvent[] }> {
  const { from, to, record = [], replace = [], lookAgainAt, reply } = change;
  const chain = { sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const unchained: Head = { ...to, version: (from?.version ?? 0) + 1, sequence: chain.sequence + change.events.length, lastHash: null };
  const events = chainEvents(to.platform, chain, change.events, {
    items: toSeals(to.platform, record),
    state: toSeals(to.platform, [...replace, toHeadItem(unchained)]),
  });
  const head: Head = { ...unchained, lastHash: events.at(-1)?.hash ?? null };

  await transact(table, [
    { guard: toHeadItem(head), version: from?.version ?? 0 },
    ...events.map((event) => ({ record: { ...event, ...eventKey(event.chain, event.sequence) } })),
    ...record.map((item) => ({ record: item })),
    ...replace.map((item) => ({ replace: item })),
    ...(lookAgainAt
      ? [{ replace: toWorkItem({ platform: to.platform, notBefore: lookAgainAt, attempts: 0, version: Date.parse(events[0]?.at ?? '') }) }]
      : []),
    ...(reply ? [{ remember: toReplyItem(reply), now: Math.floor(Date.parse(events[0]?.at ?? '') / 1000) }] : []),
  ]);
  return { head, events };
}

/** An event speaks of its own partition by sort keys alone. */
function toSeals(chain: string, items: readonly Item[]): Record<string, string> {
  const stray = items.find(({ pk }) => pk !== headKey(chain).pk);
  if (stray) throw new Error(`the item ${stray.sk} does not belong to the chain ${chain}`);
  return Object.fromEntries(items.map((item) => [item.sk, sealOf(item)]));
}
