import { z } from 'zod';
import { hashOf } from './hash.ts';

export const EVENT_TYPES = [
  'platform.changed',
  'assessment.submitted',
  'assessment.approved',
  'assessment.rejected',
  'assessment.withdrawn',
  'score.published',
  'score.band-changed',
] as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One link of a platform's chain: what changed, by whom, and the hash of every item written with it. */
export const RecordedEvent = z.strictObject({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  /** The chain it belongs to: a platform's id. */
  chain: z.string(),
  /** Its number in the chain, from 1, without gaps. */
  sequence: z.int().min(1),
  at: z.iso.datetime(),
  /** The subject id of who did it. */
  by: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Items that this change recorded, by sort key, with the hash of their content. */
  items: z.record(z.string(), Sha256),
  /** Hash of the event before, or null for the first. */
  previous: Sha256.nullable(),
  hash: Sha256,
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

export type EventDraft = Pick<RecordedEvent, 'id' | 'type' | 'at' | 'by' | 'data'>;

type ChainHead = { readonly sequence: number; readonly lastHash: string | null };

/** Appends drafts to a chain: consecutive numbers, each with the hash of the one before; the first names the items. */
export function chainEvents(chain: string, head: ChainHead, drafts: readonly EventDraft[], items: Record<string, string>): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let { sequence, lastHash } = head;
  for (const draft of drafts) {
    sequence += 1;
    const content = { ...draft, chain, sequence, items: events.length === 0 ? items : {}, previous: lastHash };
    lastHash = hashOf(content);
    events.push({ ...content, hash: lastHash });
  }
  return events;
}
