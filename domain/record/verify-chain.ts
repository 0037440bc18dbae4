import { hashOf } from '../facts/hash.ts';
import type { Broken, ChainReading, CheckpointClaim, Link } from './chain-reading.ts';
import { StandingEvent } from './event.ts';
import { verifyFold } from './fold/verify-fold.ts';
import { lastNamed, verifyItems, verifyNaming } from './verify-items.ts';
import { verifyLeaves } from './verify-leaves.ts';

/** Recomputes a chain: numbers, links and hashes of its events, the items they name, the head, and what tree and checkpoint have of it. The first broken place comes first. */
export function verifyChain(reading: ChainReading, claim?: CheckpointClaim): Broken[] {
  const links = toLinks(reading);
  const events = [...strayEvents(reading, links), ...verifyLinks(reading, links)];
  return [
    ...events,
    ...verifyHead(reading, links),
    ...verifyItems(reading, links),
    // Nothing follows from events that are not all there.
    ...(events.length === 0 ? verifyFold({ contents: reading.contents, named: lastNamed(links) }, links) : []),
    ...verifyLeaves(reading, links),
    ...(claim ? verifyClaim(reading, links, claim) : []),
  ];
}

/** Where continuity begins in a chain that 0.1.0 began: the event from which on each change says what it found, null where none does yet; undefined for others. */
export function findBeginning(reading: ChainReading): string | null | undefined {
  const changes = toLinks(reading).filter(({ event }) => event && Object.keys(event.state).length > 0);
  const first = changes.findIndex(({ event }) => event?.found !== undefined);
  if (first === 0 || changes.length === 0) return undefined;
  return changes[first]?.item ?? null;
}

/** Whether the events hold by themselves and by what was signed, whatever lies beside them: what follows from them can then be made anew. */
export function verifyEvents(reading: ChainReading, claim: CheckpointClaim | undefined): Broken[] {
  const links = toLinks(reading);
  const places = new Set(links.map(({ item }) => item));
  const { broken } = verifyNaming(links);
  return [
    ...strayEvents(reading, links),
    ...verifyLinks({ ...reading, head: undefined }, links),
    ...broken.filter(({ item }) => places.has(item)),
    ...verifyLeaves(reading, links),
    ...(claim ? verifyClaim(reading, links, claim) : []),
  ];
}

/** The events by the number of their place, in order; whatever has no such place is left out. */
export function toLinks({ chain, events, eventItem }: ChainReading): Link[] {
  return events.flatMap(({ item, content, isLate }) => {
    const sequence = Number(/\d+$/.exec(item)?.[0]);
    if (!(sequence >= 1) || eventItem(sequence) !== item) return [];
    const event = StandingEvent.safeParse(content).data;
    return [{ sequence, item, isLate, event, flaw: findFlaw(event, chain) }];
  });
}

/** Why an event does not count by itself; undefined when it does. */
export function findFlaw(event: StandingEvent | undefined, chain: string): string | undefined {
  if (!event) return 'it does not have the form of an event';
  const { hash, ...content } = event;
  if (hashOf(content) !== hash) return 'its content does not have the hash that it carries';
  return event.chain === chain ? undefined : `it is an event of the chain ${event.chain}`;
}

function strayEvents({ events }: ChainReading, links: readonly Link[]): Broken[] {
  const placed = new Set(links.map(({ item }) => item));
  return events.filter(({ item }) => !placed.has(item)).map(({ item }) => ({ item, fault: 'added', detail: 'no event has this place' }));
}

/** Every number once, from 1; each event whole, in its own place, and named by the one after it. */
function verifyLinks({ eventItem, head }: ChainReading, links: readonly Link[]): Broken[] {
  const broken: Broken[] = [];
  const at = new Map(links.map((link) => [link.sequence, link]));
  const expectEnd = (from: number, to: number) => {
    if (to < from) return;
    const more = to === from ? '' : `, and so are those after it up to ${eventItem(to)}`;
    broken.push({ item: eventItem(from), fault: 'missing', detail: `there is no such event${more}` });
  };
  let last = 0;
  let previous: string | null | undefined = null;
  for (const { sequence, item, event, flaw } of links) {
    expectEnd(last + 1, sequence - 1);
    if (last + 1 < sequence) previous = undefined;
    if (event && previous !== undefined && event.previous !== previous && flaw === undefined && event.sequence === sequence)
      broken.push(
        last === 0
          ? { item, fault: 'changed', detail: 'the first event names one before it' }
          : { item: eventItem(last), fault: 'changed', detail: `${item} names another hash for it` },
      );
    if (flaw !== undefined) broken.push({ item, fault: 'changed', detail: flaw });
    else if (event && event.sequence !== sequence) {
      const isExchanged = at.get(event.sequence)?.event?.sequence === sequence;
      broken.push({ item, fault: isExchanged ? 'swapped' : 'changed', detail: `it holds the event of ${eventItem(event.sequence)}` });
    }
    previous = flaw === undefined && event?.sequence === sequence ? event.hash : undefined;
    last = sequence;
  }
  if (Number.isSafeInteger(head?.sequence)) expectEnd(last + 1, Number(head?.sequence));
  return broken;
}

function verifyHead({ head, headItem, chain }: ChainReading, links: readonly Link[]): Broken[] {
  const last = links.at(-1);
  if (!head) return [{ item: headItem, fault: 'missing', detail: `the chain ${chain} has no head` }];
  if (!last) return [{ item: headItem, fault: 'added', detail: 'there is no event that names it' }];
  const changed = (detail: string): Broken[] => [{ item: headItem, fault: 'changed', detail }];
  if (head.sequence !== last.sequence) return changed(`it ends with number ${JSON.stringify(head.sequence)}, and the last event is ${last.item}`);
  if (!last.event || last.event.sequence !== last.sequence) return [];
  if (last.event.state[headItem] !== head.seal) return changed(`it is not what ${last.item} names`);
  if (head.lastHash === last.event.hash || last.flaw !== undefined) return [];
  return [{ item: last.item, fault: 'changed', detail: 'the head names another hash for it' }];
}

/** The end that was signed for must still be there, with the hash it had. */
function verifyClaim({ eventItem }: ChainReading, links: readonly Link[], { day, sequence, lastHash }: CheckpointClaim): Broken[] {
  const last = links.at(-1)?.sequence ?? 0;
  if (last < sequence)
    return [{ item: eventItem(last + 1), fault: 'cut-off', detail: `the checkpoint of ${day} knows the chain up to ${eventItem(sequence)}` }];
  const link = links.find((one) => one.sequence === sequence);
  if (!link?.event || link.event.hash === lastHash) return [];
  return [{ item: link.item, fault: 'rewritten', detail: `the checkpoint of ${day} has another hash for it: the chain was rewritten up to here` }];
}
