import * as z from 'zod';
import { MOST_EVENTS } from '../../domain/record/cloud-event.ts';
import type { Deps } from '../runtime/deps.ts';

const Place = z.int().min(0).max(MOST_EVENTS);

/** A part of the feed: the places behind `after`, up to `to`, 1,000 of them at the most. */
export const ReplayRequest = z
  .strictObject({ after: Place, to: Place })
  .refine(({ after, to }) => to > after && to - after <= 1000, { error: 'must be 1 to 1,000 places' });
export type ReplayRequest = z.infer<typeof ReplayRequest>;

/** Sends a part of the feed again, in its order, for a listener that lost it. */
export async function replayEvents(
  { after, to }: ReplayRequest,
  { store, announce }: Pick<Deps, 'store' | 'announce'>,
): Promise<{ sent: number; upTo: number }> {
  let upTo = after;
  for (;;) {
    const page = await store.listFeed({ after: upTo, limit: Math.min(to - upTo, 100) });
    for (const event of page.events) await announce(event);
    upTo = page.upTo;
    if (!page.more || upTo === to) return { sent: upTo - after, upTo };
  }
}
