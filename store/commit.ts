import { chainEvents, type EventDraft, type RecordedEvent } from '../domain/record/event.ts';
import type { Head, HeadContent } from '../domain/record/head.ts';
import { sayNextReview } from '../domain/record/review-interval.ts';
import type { Recorded } from '../domain/record/step.ts';
import { toAnchorsItem } from './anchors.ts';
import { toAnswerItem } from './answer.ts';
import { demandAsRead } from './as-read.ts';
import { toCaptureItem, toErasureItem } from './capture.ts';
import { findLeft } from './continuity.ts';
import { toDecisionItem, toProgressItem } from './decision.ts';
import { toHeadItem } from './head.ts';
import { eventKey, headKey } from './keys.ts';
import { toPublishedItem } from './published.ts';
import { type Remembered, toReplyItem } from './reply.ts';
import { toReviewItem } from './review.ts';
import { toCurrentItem, toRevisionItem, toStatusItem } from './revision.ts';
import { sealOf } from './seal.ts';
import { type Item, type Table, transact, type Write } from './table.ts';
import { toTermsItem } from './terms.ts';
import { toWorkItem } from './work.ts';

/** One change of a platform's record: what a rule made of its head (`Step`). */
export type Change = {
  /** The head as it was read; undefined to create the platform. */
  readonly from: Head | undefined;
  readonly to: HeadContent;
  /** What happened, in order; at least one, because no state changes without saying so. */
  readonly events: readonly EventDraft[];
  readonly record?: readonly Recorded[];
  /** When the machine scores the platform next; not of the record, so not sealed. */
  readonly rescoreAt?: string;
  /** The answer to remember under the caller's Idempotency-Key. */
  readonly reply?: Remembered | undefined;
};

/**
 * The one way to write: state, its events and the remembered answer in one transaction, under the version of the head
 * that was read. Throws `Conflict` when somebody else was first, and `RecordBroken` when what it replaces is not what the
 * events before left; then nothing was written.
 */
export async function commit(table: Table, change: Change): Promise<{ head: Head; events: RecordedEvent[] }> {
  const { from, to, rescoreAt, reply } = change;
  const [first] = change.events;
  if (!first) throw new Error(`a change of "${to.platform}" says nothing of itself`);
  const record = (change.record ?? []).map(toWrite);
  const replaced = record.flatMap((write) => ('replace' in write ? write.replace : []));
  const chain = { chain: to.platform, version: from?.version ?? 0, sequence: from?.sequence ?? 0, lastHash: from?.lastHash ?? null };
  const left = await findLeft(
    table,
    chain,
    replaced.map(({ sk }) => sk),
  );
  await demandAsRead(table, from, change.record ?? [], left.found);
  const unchained: Head = { ...to, version: chain.version + 1, sequence: chain.sequence + change.events.length, lastHash: null };
  const events = chainEvents(to.platform, chain, sayNextReview(from, to, change.events), {
    items: toSeals(
      to.platform,
      record.flatMap((write) => ('record' in write ? write.record : [])),
    ),
    state: toSeals(to.platform, [...replaced, toHeadItem(unchained)]),
    ...left,
  });
  const head: Head = { ...unchained, lastHash: events.at(-1)?.hash ?? null };

  const at = Date.parse(first.at);
  await transact(table, [
    { guard: toHeadItem(head), version: chain.version },
    ...events.map((event) => ({ record: { ...event, ...eventKey(event.chain, event.sequence) } })),
    ...record,
    ...(rescoreAt ? [{ replace: toWorkItem({ platform: to.platform, notBefore: rescoreAt, attempts: 0, version: at }) }] : []),
    ...(reply ? [{ remember: toReplyItem(reply), now: Math.floor(at / 1000) }] : []),
  ]);
  return { head, events };
}

/** Where each kind lies: recorded for good, or in the place of what stood before. */
function toWrite({ kind, value }: Recorded): Extract<Write, { record: Item } | { replace: Item }> {
  switch (kind) {
    case 'revision':
      return { record: toRevisionItem(value) };
    case 'score':
      return { record: toPublishedItem(value) };
    case 'review':
      return { record: toReviewItem(value) };
    case 'decision':
      return { record: toDecisionItem(value) };
    case 'answer':
      return { record: toAnswerItem(value) };
    case 'capture':
      return { record: toCaptureItem(value) };
    case 'anchors':
      return { record: toAnchorsItem(value) };
    case 'capture-erasure':
      return { replace: toErasureItem(value) };
    case 'terms':
      return { replace: toTermsItem(value) };
    case 'current-revision':
      return { replace: toCurrentItem(value) };
    case 'status':
      return { replace: toStatusItem(value) };
    case 'decision-progress':
      return { replace: toProgressItem(value) };
  }
}

/** An event speaks of its own partition by sort keys alone. */
function toSeals(chain: string, items: readonly Item[]): Record<string, string> {
  const stray = items.find(({ pk }) => pk !== headKey(chain).pk);
  if (stray) throw new Error(`the item ${stray.sk} does not belong to the chain ${chain}`);
  return Object.fromEntries(items.map((item) => [item.sk, sealOf(item)]));
}
