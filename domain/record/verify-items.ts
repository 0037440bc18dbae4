import type { Broken, ChainReading, Link } from './chain-reading.ts';
import type { StandingEvent } from './event.ts';
import { findRepairFlaw, readRepair, repairedLater } from './repair/repaired.ts';

/** What events say of an item: who named it first and last, and which contents it may have been read with. */
type Named = { readonly isLate: boolean; by: string; seal: string; readonly forGood: boolean; readonly allowed: Set<string> };

/** Each item that events name is there with the content they name, and no other item is. */
export function verifyItems({ items, headItem, covers }: ChainReading, links: readonly Link[]): Broken[] {
  const { named, broken } = verifyNaming(links);
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

/** The content that the last event to name each item left there, by its seal. */
export function lastNamed(links: readonly Link[]): Map<string, string> {
  return new Map([...verifyNaming(links).named].map(([item, { seal }]) => [item, seal]));
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
export function verifyNaming(links: readonly Link[]): { named: Map<string, Named>; broken: Broken[] } {
  const named = new Map<string, Named>();
  const broken: Broken[] = [];
  // By their own numbers: swapped events say the same as before.
  const inOrder = links.toSorted((a, b) => (a.event?.sequence ?? a.sequence) - (b.event?.sequence ?? b.sequence));
  let hasBegun = false;
  const isRepaired = repairedLater(inOrder);
  for (const { item: by, isLate, event } of inOrder) {
    broken.push(...verifyFound(event, by, named, hasBegun).filter((one) => one.fault !== 'unfollowed' || !isRepaired(one.item, by)));
    const flaw = event && readRepair(event) && findRepairFlaw(event);
    if (flaw !== undefined) broken.push({ item: by, fault: 'changed', detail: flaw });
    hasBegun ||= event?.found !== undefined;
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

/** What an event found is what the one before it left, in each place where it puts something else; from the first that says so on, each does. */
function verifyFound(event: StandingEvent | undefined, by: string, named: ReadonlyMap<string, Named>, hasBegun: boolean): Broken[] {
  const places = Object.keys(event?.state ?? {});
  if (!event || places.length === 0) return [];
  if (!event.found) return hasBegun ? [{ item: by, fault: 'changed', detail: 'it does not say what it found' }] : [];
  const { found, begins } = event;
  const broken: Broken[] = [];
  const isFirst = !hasBegun && named.size > 0;
  if ((begins !== undefined) !== isFirst)
    broken.push({ item: by, fault: 'changed', detail: isFirst ? 'it does not say that continuity begins here' : 'continuity had begun before' });
  for (const item of new Set([...places, ...Object.keys(found)])) {
    const left = named.get(item);
    if (left?.seal === found[item] && places.includes(item)) continue;
    broken.push({ item, fault: 'unfollowed', detail: `${by} did not find it as ${left ? left.by : 'no event'} left it` });
  }
  return broken;
}
