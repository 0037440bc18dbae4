import type { Score } from '../explain/published-score.ts';
import { approveRevision } from './approve-revision.ts';
import type { Head } from './head.ts';
import { Refusal } from './refusal.ts';
import type { Revision, RevisionStatus } from './revision.ts';
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
  if (verdict === 'withdraw' && !isAuthor) throw new Refusal('not-the-author', `revision ${revision} was submitted by somebody else`);
  if (verdict !== 'withdraw' && isAuthor)
    throw new Refusal('self-approval', `revision ${revision} is your own submission; somebody else must judge it`);
  if (hash !== standing) throw new Refusal('hash-mismatch', `revision ${revision} has the hash ${standing}`);
  if (status !== 'submitted') throw new Refusal('already-decided', `revision ${revision} is ${status}`);
}

export type Judged = Step & { readonly status: RevisionStatus; readonly score: Score | null };

/** Settles a submission. An approval needs the facts that it approves, and those that stood before for the causes of the difference. */
export function judgeRevision(
  head: Head,
  { status: before, verdict, facts }: { readonly status: RevisionStatus; readonly verdict: Verdict; readonly facts: Facts | undefined },
  actor: Actor,
  means: Means,
): Judged {
  checkVerdict(verdict, before, actor.by);
  const outcome = OUTCOME[verdict.verdict];
  const note = verdict.note !== undefined && { note: verdict.note };
  const status: RevisionStatus = { ...before, status: outcome, decidedBy: actor.by, decidedAt: actor.at, ...note };
  const { pending: _, ...settled } = head;
  const to = { ...settled, changedAt: actor.at };
  const event = draftEvent(`assessment.${outcome}`, { revision: status.revision, hash: status.hash, ...note }, actor, means);
  const recorded = { kind: 'status', value: status } as const;
  if (verdict.verdict !== 'approve') return { status, score: null, to, record: [recorded], events: [event] };
  if (!facts) throw new Error('an approval needs the facts that it approves');
  const approval = approveRevision(to, { ...actor, ...facts }, means);
  return { ...approval, status, record: [recorded, ...approval.record], events: [event, ...approval.events] };
}

type Facts = { readonly revision: Revision; readonly before: Revision | undefined };
