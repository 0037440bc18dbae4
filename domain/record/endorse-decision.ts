import type { Score } from '../explain/published-score.ts';
import { detail } from '../facts/detail.ts';
import { advanceDecisions, withDecisions } from './advance-decisions.ts';
import { APPROVALS, type Endorsement, REVOCATIONS, stands, stateAt } from './decision.ts';
import type { Decided, DecisionProgress, StandingDecision } from './decision-progress.ts';
import type { EventDraft } from './event.ts';
import { checkSealedGrounds } from './grounds.ts';
import type { Head } from './head.ts';
import { Refusal } from './refusal.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** One person's approval of a decision, or of its end: the hash of what was looked at, and why. */
export type Approval = { readonly hash: string; readonly note?: string | undefined };

/** A step, and the decision after it. */
type Endorsed = Step & Decided;

/**
 * Approves a decision; the second approval makes it. Refused to its proposer and to who has approved it: three people stand behind a
 * decision. `score` is the published one that it rests on.
 */
export function approveDecision(head: Head, found: Decided & { readonly score: Score }, approval: Approval, actor: Actor, means: Means): Endorsed {
  const { decision, progress, score } = found;
  // The hash does not cover who proposed it; the head, which the commit holds against the events, says so too.
  const proposers = [decision.proposedBy, head.decisions?.find(({ id }) => id === decision.id)?.proposedBy];
  if (proposers.includes(actor.by)) throw new Refusal('self-approval', detail('own-decision'));
  if (progress.approvals.some(({ by }) => by === actor.by)) throw new Refusal('self-approval', detail('own-approval'));
  confirmHash(found, approval);
  const state = stateAt(decision, progress, actor.at);
  if (state !== 'proposed') throw new Refusal('already-decided', detail('decision-is', { state }));
  checkSealedGrounds(decision, head, score, { at: actor.at, register: means.register });
  const approvals = [...progress.approvals, toEndorsement(approval, actor)];
  const type = approvals.length === APPROVALS ? 'decision.approved' : 'decision.approval-given';
  return recordEndorsement(head, found, { progress: { ...progress, approvals }, type, approval }, actor, means);
}

/** Asks for the end of a decision; with the second person who does, it ends. */
export function revokeDecision(head: Head, found: Decided, approval: Approval, actor: Actor, means: Pick<Means, 'newId'>): Endorsed {
  const { progress } = found;
  if (progress.revocations.some((one) => one.by === actor.by && stands(one, actor.at))) throw new Refusal('self-approval', detail('own-revocation'));
  confirmHash(found, approval);
  checkNotEnded(found, actor);
  const revocations = [...progress.revocations, toEndorsement(approval, actor)];
  const standing = revocations.filter((one) => stands(one, actor.at));
  const type = standing.length === REVOCATIONS ? 'decision.revoked' : 'decision.revocation-proposed';
  return recordEndorsement(head, found, { progress: { ...progress, revocations }, type, approval }, actor, means);
}

/** Takes back one's own proposal, which ends as long as it waits, or one's own word for the end of a decision. */
export function withdrawWord(
  head: Head,
  found: Decided,
  { what, ...approval }: Approval & { readonly what: 'proposal' | 'revocation' },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Endorsed {
  const { decision, progress } = found;
  confirmHash(found, approval);
  if (what === 'proposal') {
    if (decision.proposedBy !== actor.by) throw new Refusal('not-the-author', detail('not-own-proposal'));
    const state = stateAt(decision, progress, actor.at);
    if (state !== 'proposed') throw new Refusal('already-decided', detail('decision-is', { state }));
    const withdrawn = toEndorsement(approval, actor);
    return recordEndorsement(head, found, { progress: { ...progress, withdrawn }, type: 'decision.withdrawn', approval }, actor, means);
  }
  const isOwn = (one: Endorsement) => one.by === actor.by && stands(one, actor.at);
  if (!progress.revocations.some(isOwn)) throw new Refusal('not-the-author', detail('not-own-revocation'));
  checkNotEnded(found, actor);
  const revocations = progress.revocations.map((one) => (isOwn(one) ? { ...one, withdrawnAt: actor.at } : one));
  return recordEndorsement(head, found, { progress: { ...progress, revocations }, type: 'decision.revocation-withdrawn', approval }, actor, means);
}

function checkNotEnded({ decision, progress }: Decided, { at }: Actor): void {
  const state = stateAt(decision, progress, at);
  if (state === 'revoked' || state === 'expired' || state === 'withdrawn') throw new Refusal('already-decided', detail('decision-is', { state }));
}

function confirmHash({ decision }: Decided, { hash }: Approval): void {
  if (hash !== decision.hash) throw new Refusal('hash-mismatch', detail('decision-hash', { decision: decision.id, hash: decision.hash }));
}

function toEndorsement({ note }: Approval, { by, at }: Actor): Endorsement {
  return { by, at, ...(note !== undefined && { note }) };
}

type Change = { readonly progress: DecisionProgress; readonly type: EventDraft['type']; readonly approval: Approval };

/** One person's endorsement, and with it what time has done to the platform's decisions by now. */
function recordEndorsement(
  head: Head,
  { decision, progress: from }: Decided,
  { progress, type, approval: { note } }: Change,
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Endorsed {
  const event = draftEvent(type, { decision: decision.id, hash: decision.hash, ...(note !== undefined && { note }) }, actor, means);
  // Endorsements are only ever added, or said to be withdrawn: what the head has of them stays as it is.
  const bare = (known: StandingDecision['revocations'], all: readonly Endorsement[]) =>
    all.map(({ by, at, withdrawnAt }, i) => ({ ...(known[i] ?? { by, at }), ...(withdrawnAt !== undefined && { withdrawnAt }) }));
  const after = (standing: StandingDecision): StandingDecision[] => {
    if (standing.id !== decision.id) return [standing];
    return type === 'decision.revoked' || type === 'decision.withdrawn'
      ? []
      : [{ ...standing, approvals: bare(standing.approvals, progress.approvals), revocations: bare(standing.revocations, progress.revocations) }];
  };
  const to = withDecisions({ ...head, changedAt: actor.at }, (head.decisions ?? []).flatMap(after));
  const advanced = advanceDecisions(to, actor, means);
  return { decision, progress, to: advanced.to, record: [{ kind: 'decision-progress', value: progress, from }], events: [event, ...advanced.events] };
}
