import * as z from 'zod';
import { Instant } from '../../facts/date.ts';
import { Sha256 } from '../../facts/hash.ts';
import type { Link } from '../chain-reading.ts';
import type { StandingEvent } from '../event.ts';

/** An item that was made anew from the events: the seal of what lay there, null for nothing, and of what was put in its place. */
export const RepairedItem = z.strictObject({ item: z.string(), found: Sha256.nullable(), rebuilt: Sha256 });
export type RepairedItem = z.infer<typeof RepairedItem>;

/** What `record.repaired` says; who confirmed it is the event's `by`. */
const Repair = z.looseObject({ items: z.array(RepairedItem).min(1), proposedBy: z.string(), proposedAt: Instant, reason: z.string() });
type Repair = z.infer<typeof Repair>;

/** Undefined for an event that is none. One that does not have the form repairs nothing. */
export function readRepair({ type, data }: StandingEvent): Repair | 'formless' | undefined {
  return type === 'record.repaired' ? (Repair.safeParse(data).data ?? 'formless') : undefined;
}

/** Why an event does not count as a repair; undefined where it does. */
export function findRepairFlaw(event: StandingEvent): string | undefined {
  const repair = readRepair(event);
  if (repair === undefined || repair === 'formless') return 'it does not say what it repaired';
  if (repair.proposedBy === event.by) return 'one person alone repaired the record by it';
  const isOther = ({ item, found, rebuilt }: RepairedItem) => event.state[item] !== rebuilt || (event.found?.[item] ?? null) !== found;
  return repair.items.some(isOther) ? 'it says other seals than it names' : undefined;
}

export type Repaired = { readonly event: string; readonly at: string; readonly by: readonly [string, string]; readonly items: readonly string[] };

/** The repairs of a chain, in order: who proposed and who confirmed each, and what was made anew. */
export function listRepairs(links: readonly Link[]): Repaired[] {
  return links.flatMap(({ item, event, flaw }) => {
    const repair = event && readRepair(event);
    if (!event || !repair || repair === 'formless' || flaw !== undefined || findRepairFlaw(event) !== undefined) return [];
    return [{ event: item, at: event.at, by: [repair.proposedBy, event.by] as const, items: repair.items.map((one) => one.item) }];
  });
}

/** Whether an item was made anew by an event or by one after it: that it was not as it had been left was seen then, and ended then. */
export function repairedLater(links: readonly Link[]): (item: string, event: string) => boolean {
  const last = new Map(listRepairs(links).flatMap(({ event, items }) => items.map((item) => [item, event] as const)));
  return (item, event) => (last.get(item) ?? '') >= event;
}
