import type { Broken } from '../../domain/record/chain-reading.ts';
import { listRepairs, type Repaired } from '../../domain/record/repair/repaired.ts';
import { findBeginning, toLinks, verifyChain } from '../../domain/record/verify-chain.ts';
import type { FoundEnds } from '../../store/checkpoint.ts';
import type { AuditedArchive } from './audit-archive.ts';
import type { Deps } from './deps.ts';
import { verifyTree } from './verify-tree.ts';

/** Read units of one part, 4 KB each: 20 MB, under two seconds of what DynamoDB gives from one partition. */
const MOST_UNITS = 5000;

/** Says in a place that the chains are done, and which tile of the tree is next: no chain has this name. */
const TREE = '/tree';

/** Recomputes chains from a place on, and behind the last one the tree, until there was enough to read. */
export async function verifyFrom(
  place: string | undefined,
  { limit, checkpoint }: { limit: number; checkpoint: AuditedArchive },
  deps: Pick<Deps, 'store'>,
): Promise<Report & { readonly whole: readonly string[] }> {
  const [done, after] = place?.split(' ') ?? [];
  if (done === TREE) return withTree({ ...toReport(checkpoint), whole: ['checkpoints'] }, checkpoint, Number(after), MOST_UNITS, deps);
  const { names, more } = await listNames(checkpoint, { limit, done, isPart: after !== undefined }, deps);
  const report = await verifyAll(names, { checkpoint, after }, deps);
  const whole = ['checkpoints', ...names.slice(after === undefined ? 0 : 1, report.chains)];
  if (report.place !== undefined || more) return { ...report, whole, place: report.place ?? names.at(-1) };
  return withTree({ ...report, whole }, checkpoint, 0, MOST_UNITS - report.units, deps);
}

async function withTree<T extends Report & { whole: readonly string[] }>(
  report: T,
  { tree: archived }: AuditedArchive,
  from: number,
  units: number,
  deps: Pick<Deps, 'store'>,
) {
  const tree = await verifyTree(archived, from, units, deps);
  const place = tree.next === undefined ? undefined : `${TREE} ${tree.next}`;
  const whole = from === 0 ? [...report.whole, 'tree'] : report.whole;
  return { ...report, whole, leaves: tree.leaves, broken: [...report.broken, ...tree.broken], place };
}

/** Chains that have a head, and those that the checkpoint knows: a chain whose head is gone is looked for too. */
async function listNames(
  { ends }: FoundEnds,
  { limit, done, isPart }: { limit: number; done: string | undefined; isPart: boolean },
  { store }: Pick<Deps, 'store'>,
): Promise<{ names: string[]; more: boolean }> {
  const { chains, next } = await store.listChains({ limit, after: done });
  const known = ends?.chains
    .map(({ chain }) => chain)
    .filter((chain) => (done === undefined || chain > done) && (next === undefined || chain <= next));
  const names = [...new Set([...(isPart && done !== undefined ? [done] : []), ...chains, ...(known ?? [])])].sort();
  return { names: names.slice(0, limit), more: next !== undefined || names.length > limit };
}

export type Report = {
  chains: number;
  events: number;
  items: number;
  /** Leaves of the tree that were held against feed and chains. */
  leaves: number;
  broken: (Broken & { chain: string })[];
  older: { chain: string; begins: string | null }[];
  repaired: (Repaired & { chain: string })[];
  /** Where to go on when there was too much to read: the chain that is done, or the one that is not and how far. */
  place: string | undefined;
  isNowhere: boolean;
  units: number;
};

const toReport = ({ refused }: FoundEnds): Report => ({
  chains: 0,
  events: 0,
  items: 0,
  leaves: 0,
  broken: refused.map(({ name, reason, fault }) => ({ chain: 'checkpoints', item: name, fault: fault ?? 'changed', detail: reason })),
  older: [],
  repaired: [],
  place: undefined,
  isNowhere: false,
  units: 0,
});

/** Recomputes these chains, the first from a place on, until there was enough to read. */
export async function verifyAll(
  names: readonly string[],
  { checkpoint, after }: { checkpoint: FoundEnds; after: string | undefined },
  { store }: Pick<Deps, 'store'>,
): Promise<Report> {
  const { ends: signed } = checkpoint;
  const ends = new Map(signed?.chains.map((end) => [end.chain, end]));
  const report = toReport(checkpoint);
  for (const [i, chain] of names.entries()) {
    const part = await store.readChain(chain, { after: i === 0 ? after : undefined, units: MOST_UNITS - report.units });
    const { events, items, head } = part.reading;
    const end = ends.get(chain);
    const broken = verifyChain(part.reading, end && signed && { day: signed.day, ...end });
    report.broken.push(...broken.map((one) => ({ chain, ...one })));
    const begins = findBeginning(part.reading);
    if (begins !== undefined) report.older.push({ chain, begins });
    report.repaired.push(...listRepairs(toLinks(part.reading)).map((one) => ({ chain, ...one })));
    report.chains += 1;
    report.events += events.length;
    report.items += items.length + Number(head !== undefined);
    report.isNowhere = !head && !end && events.length + items.length + (part.reading.tree?.leaves.length ?? 0) === 0;
    report.units += part.units;
    if (part.next !== undefined) return { ...report, place: `${chain} ${part.next}` };
    if (report.units >= MOST_UNITS && i < names.length - 1) return { ...report, place: chain };
  }
  return report;
}
