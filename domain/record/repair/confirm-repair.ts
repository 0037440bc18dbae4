import { detail } from '../../facts/detail.ts';
import type { EventDraft } from '../event.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, draftEvent, type Means } from '../step.ts';
import type { RepairedItem } from './repaired.ts';

type Repair = {
  readonly platform: string;
  readonly hash: string;
  readonly items: readonly RepairedItem[];
  /** What no event of the chain has said yet, and this one says. */
  readonly unsaid: Readonly<Record<string, unknown>>;
};
type Proposed = { readonly proposedBy: string; readonly proposedAt: string; readonly reason: string };

/** The event by which a second person confirms a repair. Refused where no one has proposed exactly this repair, or the same person has. */
export function confirmRepair(
  { platform, hash, items, unsaid }: Repair,
  proposed: Proposed | undefined,
  confirmed: string,
  actor: Actor,
  means: Pick<Means, 'newId'>,
): EventDraft {
  if (!proposed) throw new Refusal('not-proposed', detail('repair-not-proposed', { platform, hash }));
  const { proposedBy, proposedAt, reason } = proposed;
  if (proposedBy === actor.by) throw new Refusal('self-approval', detail('own-repair'));
  return draftEvent('record.repaired', { items, proposedBy, proposedAt, reason, confirmed, ...unsaid }, actor, means);
}
