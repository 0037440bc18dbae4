import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../domain/facts/hash.ts';
import type { ChainReading } from '../../../domain/record/chain-reading.ts';
import { chainEvents, type RecordedEvent } from '../../../domain/record/event.ts';
import { verifyChain } from '../../../domain/record/verify-chain.ts';

const HEAD = 'HEAD';
const eventItem = (n: number) => `EVENT#${n}`;
type Stored = { item: string; content: unknown };
type Chain = { events: Stored[]; items: Map<string, object>; head: { sequence: number; lastHash: string | null; name: string } };

const sealHead = ({ lastHash: _, ...content }: Chain['head']) => hashOf(content);

/** A chain as the record would write it: each change records items, replaces others, and says so in one event or more. */
function grow(changes: readonly { events: number; records: number; replaces: number[] }[]): Chain {
  const chain: Chain = { events: [], items: new Map(), head: { sequence: 0, lastHash: null, name: '' } };
  for (const [i, { events, records, replaces }] of changes.entries()) {
    const items: Record<string, string> = {};
    const state: Record<string, string> = {};
    const found: Record<string, string> = i > 0 ? { [HEAD]: sealHead(chain.head) } : {};
    const put = (name: string, into: Record<string, string>) => {
      const before = chain.items.get(name);
      if (before) found[name] = hashOf(before);
      const content = { name, at: i };
      chain.items.set(name, content);
      into[name] = hashOf(content);
    };
    for (let n = 0; n < records; n += 1) put(`R#${i}#${n}`, items);
    for (const n of replaces) put(`S#${n}`, state);
    const head = { sequence: chain.head.sequence + events, name: `after ${i}` };
    const drafts = Array.from({ length: events }, (_, n) => ({
      id: `evt_${i}_${n}`,
      type: 'platform.changed' as const,
      at: '2026-01-01T00:00:00Z',
      by: 'a',
      data: { n },
    }));
    const written: RecordedEvent[] = chainEvents('p', chain.head, drafts, {
      items,
      state: { ...state, [HEAD]: hashOf(head) },
      found,
      begins: false,
    });
    chain.events.push(...written.map((content) => ({ item: eventItem(content.sequence), content })));
    chain.head = { ...head, lastHash: written.at(-1)?.hash ?? null };
  }
  return chain;
}

function toReading({ events, items, head }: Chain, change: Partial<ChainReading> = {}): ChainReading {
  return {
    chain: 'p',
    eventItem,
    headItem: HEAD,
    events: events.map((event) => ({ ...event, isLate: false })),
    head: { seal: sealHead(head), sequence: head.sequence, lastHash: head.lastHash },
    items: [...items].map(([item, content]) => ({ item, seal: hashOf(content) })),
    contents: [],
    covers: () => true,
    ...change,
  };
}

const change = fc.record({
  events: fc.integer({ min: 1, max: 3 }),
  records: fc.integer({ min: 0, max: 2 }),
  replaces: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
});
const chains = fc.array(change, { minLength: 1, maxLength: 12 });

describe('a chain that was written by its rules', () => {
  it('is intact, whatever was written', () => {
    fc.assert(
      fc.property(chains, (changes) => {
        expect(verifyChain(toReading(grow(changes)))).toEqual([]);
      }),
    );
  });

  it('is intact beside every checkpoint that saw it on the way', () => {
    fc.assert(
      fc.property(chains, (changes) => {
        const reading = toReading(grow(changes));
        for (let n = 1; n <= changes.length; n += 1) {
          const { sequence, lastHash } = grow(changes.slice(0, n)).head;
          expect(verifyChain(reading, { day: '2026-01-01', sequence, lastHash: lastHash ?? '' })).toEqual([]);
        }
      }),
    );
  });

  it('is intact while it grows: items are read at one time, the head at a later one', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.infiniteStream(fc.boolean()), (changes, cut, isRead) => {
        const before = grow(changes.slice(0, cut % changes.length));
        const after = grow(changes);
        // Each item as it was before, or as it is by now; one that is new may have been missed.
        const items = [...after.items].flatMap(([item, content]) => {
          const isNew = isRead.next().value;
          const seen = isNew ? content : before.items.get(item);
          return seen ? [{ item, seal: hashOf(seen) }] : [];
        });
        const events = after.events.map((event, i) => ({ ...event, isLate: i >= before.events.length }));
        expect(verifyChain(toReading(after, { events, items }))).toEqual([]);
      }),
    );
  });
});

describe('any one thing that is tampered with is named', () => {
  const named = (reading: ChainReading) => verifyChain(reading).map(({ item }) => item);
  const tamper = (act: (chain: Chain, at: number) => string | undefined) =>
    fc.assert(
      fc.property(chains, fc.nat(), (changes, at) => {
        const chain = grow(changes);
        const item = act(chain, at);
        if (item !== undefined) expect(named(toReading(chain))).toContain(item);
      }),
    );
  const pick = (chain: Chain, at: number) => [...chain.items.keys()][at % Math.max(1, chain.items.size)];

  it('an item that was changed', () =>
    tamper((chain, at) => {
      const item = pick(chain, at);
      if (item !== undefined) chain.items.set(item, { name: 'other' });
      return item;
    }));
  it('an item that was deleted', () =>
    tamper((chain, at) => {
      const item = pick(chain, at);
      if (item !== undefined) chain.items.delete(item);
      return item;
    }));
  it('an item that was added', () =>
    tamper((chain, at) => {
      chain.items.set(`X#${at}`, {});
      return `X#${at}`;
    }));
  it('an event that was deleted', () =>
    tamper((chain, at) => {
      const n = at % chain.events.length;
      chain.events.splice(n, 1);
      return eventItem(n + 1);
    }));
  it.each(['id', 'type', 'at', 'by', 'data', 'items', 'state', 'previous', 'hash', 'sequence', 'chain'] as const)(
    'an event whose %s was changed',
    (member) =>
      tamper((chain, at) => {
        const n = at % chain.events.length;
        const other = {
          id: 'x',
          type: 'score.published',
          at: '2020-01-01T00:00:00Z',
          by: 'x',
          data: {},
          items: { X: 'a'.repeat(64) },
          state: { X: 'a'.repeat(64) },
          previous: 'b'.repeat(64),
          hash: 'c'.repeat(64),
          sequence: 99,
          chain: 'q',
        };
        chain.events[n] = { item: eventItem(n + 1), content: { ...(chain.events[n]?.content as object), [member]: other[member] } };
        return eventItem(n + 1);
      }),
  );
  it('an event that was changed, with a hash that fits', () =>
    tamper((chain, at) => {
      const n = at % chain.events.length;
      const { hash: _, ...content } = { ...(chain.events[n]?.content as RecordedEvent), by: 'x' };
      chain.events[n] = { item: eventItem(n + 1), content: { ...content, hash: hashOf(content) } };
      return eventItem(n + 1);
    }));
  it.each<[string, (head: Chain['head']) => void]>([
    ['content', (head) => void Object.assign(head, { name: 'x' })],
    ['number', (head) => void Object.assign(head, { sequence: head.sequence - 1 })],
  ])('a head whose %s was changed', (_, act) =>
    tamper((chain) => {
      act(chain.head);
      return HEAD;
    }),
  );
  it('a head that says more than there is', () => {
    const chain = grow([{ events: 2, records: 0, replaces: [] }]);
    chain.head.sequence = 1_000_000_000;
    expect(named(toReading(chain))).toEqual([eventItem(3), HEAD]);
  });
  it('a head that is gone, and one without a chain', () => {
    expect(verifyChain({ ...toReading(grow([{ events: 1, records: 0, replaces: [] }])), head: undefined })).toMatchObject([
      { item: HEAD, fault: 'missing' },
    ]);
    expect(verifyChain(toReading(grow([])))).toMatchObject([{ item: HEAD, fault: 'added' }]);
  });
});

it('ten thousand events are recomputed as a few are', () => {
  const chain = grow(Array.from({ length: 10_000 }, (_, n) => ({ events: 1, records: 1, replaces: [n % 50] })));
  expect(verifyChain(toReading(chain))).toEqual([]);
});
