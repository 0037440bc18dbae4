import canonicalize from 'canonicalize';
import { detail } from '../../domain/facts/detail.ts';
import { findEnds } from '../../store/checkpoint.ts';
import type { RepairPlan } from '../../store/plan-repair.ts';
import type { RepairProposal } from '../../store/repair.ts';
import { checkpointKeys } from '../runtime/checkpoint-keys.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';

export type FoundRepair = {
  readonly plan: RepairPlan;
  /** Of exactly this plan, and by whom it says. */
  readonly proposal: RepairProposal | undefined;
  /** Whatever lies in a proposal's place. */
  readonly standing: RepairProposal | undefined;
};

/** What a repair would write as the record is now; nothing of it is kept from the proposal to the confirmation but its hash. */
export async function findRepair({ params: { platform } }: { params: { platform: string } }, deps: Deps): Promise<FoundRepair> {
  const { ends } = await findEnds(deps.archive, await checkpointKeys(deps));
  const end = ends?.chains.find(({ chain }) => chain === platform);
  const plan = await deps.repairs.planRepair(platform, { claim: ends && end && { day: ends.day, ...end }, register: deps.register });
  if (!plan) throw new Problem('not-found', detail('no-platform', { platform }));
  const standing = await deps.repairs.findRepairProposal(platform);
  const isThis = standing?.hash === plan.hash && standing.mark === (await markOf(standing, deps));
  return { plan, standing, proposal: isThis ? standing : undefined };
}

/** Who can write to the table cannot propose in another's name. */
export function markOf(
  { platform, hash, proposedBy, proposedAt, reason }: Omit<RepairProposal, 'mark' | 'version'>,
  { mac }: Pick<Deps, 'mac'>,
): Promise<string> {
  return mac(canonicalize({ repair: { platform, hash, proposedBy, proposedAt, reason } }) as string);
}

export function confirmHash({ plan }: FoundRepair, hash: string): void {
  if (hash !== plan.hash) throw new Problem('hash-mismatch', detail('repair-changed', { hash: plan.hash }));
}
