import { revokeDecision as revoke } from '../../domain/record/endorse-decision.ts';
import { demand } from '../runtime/caller.ts';
import { DecisionParams, findDecisionUnderHead } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { Approval } from './approval.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

export const revokeDecision = operation({
  params: DecisionParams,
  body: Approval,
  reply: { 200: DecisionView },
  find: findDecisionUnderHead,
  async run({ body: approval, caller, witness, found: { head, ...decided } }, deps) {
    demand(caller, 'decide');
    const at = deps.now().toISOString();
    const step = revoke(head, decided, approval, { by: caller.id, ...witness, at }, deps);
    await deps.store.commit({ from: head, ...step });
    return ok(toDecisionView(step, at));
  },
});
