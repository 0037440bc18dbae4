import { listWarnings } from '../../domain/record/app-coverage.ts';
import { Proposal } from '../../domain/record/decision.ts';
import type { Head } from '../../domain/record/head.ts';
import { proposeDecision as propose } from '../../domain/record/propose-decision.ts';
import { Refusal } from '../../domain/record/refusal.ts';
import { countQuotes, sayQuotes } from '../../domain/vault/quotes.ts';
import { demand } from '../runtime/caller.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { listErased } from '../runtime/list-erased.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

/** Where the deployment asks for it, every quote behind a decision stands in a capture that can be read. */
async function demandVerified({ platform, approved }: Head, deps: Deps): Promise<void> {
  const revision = approved && (await deps.store.findRevision(platform, approved.revision));
  if (!revision) return;
  const count = countQuotes(revision.assessment, await listErased(revision.assessment, deps));
  if (count.held < count.quotes) throw new Refusal('quotes-unverified', `revision ${revision.revision}: ${sayQuotes(count)}`);
}

export const proposeDecision = operation({
  params: PlatformParams,
  body: Proposal,
  reply: { 201: DecisionView },
  find: findPlatform,
  async run({ params: { platform }, body: proposal, caller, witness, found: head, remember }, deps) {
    demand(caller, 'decide');
    const at = deps.now().toISOString();
    if (deps.demandsVerifiedQuotes) await demandVerified(head, deps);
    const step = propose(head, proposal, { by: caller.id, ...witness, at }, deps);
    const { heads } = await deps.store.listPolicyRecords();
    const warnings = listWarnings(platform, proposal.decision, step.decision.grounds.apps, heads);
    const view = { ...toDecisionView(step, at), ...(warnings.length > 0 && { warnings }) };
    const reply = created(view, `/v1/platforms/${platform}/decisions/${step.decision.id}`);
    await deps.store.commit({ from: head, ...step, reply: remember(reply) });
    return reply;
  },
});
