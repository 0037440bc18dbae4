import type { Broken } from '../domain/record/chain-reading.ts';
import { verifyChain } from '../domain/record/verify-chain.ts';
import { contentsOf } from './contents.ts';
import { EVENT_PREFIX, eventKey, HEAD_PREFIX, headKey } from './keys.ts';
import { sealOf } from './seal.ts';
import type { Item } from './table.ts';

/** The chain that a partition is the place of; undefined for a partition beside the chains. */
export function chainOf({ pk }: Item): string | undefined {
  const prefix = headKey('').pk;
  return pk.startsWith(prefix) ? pk.slice(prefix.length) : undefined;
}

/** What is wrong with a chain, all items of its partition at hand. */
export function verifyWhole(chain: string, items: readonly Item[]): Broken[] {
  const head = items.find(({ sk }) => sk === HEAD_PREFIX);
  const isEvent = ({ sk }: Item) => sk.startsWith(EVENT_PREFIX);
  return verifyChain({
    chain,
    eventItem: (sequence) => eventKey(chain, sequence).sk,
    headItem: HEAD_PREFIX,
    events: items.filter(isEvent).map(({ pk: _, sk, ...content }) => ({ item: sk, content, isLate: false })),
    head: head && { seal: sealOf(head), sequence: head.sequence, lastHash: head.lastHash },
    contents: items.flatMap((one) => contentsOf(one, sealOf(one))),
    items: items.filter((one) => one !== head && !isEvent(one)).map((one) => ({ item: one.sk, seal: sealOf(one) })),
    covers: () => true,
  });
}
