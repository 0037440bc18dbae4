import type { Score } from '../explain/published-score.ts';
import { detail } from '../facts/detail.ts';
import { APPROVALS, type Endorsement, REVOCATIONS, stands, stateAt } from './decision.ts';
import type { Decided, DecisionProgress } from './decision-progress.ts';
import type { EventDraft } from './event.ts';
import { checkSealedGrounds } from './grounds.ts';
import type { Head } from './head.ts';
import { checkHeard } from './hearing/hearing.ts';
import { listUnheard } from './hearing/reasons.ts';
import { type Endorsed, recordProgress } from './record-progress.ts';
import { Refusal } from './refusal.ts';
import type { ReviewReason } from './review.ts';
import { type Actor, draftEvent, type Means } from './step.ts';

/** One person's approval of a decision, or of its end: the hash of what was looked at, and why. */
export type Approval = { readonly hash: string; readonly note?: string | undefined };

/**
 * Approves a decision; the second approval makes it. Refused to its proposer and to who has approved it: three people stand behind a
 * decision. `score` is the published one that it rests on; `demandsHearing` says whether a suspension waits until the party was heard.
 */
export function approveDecision(
  head: Head,
  found: Decided & { readonly score: Score; readonly demandsHearing?: boolean },
  approval: Approval,
  actor: Actor,
  means: Means,
): Endorsed {
  const { decision, progress, score } = found;
  // The hash does not cover who proposed it; the head, which the commit holds against the events, says so too.
  const proposers = [decision.proposedBy, head.decisions?.find(({ id }) => id === decision.id)?.proposedBy];
  if (proposers.includes(actor.by)) throw new Refusal('self-approval', detail('own-decision'));
  if (progress.approvals.some(({ by }) => by === actor.by)) throw new Refusal('self-approval', detail('own-approval'));
  confirmHash(found, approval);
  const state = stateAt(decision, progress, actor.at);
  if (state !== 'proposed') throw new Refusal('already-decided', detail('decision-is', { state }));
  checkSealedGrounds(decision, head, score, { at: actor.at, register: means.register });
  if (found.demandsHearing) checkHeard(decision, progress.hearing, actor.at);
  const approvals = [...progress.approvals, toEndorsement(approval, actor)];
  const type = approvals.length === APPROVALS ? 'decision.approved' : 'decision.approval-given';
  const reasons = approvals.length === APPROVALS ? listUnheard([{ id: decision.id, hearing: progress.hearing }]) : [];
  return recordWord(head, found, { progress: { ...progress, approvals }, type, approval, reasons }, actor, means);
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
  return recordWord(head, found, { progress: { ...progress, revocations }, type, approval }, actor, means);
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
    return recordWord(head, found, { progress: { ...progress, withdrawn }, type: 'decision.withdrawn', approval }, actor, means);
  }
  const isOwn = (one: Endorsement) => one.by === actor.by && stands(one, actor.at);
  if (!progress.revocations.some(isOwn)) throw new Refusal('not-the-author', detail('not-own-revocation'));
  checkNotEnded(found, actor);
  const revocations = progress.revocations.map((one) => (isOwn(one) ? { ...one, withdrawnAt: actor.at } : one));
  return recordWord(head, found, { progress: { ...progress, revocations }, type: 'decision.revocation-withdrawn', approval }, actor, means);
}

function checkNotEnded({ decision, progress }: Decided, { at }: Actor): void {
  const state = stateAt(decision, progress, at);
  if (state === 'revoked' || state === 'expired' || state === 'withdrawn') throw new Refusal('already-decided', detail('decision-is', { state }));
}

export function confirmHash({ decision }: Decided, { hash }: Pick<Approval, 'hash'>): void {
  if (hash !== decision.hash) throw new Refusal('hash-mismatch', detail('decision-hash', { decision: decision.id, hash: decision.hash }));
}

function toEndorsement({ note }: Approval, { by, at }: Actor): Endorsement {
  return { by, at, ...(note !== undefined && { note }) };
}

type Word = {
  readonly progress: DecisionProgress;
  readonly type: EventDraft['type'];
  readonly approval: Approval;
  readonly reasons?: readonly ReviewReason[];
};

function recordWord(
  head: Head,
  { decision, progress: from }: Decided,
  { approval: { note }, ...word }: Word,
  actor: Actor,
  means: Pick<Means, 'newId'>,
) {
  const { progress, type, reasons = [] } = word;
  const event = draftEvent(type, { decision: decision.id, hash: decision.hash, ...(note !== undefined && { note }) }, actor, means);
  const ends = type === 'decision.revoked' || type === 'decision.withdrawn';
  return recordProgress(head, { decision, from, progress }, { event, ends, reasons }, actor, means);
}
