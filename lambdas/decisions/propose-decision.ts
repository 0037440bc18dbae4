import { listWarnings } from '../../domain/record/app-coverage.ts';
import { Proposal } from '../../domain/record/decision.ts';
import { proposeDecision as propose } from '../../domain/record/propose-decision.ts';
import { demand } from '../runtime/caller.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { created } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

export const proposeDecision = operation({
  params: PlatformParams,
  body: Proposal,
  reply: { 201: DecisionView },
  find: findPlatform,
  async run({ params: { platform }, body: proposal, caller, witness, found: head, remember }, deps) {
    demand(caller, 'decide');
    const at = deps.now().toISOString();
    const step = propose(head, proposal, { by: caller.id, ...witness, at }, deps);
    const { heads } = await deps.store.listPolicyRecords();
    const warnings = listWarnings(platform, proposal.decision, step.decision.grounds.apps, heads);
    const view = { ...toDecisionView(step, at), ...(warnings.length > 0 && { warnings }) };
    const reply = created(view, `/v1/platforms/${platform}/decisions/${step.decision.id}`);
    await deps.store.commit({ from: head, ...step, reply: remember(reply) });
    return reply;
  },
});
