import * as z from 'zod';
import { Day, Instant } from '../domain/facts/date.ts';
import { BREAK_KINDS } from '../domain/record/chain-reading.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { again, ignoreConflict } from './again.ts';
import { auditKey, headKey } from './keys.ts';
import type { RecordBroken } from './record-broken.ts';
import { stored, toItem } from './stored.ts';
import { getItem, putGuarded, type Table } from './table.ts';

/** A place where the record is not as its events say, and since when that is known. */
export const KnownBreak = z
  .strictObject({ chain: z.string(), item: z.string(), fault: z.enum(BREAK_KINDS), detail: z.string(), since: Instant })
  .meta({
    id: 'KnownBreak',
    description: 'A place where the record is not as its events say, and since when that is known.',
    example: { chain: 'tiktok', item: 'SCORE#scr_01J8ZQ', fault: 'changed', detail: 'its seal is another one', since: '2026-11-30T02:15:00Z' },
  });
export type KnownBreak = z.infer<typeof KnownBreak>;

/** How far the verification of all chains is, and what is broken until a later one finds it whole. */
const Audit = z.strictObject({
  version: z.int(),
  /** The night of the round that was begun last, and where it goes on; no place once it is through. */
  night: Day.optional(),
  place: z.string().optional(),
  finishedAt: Instant.optional(),
  broken: z.array(KnownBreak),
});
export type Audit = z.infer<typeof Audit>;

/** The most that are kept: so many are no single items any more. */
const MOST = 200;

export function findAudit(table: Table): Promise<Audit | undefined> {
  return getItem(table, auditKey, stored(Audit));
}

/** Writes what a verification has found, under the version that was read; throws `Conflict` when somebody else was first. */
export async function recordAudit(table: Table, from: Audit | undefined, to: Omit<Audit, 'version'>): Promise<Audit> {
  const audit: Audit = carryOn(from, { ...to, broken: to.broken.slice(0, MOST), version: (from?.version ?? 0) + 1 });
  await putGuarded(table, toItem(Audit, audit, auditKey), from?.version ?? 0);
  return audit;
}

/** Adds what was met on the way: it stands until a verification finds its chain whole. */
export async function noteBroken(table: Table, found: readonly Omit<KnownBreak, 'since'>[], at: string): Promise<void> {
  await again(async () => {
    const audit = await findAudit(table);
    const { version: _, ...standing } = audit ?? { version: 0, broken: [] };
    const broken = mergeBreaks(standing.broken, found, at);
    if (broken.length > standing.broken.length) await recordAudit(table, audit, { ...standing, broken });
  }).catch(ignoreConflict);
}

/** Takes out what was known of a chain that a verification has just found whole. */
export async function forgetBroken(table: Table, chain: string): Promise<void> {
  await again(async () => {
    const audit = await findAudit(table);
    const broken = audit?.broken.filter((one) => one.chain !== chain) ?? [];
    if (!audit || broken.length === audit.broken.length) return;
    const { version: _, ...standing } = audit;
    await recordAudit(table, audit, { ...standing, broken });
  });
}

/** What was known stays known since then, and as it was described then. */
export function mergeBreaks(known: readonly KnownBreak[], found: readonly Omit<KnownBreak, 'since'>[], at: string): KnownBreak[] {
  const nameOf = ({ chain, item }: Pick<KnownBreak, 'chain' | 'item'>) => `${chain} ${item}`;
  const merged = new Map(known.map((one) => [nameOf(one), one]));
  for (const one of found) if (!merged.has(nameOf(one))) merged.set(nameOf(one), { ...one, since: at });
  return [...merged.values()];
}

/** A refusal as a break of its chain; none for an item that is of no chain, such as an export. */
export function toBreaks({ key: { pk, sk }, detail }: RecordBroken): Omit<KnownBreak, 'since'>[] {
  const prefix = headKey('').pk;
  return pk.startsWith(prefix) ? [{ chain: pk.slice(prefix.length), item: sk, fault: 'changed', detail }] : [];
}
