import { detail } from '../../facts/detail.ts';
import type { Broken, ChainReading, CheckpointClaim } from '../chain-reading.ts';
import { Refusal } from '../refusal.ts';
import { toLinks, verifyChain, verifyEvents } from '../verify-chain.ts';
import { verifyNaming } from '../verify-items.ts';

export type BrokenParts = {
  readonly broken: readonly Broken[];
  /** Present-state items that are not as they should be: they follow from the events. */
  readonly present: readonly string[];
  /** What no event says whole, with the seal that it must have; null where no event names it, so that it must go. */
  readonly byHand: readonly (Broken & { readonly seal: string | null })[];
};

/** What is broken of a chain. Refused where nothing is, and where the events themselves are: then nothing follows from them. */
export function findBroken(reading: ChainReading, claim: CheckpointClaim | undefined): BrokenParts {
  const [first] = verifyEvents(reading, claim);
  if (first) throw new Refusal('events-broken', detail('as-found', { found: `${first.item} is ${first.fault}: ${first.detail}` }));
  const broken = verifyChain(reading, claim);
  if (broken.length === 0) throw new Refusal('record-intact', detail('record-whole', { chain: reading.chain }));
  const { named } = verifyNaming(toLinks(reading));
  const eventPrefix = reading.eventItem(0).replace(/\d+$/, '');
  const isEvent = (item: string) => item.startsWith(eventPrefix);
  const present = new Set<string>();
  const byHand: BrokenParts['byHand'][number][] = [];
  for (const one of broken) {
    const { forGood, seal = null } = named.get(one.item) ?? {};
    // The events hold: where one does not fit the head, or the head counts more of them, the head is at fault.
    if (isEvent(one.item)) present.add(reading.headItem);
    else if (forGood === false) present.add(one.item);
    else byHand.push({ ...one, seal });
  }
  return { broken, present: [...present].sort(), byHand };
}
