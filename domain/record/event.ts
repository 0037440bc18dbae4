import * as z from 'zod';
import { Instant } from '../facts/date.ts';
import { hashOf, Sha256 } from '../facts/hash.ts';
import { SCHEMA } from './schema-number.ts';

export const EVENT_TYPES = [
  'platform.changed',
  'assessment.submitted',
  'assessment.approved',
  'assessment.rejected',
  'assessment.withdrawn',
  'score.published',
  'score.band-changed',
  'review.opened',
  'review.reason-added',
  'review.overdue',
  'review.closed',
  'review.assigned',
  'review.snoozed',
  'decision.proposed',
  'decision.approval-given',
  'decision.approved',
  'decision.effective',
  'decision.withdrawn',
  'decision.revocation-proposed',
  'decision.revocation-withdrawn',
  'decision.revoked',
  'decision.expired',
  'hearing.notified',
  'hearing.deferred',
  'hearing.waiver-proposed',
  'hearing.waived',
  'party.replied',
  'memo.recorded',
  'capture.kept',
  'capture.erasure-proposed',
  'capture.erased',
  'terms.watched',
  'terms.recorded',
  'terms.changed',
  'terms.suspect',
  'terms.silent',
  'consumer.behind',
  'consumer.caught-up',
  'consumer.silent',
  'policy.released',
  'register.changed',
  'record.repaired',
  'checkpoint.taken',
  'archive.begun',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

const Seals = z.record(z.string(), Sha256);
/** Hashes of items by their sort key. */
export type Seals = Readonly<Record<string, string>>;

/** One link of a platform's chain: what changed, by whom, and, in the last event of a change, the hash of every item written with it. */
export const RecordedEvent = z.strictObject({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  /** The chain it belongs to: a platform's id, or `register`, `consumers`, `policy`, `archive`. */
  chain: z.string(),
  /** Its number in the chain, from 1, without gaps. */
  sequence: z.int().min(1),
  at: Instant,
  /** The subject id of who did it. */
  by: z.string(),
  /** The request that it was done by, which the logs know too, and the hash of the token's id (`jti`); the machine has neither. */
  request: z.string().optional(),
  token: Sha256.optional(),
  data: z.record(z.string(), z.unknown()),
  /** Items that the change recorded for good: no later event may name them again. */
  items: Seals,
  /** Items that the change put in the place of older ones, the head among them: they stand until a later event names them. */
  state: Seals,
  /** What those places held before, where they held anything: it must be what an earlier event left there. Events of 0.1.0 do not say it. */
  found: Seals.optional(),
  /** In a chain that 0.1.0 began: from this event on, each change says what it found. */
  begins: z.literal('continuity').optional(),
  /** Hash of the event before, or null for the first. */
  previous: Sha256.nullable(),
  hash: Sha256,
  schema: z.int().min(1).optional().meta({ description: 'The number of its shape; events of 0.1.0 carry none.', example: 1 }),
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

/** An event as a chain is checked by it, whatever release wrote it: what is not known counts in its hash. */
export const StandingEvent = z.looseObject({ ...RecordedEvent.shape, type: z.string() });
export type StandingEvent = z.infer<typeof StandingEvent>;

export type EventDraft = Pick<RecordedEvent, 'id' | 'type' | 'at' | 'by' | 'request' | 'token' | 'data'>;

type ChainHead = { readonly sequence: number; readonly lastHash: string | null };

/** What a change found in the places where it puts something else, and whether it is the first of an older chain to say so. */
export type Found = { readonly found: Seals; readonly begins: boolean };

/** Appends drafts to a chain: consecutive numbers, each with the hash of the one before; the last one seals what was written with them. */
export function chainEvents(
  chain: string,
  head: ChainHead,
  drafts: readonly EventDraft[],
  { items, state, found, begins }: { items: Seals; state: Seals } & Found,
): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let { sequence, lastHash } = head;
  for (const [i, draft] of drafts.entries()) {
    const isLast = i === drafts.length - 1;
    sequence += 1;
    const seals = isLast ? { items, state, found, ...(begins && { begins: 'continuity' as const }) } : { items: {}, state: {} };
    const content = { schema: SCHEMA, ...draft, chain, sequence, ...seals, previous: lastHash };
    lastHash = hashOf(content);
    events.push({ ...content, hash: lastHash });
  }
  return events;
}
