import type { Score } from '../explain/published-score.ts';
import { detail } from '../facts/detail.ts';
import { type ApprovalFacts, approveRevision } from './approve-revision.ts';
import { type Head, listWaiting, withWaiting } from './head.ts';
import { Refusal } from './refusal.ts';
import type { DatedStatus, RevisionStatus } from './revision.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

const OUTCOME = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

export type Verdict = {
  readonly verdict: keyof typeof OUTCOME;
  /** Of the content that was looked at. */
  readonly hash: string;
  readonly note?: string | undefined;
};

/** Authorship, content, state: a verdict is another person's on exactly what stands there, and an author may only withdraw. */
function checkVerdict({ verdict, hash }: Verdict, { submittedBy, hash: standing, status, revision }: RevisionStatus, by: string): void {
  const isAuthor = by === submittedBy;
  if (verdict === 'withdraw' && !isAuthor) throw new Refusal('not-the-author', detail('not-own-revision', { revision }));
  if (verdict !== 'withdraw' && isAuthor) throw new Refusal('self-approval', detail('own-revision', { revision }));
  if (hash !== standing) throw new Refusal('hash-mismatch', detail('revision-hash', { revision, hash: standing }));
  if (status !== 'submitted') throw new Refusal('already-decided', detail('revision-is', { revision, status }));
}

export type Judged = Step & { readonly status: DatedStatus; readonly score: Score | null };

/** Settles a submission. An approval needs the facts that it approves, and those that stand for the causes of the difference. */
export function judgeRevision(
  head: Head,
  { status: before, verdict, facts }: { readonly status: DatedStatus; readonly verdict: Verdict; readonly facts: ApprovalFacts | undefined },
  actor: Actor,
  means: Means,
): Judged {
  checkVerdict(verdict, before, actor.by);
  const outcome = OUTCOME[verdict.verdict];
  const note = verdict.note !== undefined && { note: verdict.note };
  const status: DatedStatus = { ...before, status: outcome, decidedBy: actor.by, decidedAt: actor.at, ...note };
  const waiting = listWaiting(head).filter((one) => one.revision !== status.revision);
  const to = withWaiting({ ...head, changedAt: actor.at }, waiting);
  if (verdict.verdict !== 'approve') {
    const event = draftEvent(`assessment.${outcome}`, { revision: status.revision, hash: status.hash, ...note }, actor, means);
    return { status, score: null, to, record: [{ kind: 'status', value: status, from: before }], events: [event] };
  }
  if (!facts) throw new Error('an approval needs the facts that it approves');
  const approval = approveRevision(to, { ...actor, ...facts }, means);
  const approved = { ...status, approval: approval.approval };
  const data = { revision: status.revision, hash: status.hash, asOf: status.asOf, isCurrent: approval.isCurrent, ...note };
  return {
    ...approval,
    status: approved,
    record: [{ kind: 'status', value: approved, from: before }, ...approval.record],
    events: [draftEvent('assessment.approved', data, actor, means), ...approval.events],
  };
}
