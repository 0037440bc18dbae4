import { hashOf } from '../facts/hash.ts';
import { APPROVALS, type Decision, hashOfDecision } from '../record/decision.ts';
import type { StandingEvent } from '../record/event.ts';
import { type Ruling, toRuling } from './document.ts';

/**
 * Why a ruling must not go out, in a sentence; undefined when all of it is what its decision says, to the hash that others than its
 * proposer approved. `words` are the events of that decision: what the items beside them say of approvals is not believed.
 */
export function findUnsealed(ruling: Ruling, decision: Decision | undefined, words: readonly StandingEvent[], at: string): string | undefined {
  const named = `the decision ${ruling.id} on "${ruling.platform}"`;
  if (!decision) return `${named} is not in the record`;
  const { id: _, platform, grounds, hash, proposedBy, proposedAt: __, ...proposal } = decision;
  if (hashOfDecision(platform, proposal, grounds) !== hash || ruling.hash !== hash) return `${named} is not what its hash says`;
  if (hashOf(toRuling(platform, decision, at)) !== hashOf(ruling)) return `${named} differs from what was approved`;
  const isOf = ({ data }: StandingEvent) => data.decision === ruling.id && data.hash === hash;
  const given = (...types: readonly string[]) => words.filter((event) => isOf(event) && types.includes(event.type));
  if (!given('decision.proposed').some(({ by }) => by === proposedBy)) return `${named} was proposed by no event`;
  if (given('decision.revoked').length > 0) return `${named} was revoked`;
  if (given('decision.withdrawn').length > 0) return `${named} was withdrawn`;
  const others = new Set(given('decision.approval-given', 'decision.approved').flatMap(({ by }) => (by === proposedBy ? [] : [by])));
  return others.size < APPROVALS ? `${named} was not approved by ${APPROVALS} others` : undefined;
}
