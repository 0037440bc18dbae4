import { hashOf } from '../facts/hash.ts';
import { APPROVALS, type Decision, hashOfDecision, type Progress } from '../record/decision.ts';
import type { Ruling } from './document.ts';

/** Why a ruling must not go out, in a sentence; undefined when it says what its decision says, to the hash that others than its proposer approved. */
export function findUnsealed(ruling: Ruling, decision: Decision | undefined, progress: Progress | undefined): string | undefined {
  const named = `the decision ${ruling.id} on "${ruling.platform}"`;
  if (!decision || !progress) return `${named} is not in the record`;
  const { id: _, platform, grounds, hash, proposedBy, proposedAt: __, ...proposal } = decision;
  if (hashOfDecision(platform, proposal, grounds) !== hash || ruling.hash !== hash) return `${named} is not what its hash says`;
  const said = hashOf({ ...sealedOf(proposal), platform, apps: grounds.apps });
  if (hashOf({ ...sealedOf(ruling), platform: ruling.platform, apps: ruling.apps }) !== said) return `${named} differs from what was approved`;
  const others = new Set(progress.approvals.map(({ by }) => by).filter((by) => by !== proposedBy));
  return others.size < APPROVALS ? `${named} was not approved by ${APPROVALS} others` : undefined;
}

type Sealed = Pick<Ruling, 'decision' | 'scope' | 'effectiveAt' | 'enforceBy' | 'expiresAt' | 'consequence'>;

function sealedOf({ decision, scope, effectiveAt, enforceBy, expiresAt, consequence }: Sealed): Sealed {
  return { decision, scope, effectiveAt, enforceBy, expiresAt, consequence };
}
