import { GivenHearing, listImpossibleTimes, recordHearing as record, withTimes } from '../../domain/record/hearing/record-hearing.ts';
import { demand } from '../runtime/caller.ts';
import { DecisionParams, findDecisionUnderHead } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';
import { findDossier } from './find-dossier.ts';

export const recordHearing = operation({
  params: DecisionParams,
  body: GivenHearing,
  reply: { 200: DecisionView },
  find: findDecisionUnderHead,
  async run({ body, caller, witness, found: { head, ...decided } }, deps) {
    demand(caller, 'decide');
    const at = deps.now().toISOString();
    const given = withTimes(body, at);
    const faults = listImpossibleTimes(given, decided.decision, at);
    if (faults.length > 0) throw invalid(faults);
    const { hash: dossier } = await findDossier(decided, head.profile, deps);
    const step = record(head, decided, { ...given, dossier }, { by: caller.id, ...witness, at }, deps);
    await deps.store.commit({ from: head, ...step });
    return ok(toDecisionView(step, at));
  },
});
