import type { Broken } from '../../domain/record/chain-reading.ts';
import { listRepairs, type Repaired } from '../../domain/record/repair/repaired.ts';
import { findBeginning, toLinks, verifyChain } from '../../domain/record/verify-chain.ts';
import type { FoundCheckpoint } from '../../store/checkpoint.ts';
import type { Deps } from './deps.ts';

/** Read units of one part, 4 KB each: 20 MB, under two seconds of what DynamoDB gives from one partition. */
const MOST_UNITS = 5000;

/** Chains that have a head, and those that the checkpoint knows: a chain whose head is gone is looked for too. */
export async function listNames(
  { newest }: FoundCheckpoint,
  { limit, done, isPart }: { limit: number; done: string | undefined; isPart: boolean },
  { store }: Pick<Deps, 'store'>,
): Promise<{ names: string[]; more: boolean }> {
  const { chains, next } = await store.listChains({ limit, after: done });
  const known = newest?.chains
    .map(({ chain }) => chain)
    .filter((chain) => (done === undefined || chain > done) && (next === undefined || chain <= next));
  const names = [...new Set([...(isPart && done !== undefined ? [done] : []), ...chains, ...(known ?? [])])].sort();
  return { names: names.slice(0, limit), more: next !== undefined || names.length > limit };
}

export type Report = {
  chains: number;
  events: number;
  items: number;
  broken: (Broken & { chain: string })[];
  older: { chain: string; begins: string | null }[];
  repaired: (Repaired & { chain: string })[];
  /** Where to go on when there was too much to read: the chain that is done, or the one that is not and how far. */
  place: string | undefined;
  isNowhere: boolean;
};

/** Recomputes these chains, the first from a place on, until there was enough to read. */
export async function verifyAll(
  names: readonly string[],
  { checkpoint, after }: { checkpoint: FoundCheckpoint; after: string | undefined },
  { store }: Pick<Deps, 'store'>,
): Promise<Report> {
  const { newest, refused } = checkpoint;
  const ends = new Map(newest?.chains.map((end) => [end.chain, end]));
  const report: Report = {
    chains: 0,
    events: 0,
    items: 0,
    broken: refused.map(({ name, reason, fault }) => ({ chain: 'checkpoints', item: name, fault: fault ?? 'changed', detail: reason })),
    older: [],
    repaired: [],
    place: undefined,
    isNowhere: false,
  };
  let units = MOST_UNITS;
  for (const [i, chain] of names.entries()) {
    const part = await store.readChain(chain, { after: i === 0 ? after : undefined, units });
    const { events, items, head } = part.reading;
    const end = ends.get(chain);
    const broken = verifyChain(part.reading, end && newest && { day: newest.day, ...end });
    report.broken.push(...broken.map((one) => ({ chain, ...one })));
    const begins = findBeginning(part.reading);
    if (begins !== undefined) report.older.push({ chain, begins });
    report.repaired.push(...listRepairs(toLinks(part.reading)).map((one) => ({ chain, ...one })));
    report.chains += 1;
    report.events += events.length;
    report.items += items.length + Number(head !== undefined);
    report.isNowhere = !head && !end && events.length + items.length === 0;
    units -= part.units;
    if (part.next !== undefined) return { ...report, place: `${chain} ${part.next}` };
    if (units <= 0 && i < names.length - 1) return { ...report, place: chain };
  }
  return report;
}
