import { listWarnings } from '../../domain/record/app-coverage.ts';
import { type Decision, Proposal } from '../../domain/record/decision.ts';
import { checkQuotes } from '../../domain/record/grounds.ts';
import type { Head } from '../../domain/record/head.ts';
import { proposeDecision as propose } from '../../domain/record/propose-decision.ts';
import { demand } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { listErased } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';
import { findKeptHearing } from './find-kept-hearing.ts';

export const proposeDecision = operation({
  params: PlatformParams,
  body: Proposal,
  reply: { 201: DecisionView },
  find: findPlatform,
  async run({ params: { platform }, body: proposal, caller, witness, found: head, remember }, deps) {
    demand(caller, 'decide');
    const at = deps.now().toISOString();
    if (deps.demandsVerifiedQuotes) await demandQuotes(head, deps);
    const kept = proposal.decision === 'allow' ? undefined : await findKeptHearing(head, deps);
    const step = propose(head, proposal, { by: caller.id, ...witness, at }, deps, kept);
    const warnings = await findWarnings(step.decision, deps);
    const view = { ...toDecisionView(step, at), ...(warnings.length > 0 && { warnings }) };
    const reply = created(view, `/v1/platforms/${platform}/decisions/${step.decision.id}`);
    await deps.store.commit({ from: head, ...step, reply: remember(reply) });
    return reply;
  },
});

async function demandQuotes({ platform, approved }: Head, deps: Deps): Promise<void> {
  const revision = approved && (await findFacts(platform, approved, deps));
  if (revision) checkQuotes(revision, await listErased(revision.assessment, deps));
}

/** Every platform is read for what may bind its apps too: an allowance binds none, and decisions are few. */
async function findWarnings({ platform, decision, grounds }: Decision, { store }: Deps): Promise<string[]> {
  if (decision === 'allow') return [];
  const { heads } = await store.listPolicyRecords();
  return listWarnings(platform, decision, grounds.apps, heads);
}
