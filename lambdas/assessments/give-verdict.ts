import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { LIMITS, text } from '../../domain/facts/assessment.ts';
import { toDate } from '../../domain/facts/date.ts';
import type { Head, HeadContent } from '../../store/head.ts';
import { type Revision, type RevisionStatus, toCurrentItem, toStatusItem } from '../../store/revision.ts';
import { type Caller, demand } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { nextLookAt } from '../runtime/review-acts.ts';
import { approveRevision } from './approve-revision.ts';
import { findRevisionStatus, RevisionParams } from './find-revision.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

const Verdict = z
  .strictObject({
    verdict: z.enum(['approve', 'reject', 'withdraw']).meta({ example: 'approve' }),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the revision, 64 hexadecimal digits')
      .meta({ description: 'The hash of what was looked at.' }),
    note: text(LIMITS.text).optional().meta({ description: 'Needed for a rejection.', example: 'Quotes checked against their sources.' }),
  })
  .refine(({ verdict, note }) => verdict !== 'reject' || note !== undefined, { path: ['note'], error: 'a rejection says why' })
  .meta({ id: 'Verdict', description: 'The second person’s word on a submission, sealed to its content by the hash.' });
type Verdict = z.infer<typeof Verdict>;

const Decided = z
  .strictObject({ revision: RevisionView, published: Score.nullable().meta({ description: 'The score that the approval published.' }) })
  .meta({ id: 'Decided', description: 'What became of the revision.' });

const OUTCOME = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

export const giveVerdict = operation({
  params: RevisionParams,
  body: Verdict,
  reply: { 200: Decided },
  find: findHeadAndStatus,
  async run({ body: verdict, caller, found: { head, before } }, deps) {
    checkAct(verdict, before, caller);
    const { store, now, newId } = deps;
    const at = now().toISOString();
    const status: RevisionStatus = {
      ...before,
      status: OUTCOME[verdict.verdict],
      decidedBy: caller.id,
      decidedAt: at,
      ...(verdict.note !== undefined && { note: verdict.note }),
    };
    const { pending: _, ...settled } = head;
    const to: HeadContent = { ...settled, changedAt: at };
    const event = {
      id: newId('evt'),
      type: `assessment.${status.status as (typeof OUTCOME)[keyof typeof OUTCOME]}` as const,
      at,
      by: caller.id,
      data: { revision: status.revision, hash: status.hash, ...(verdict.note !== undefined && { note: verdict.note }) },
    };
    if (verdict.verdict !== 'approve') {
      await store.commit({ from: head, to, replace: [toStatusItem(status)], events: [event] });
      return ok({ revision: toRevisionView(status), published: null });
    }
    const [revision, standing] = await Promise.all([contentOf(status, deps), store.findApproved(head.platform)]);
    const approval = approveRevision(to, { by: caller.id, at, revision, before: standing }, deps);
    await store.commit({
      from: head,
      to: approval.to,
      record: approval.record,
      replace: [toStatusItem(status), toCurrentItem(revision)],
      events: [event, ...approval.events],
      lookAgainAt: nextLookAt(toDate(at)),
    });
    return ok({ revision: toRevisionView(status), published: approval.score });
  },
});

/** The head first: a status that changes after it was read fails the commit, where the other way round it would not be noticed. */
async function findHeadAndStatus(target: { params: z.infer<typeof RevisionParams> }, deps: Deps): Promise<{ head: Head; before: RevisionStatus }> {
  const head = await findPlatform(target, deps);
  return { head, before: await findRevisionStatus(target, deps) };
}

/** Scope, person, authorship, content, state: a verdict is somebody else's word on exactly what stands there. */
function checkAct({ verdict, hash }: Verdict, { submittedBy, hash: standing, status, revision }: RevisionStatus, caller: Caller): void {
  demand(caller, verdict === 'withdraw' ? 'assess' : 'review');
  const isAuthor = caller.id === submittedBy;
  if (verdict === 'withdraw' && !isAuthor) throw new Problem('not-the-author', `revision ${revision} was submitted by somebody else`);
  if (verdict !== 'withdraw' && isAuthor)
    throw new Problem('self-approval', `revision ${revision} is your own submission; somebody else must judge it`);
  if (hash !== standing) throw new Problem('hash-mismatch', `revision ${revision} has the hash ${standing}`);
  if (status !== 'submitted') throw new Problem('already-decided', `revision ${revision} is ${status}`);
}

async function contentOf(
  { platform, revision }: RevisionStatus,
  { store }: { store: { findRevision: (p: string, r: number) => Promise<Revision | undefined> } },
): Promise<Revision> {
  const content = await store.findRevision(platform, revision);
  if (!content) throw new Error('a revision has a status but no content');
  return content;
}
