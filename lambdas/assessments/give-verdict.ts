import * as z from 'zod';
import { Score } from '../../domain/explain/published-score.ts';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { fault } from '../../domain/facts/fault.ts';
import { SHA256_PATTERN } from '../../domain/facts/hash.ts';
import type { ApprovalFacts } from '../../domain/record/approve-revision.ts';
import type { Head } from '../../domain/record/head.ts';
import { judgeRevision } from '../../domain/record/judge-revision.ts';
import type { DatedStatus } from '../../domain/record/revision.ts';
import { QuoteCount } from '../../domain/vault/quote-count.ts';
import { countQuotes } from '../../domain/vault/quotes.ts';
import { demand } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { listErased } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findRevisionStatus, RevisionParams } from './find-revision.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

const Verdict = z
  .strictObject({
    verdict: z.enum(['approve', 'reject', 'withdraw']).meta({ example: 'approve' }),
    hash: z
      .string()
      .regex(SHA256_PATTERN, fault('not-a-sha256', { of: 'revision' }))
      .meta({ description: 'The hash of what was looked at.' }),
    note: text(LIMITS.text).optional().meta({ description: 'Needed for a rejection.', example: 'Quotes checked against their sources.' }),
  })
  .refine(({ verdict, note }) => verdict !== 'reject' || note !== undefined, { path: ['note'], error: fault('rejection-without-reason') })
  .meta({ id: 'Verdict', description: 'The second person’s word on a submission, sealed to its content by the hash.' });

const Decided = z
  .strictObject({
    revision: RevisionView,
    published: Score.nullable().meta({
      description: 'The score that the approval published; null where nothing is of today: a rejection, or facts that become history.',
    }),
    quotes: QuoteCount.nullable().meta({ description: 'By what the quotes of what was approved are known; null where nothing was approved.' }),
  })
  .meta({ id: 'Decided', description: 'What became of the revision.' });

export const giveVerdict = operation({
  params: RevisionParams,
  body: Verdict,
  reply: { 200: Decided },
  find: findHeadAndStatus,
  async run({ body: verdict, caller, witness, found: { head, status } }, deps) {
    demand(caller, verdict.verdict === 'withdraw' ? 'assess' : 'review');
    const facts = verdict.verdict === 'approve' ? await findApprovalFacts(head, status, deps) : undefined;
    const judged = judgeRevision(head, { status, verdict, facts }, { by: caller.id, ...witness, at: deps.now().toISOString() }, deps);
    await deps.store.commit({ from: head, ...judged });
    const approved = facts?.revision.assessment;
    const quotes = approved ? countQuotes(approved, await listErased(approved, deps)) : null;
    return ok({ revision: toRevisionView(judged.status), published: judged.score, quotes });
  },
});

/** The head first: a status that changes after it was read fails the commit, where the other way round it would not be noticed. */
async function findHeadAndStatus(target: { params: z.infer<typeof RevisionParams> }, deps: Deps): Promise<{ head: Head; status: DatedStatus }> {
  const head = await findPlatform(target, deps);
  return { head, status: await findRevisionStatus(target, deps) };
}

/** The facts of the revision, and those that stand now. */
async function findApprovalFacts(head: Head, status: DatedStatus, deps: Deps): Promise<ApprovalFacts> {
  const { store } = deps;
  const { platform } = status;
  const isOlder = head.approved !== undefined && head.approvals === undefined;
  const [revision, before, approved] = await Promise.all([
    findFacts(platform, status, deps),
    store.findApproved(platform, head.approved),
    isOlder ? store.listApproved(platform) : undefined,
  ]);
  if (!revision) throw new Error('a revision has a status but no content');
  return { revision, before, approved };
}
