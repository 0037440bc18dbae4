import { approveDecision as approve } from '../../domain/record/endorse-decision.ts';
import { demand } from '../runtime/caller.ts';
import { DecisionParams, findDecisionUnderHead } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { Approval } from './approval.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

export const approveDecision = operation({
  params: DecisionParams,
  body: Approval,
  reply: { 200: DecisionView },
  find: findDecisionUnderHead,
  async run({ params: { platform }, body: approval, caller, witness, found: { head, ...decided } }, deps) {
    demand(caller, 'decide');
    const published = await deps.store.findPublished(platform, decided.decision.grounds.score);
    if (!published) throw new Error('a decision rests on a score that is not there');
    const at = deps.now().toISOString();
    const step = approve(
      head,
      { ...decided, score: published.score, demandsHearing: deps.demandsHearings !== false },
      approval,
      { by: caller.id, ...witness, at },
      deps,
    );
    await deps.store.commit({ from: head, ...step });
    return ok(toDecisionView(step, at));
  },
});
