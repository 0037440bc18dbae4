import type { Broken, ChainReading, Link } from './chain-reading.ts';

/**
 * Holds a chain against the tree, which has a leaf for each event that was announced: an event of one side alone is named, and one that is
 * another. What is missing between two events is named by the numbers of the chain already.
 */
export function verifyLeaves({ eventItem, tree }: ChainReading, links: readonly Link[]): Broken[] {
  if (!tree) return [];
  const hashes = new Map(tree.leaves.map(({ sequence, hash }) => [sequence, hash]));
  const last = links.at(-1)?.sequence ?? 0;
  const end = tree.leaves.at(-1)?.sequence ?? 0;
  const alone = links.filter(({ sequence }) => sequence <= Math.max(end, tree.upTo) && !hashes.has(sequence));
  const [first, ...others] = links.filter(({ sequence, event }) => event && hashes.has(sequence) && hashes.get(sequence) !== event.hash);
  const more = others.length === 0 ? '' : `, and for ${others.length} of those after it`;
  return [
    ...alone.map(({ item }): Broken => ({ item, fault: 'added', detail: 'it is in the table, and the tree has no leaf of it' })),
    ...(first ? [{ item: first.item, fault: 'rewritten', detail: `the tree has another hash for it${more}` } as const] : []),
    ...(last < end ? [{ item: eventItem(last + 1), fault: 'cut-off', detail: `the tree has the chain up to ${eventItem(end)}` } as const] : []),
  ];
}
