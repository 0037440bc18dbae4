import type { Deps } from '../runtime/deps.ts';

/** Sent before it is noted: after a crash at most these come again. */
const AT_ONCE = 10;

/**
 * Numbers what is new in a chain into the feed, then sends out what was not sent yet. A crash in between, or a bus that
 * takes nothing, leaves the mark's list of the unsent, which the next call takes up: every event is sent at least once,
 * and none for the first time before those ahead of it in its chain.
 */
export async function announceChain(chain: string, { store, announce }: Deps): Promise<{ sequence: number; sent: number }> {
  const { sequence, unsent } = await store.numberEvents(chain);
  for (let start = 0; start < unsent.length; start += AT_ONCE) {
    const numbers = unsent.slice(start, start + AT_ONCE);
    const events = await store.findPlaces(numbers);
    if (events.length < numbers.length) throw new Error(`places of the feed are missing among ${numbers.join(', ')}`);
    for (const event of events) await announce(event);
    await store.markSent(chain, numbers);
  }
  return { sequence, sent: unsent.length };
}
