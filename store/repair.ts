import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { Sha256 } from '../domain/facts/hash.ts';
import { chainEvents, type EventDraft, type RecordedEvent } from '../domain/record/event.ts';
import type { Head } from '../domain/record/head.ts';
import { toHeadItem } from './head.ts';
import { eventKey, HEAD_PREFIX, repairKey } from './keys.ts';
import type { RepairPlan } from './plan-repair.ts';
import { sealOf } from './seal.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Item, putGuarded, type Table, transact } from './table.ts';

/** A repair that one person has proposed: of what, when and why. It is no record, and `mark` keeps it from being another's word. */
export const RepairProposal = z.strictObject({
  platform: z.string(),
  hash: Sha256,
  proposedBy: z.string(),
  proposedAt: Instant,
  reason: z.string(),
  /** Keyed hash of all the rest, but the version. */
  mark: z.string(),
  version: z.int(),
});
export type RepairProposal = z.infer<typeof RepairProposal>;

export function findRepairProposal(table: Table, platform: string): Promise<RepairProposal | undefined> {
  return getItem(table, repairKey(platform), stored(RepairProposal));
}

/** In the place of an earlier one; throws `Conflict` when somebody else was first. */
export async function proposeRepair(table: Table, from: RepairProposal | undefined, to: Omit<RepairProposal, 'version'>): Promise<void> {
  const version = (from?.version ?? 0) + 1;
  await putGuarded(table, toItem(RepairProposal, { ...to, version }, repairKey(to.platform)), version - 1);
}

/**
 * Puts what was made anew in the place of what was broken, with the event that names both. No version of what lies there is believed: that
 * the chain has gone on meanwhile shows in the place of the event, and is a `Conflict`.
 */
export async function recordRepair(table: Table, plan: RepairPlan, draft: EventDraft): Promise<{ head: Head; event: RecordedEvent }> {
  const { platform, sequence, lastHash, begins, found, writes } = plan;
  const seals = (items: readonly Item[]) => Object.fromEntries(items.map((item) => [item.sk, sealOf(item)]));
  const state = { ...seals(writes), [HEAD_PREFIX]: sealOf(toHeadItem(plan.head)) };
  const [event] = chainEvents(platform, { sequence, lastHash }, [draft], { items: {}, state, found, begins });
  if (!event) throw new Error('a repair has one event');
  const head: Head = { ...plan.head, lastHash: event.hash };
  await transact(table, [
    { record: { ...event, ...eventKey(platform, event.sequence) } },
    ...[toHeadItem(head), ...writes].map((item) => ({ replace: item })),
  ]);
  return { head, event };
}
