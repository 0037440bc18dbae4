import * as z from 'zod';
import { Day, Instant } from '../../domain/facts/date.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { BREAK_KINDS, type Broken } from '../../domain/record/chain-reading.ts';
import { verifyChain } from '../../domain/record/verify-chain.ts';
import { type FoundCheckpoint, findCheckpoint } from '../../store/checkpoint.ts';
import type { Deps } from '../runtime/deps.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, sealCursor } from '../runtime/page.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

/** Read units of one call, 4 KB each: 20 MB, under two seconds of what DynamoDB gives from one partition. */
const MOST_UNITS = 5000;
const MOST_BREAKS = 100;

const Count = z.int().min(0);

const BrokenItem = z
  .strictObject({
    chain: z.string().meta({ description: 'The platform whose record it is; `checkpoints` for a document of the archive.', example: 'tiktok' }),
    item: z.string().meta({ description: 'The sort key of the item, or the name of the document.', example: 'SCORE#scr_01J8ZQ' }),
    fault: z.enum(BREAK_KINDS).meta({ example: 'changed' }),
    detail: z.string().meta({ example: 'its content is not what EVENT#0000000003 names' }),
  })
  .meta({ id: 'BrokenItem', description: 'A place where the record is not as its events say.' });

const AuditReport = z
  .strictObject({
    intact: z.boolean().meta({ description: 'Whether all that this answer looked at is as it was written.' }),
    chains: Count.meta({ description: 'How many chains it looked at.', example: 12 }),
    events: Count.meta({ description: 'How many events it recomputed.', example: 431 }),
    items: Count.meta({ description: 'How many other items it held against them.', example: 702 }),
    checkpoint: z
      .strictObject({ day: Day, takenAt: Instant })
      .nullable()
      .meta({ description: 'The newest signed checkpoint, which shows a cut-off or rewritten chain; null: there is none yet.' }),
    broken: z.array(BrokenItem).meta({ description: `What is broken, the first broken link of each chain first; at most ${MOST_BREAKS}.` }),
    brokenCount: Count.meta({ description: 'How much is broken, listed or not.' }),
    nextCursor: z.string().nullable().meta({ description: 'Where to go on; null: everything was looked at.' }),
  })
  .meta({ id: 'AuditReport', description: 'The record, recomputed.' });

const Query = z.strictObject({
  ...PageQuery,
  platform: PlatformId.optional().meta({ description: 'Only the record of this one.', example: 'tiktok' }),
});

export const verifyAudit = operation({
  query: Query,
  reply: { 200: AuditReport },
  async run({ query: { platform, limit, cursor } }, deps) {
    const list = `audit ${platform ?? ''}`;
    const [done, after] = (await openCursor(cursor, list, deps))?.split(' ') ?? [];
    const checkpoint = await findCheckpoint(deps.archive, await deps.publicKeys());
    // A chain that was read in part comes again; otherwise those behind the last one.
    const chains =
      platform !== undefined ? { names: [platform], more: false } : await listNames(checkpoint, { limit, done, isPart: after !== undefined }, deps);
    const report = await verifyAll(chains.names, { checkpoint, after }, deps);
    if (platform !== undefined && report.isNowhere) throw new Problem('not-found', `there is no platform "${platform}"`);
    const place = report.place ?? (chains.more ? chains.names.at(-1) : undefined);
    const { newest } = checkpoint;
    return ok({
      intact: report.broken.length === 0,
      chains: report.chains,
      events: report.events,
      items: report.items,
      checkpoint: newest ? { day: newest.day, takenAt: newest.takenAt } : null,
      broken: report.broken.slice(0, MOST_BREAKS),
      brokenCount: report.broken.length,
      nextCursor: place === undefined ? null : await sealCursor(place, list, deps),
    });
  },
});

/** Chains that have a head, and those that the checkpoint knows: a chain whose head is gone is looked for too. */
async function listNames(
  { newest }: FoundCheckpoint,
  { limit, done, isPart }: { limit: number; done: string | undefined; isPart: boolean },
  { store }: Deps,
): Promise<{ names: string[]; more: boolean }> {
  const { chains, next } = await store.listChains({ limit, after: done });
  const known = newest?.chains
    .map(({ chain }) => chain)
    .filter((chain) => (done === undefined || chain > done) && (next === undefined || chain <= next));
  const names = [...new Set([...(isPart && done !== undefined ? [done] : []), ...chains, ...(known ?? [])])].sort();
  return { names: names.slice(0, limit), more: next !== undefined || names.length > limit };
}

type Report = {
  chains: number;
  events: number;
  items: number;
  broken: (Broken & { chain: string })[];
  /** Where to go on when there was too much to read: the chain that is done, or the one that is not and how far. */
  place: string | undefined;
  isNowhere: boolean;
};

async function verifyAll(
  names: readonly string[],
  { checkpoint, after }: { checkpoint: FoundCheckpoint; after: string | undefined },
  { store }: Deps,
): Promise<Report> {
  const { newest, refused } = checkpoint;
  const ends = new Map(newest?.chains.map((end) => [end.chain, end]));
  const report: Report = {
    chains: 0,
    events: 0,
    items: 0,
    broken: refused.map(({ name, reason }) => ({ chain: 'checkpoints', item: name, fault: 'changed', detail: reason })),
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
