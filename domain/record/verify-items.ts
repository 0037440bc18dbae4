import type { Broken, ChainReading, Link } from './chain-reading.ts';

/** What events say of an item: who named it first and last, and which contents it may have been read with. */
type Named = { readonly isLate: boolean; by: string; seal: string; readonly forGood: boolean; readonly allowed: Set<string> };

/** Each item that events name is there with the content they name, and no other item is. */
export function verifyItems({ items, headItem, covers }: ChainReading, links: readonly Link[]): Broken[] {
  const { named, broken } = collectNamed(links);
  named.delete(headItem);
  const changed = new Map<string, string>();
  const present = new Set<string>();
  for (const { item, seal } of items) {
    present.add(item);
    const entry = named.get(item);
    if (!entry) broken.push({ item, fault: 'added', detail: 'no event names it' });
    else if (!entry.allowed.has(seal)) changed.set(item, seal);
  }
  for (const [item, { isLate, by }] of named)
    if (!isLate && covers(item) && !present.has(item)) broken.push({ item, fault: 'missing', detail: `${by} names it` });
  for (const [item, seal] of changed) broken.push(toChanged(item, seal, named, changed));
  return broken.sort((a, b) => (a.item < b.item ? -1 : Number(a.item > b.item)));
}

/** Another item's content in its place is distinguished from a content that no event names. */
function toChanged(item: string, seal: string, named: ReadonlyMap<string, Named>, changed: ReadonlyMap<string, string>): Broken {
  const own = named.get(item);
  for (const [other, found] of changed)
    if (other !== item && named.get(other)?.seal === seal && own?.seal === found)
      return { item, fault: 'swapped', detail: `it holds the content of ${other}, and ${other} holds its` };
  return { item, fault: 'changed', detail: `its content is not what ${own?.by} names` };
}

/** What is recorded for good is named once; what stands for the present is as the last event left it. */
function collectNamed(links: readonly Link[]): { named: Map<string, Named>; broken: Broken[] } {
  const named = new Map<string, Named>();
  const broken: Broken[] = [];
  // By their own numbers: swapped events say the same as before.
  const inOrder = links.toSorted((a, b) => (a.event?.sequence ?? a.sequence) - (b.event?.sequence ?? b.sequence));
  for (const { item: by, isLate, event } of inOrder) {
    const name = (item: string, seal: string, forGood: boolean) => {
      const known = named.get(item);
      if (!known) return named.set(item, { isLate, by, seal, forGood, allowed: new Set([seal]) });
      if (forGood || known.forGood)
        return broken.push({ item: by, fault: 'changed', detail: `it names ${item} again, which ${known.by} recorded for good` });
      if (!isLate) known.allowed.clear();
      known.allowed.add(seal);
      return Object.assign(known, { by, seal });
    };
    for (const [item, seal] of Object.entries(event?.items ?? {})) name(item, seal, true);
    for (const [item, seal] of Object.entries(event?.state ?? {})) name(item, seal, false);
  }
  return { named, broken };
}
