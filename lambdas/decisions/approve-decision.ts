import { APPROVALS, stateAt } from '../../domain/record/decision.ts';
import type { Decided } from '../../store/decision.ts';
import { type Caller, demand } from '../runtime/caller.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { checkSealedGrounds } from './check-grounds.ts';
import { DecisionView } from './decision-view.ts';
import { checkHash, recordWord, toEndorsement, Word } from './endorse.ts';
import { DecisionParams, findDecisionUnderHead } from './find-decision.ts';

export const approveDecision = operation({
  params: DecisionParams,
  body: Word,
  reply: { 200: DecisionView },
  find: findDecisionUnderHead,
  async run({ body: word, caller, found }, deps) {
    checkPerson(found, caller);
    checkHash(found, word);
    const at = deps.now().toISOString();
    const state = stateAt(found.decision, found.course, at);
    if (state !== 'proposed') throw new Problem('already-decided', `the decision is ${state}`);
    await checkSealedGrounds(found.decision, found.head, deps);
    const course = { ...found.course, approvals: [...found.course.approvals, toEndorsement(caller, word, at)] };
    const type = course.approvals.length === APPROVALS ? ('decision.approved' as const) : ('decision.approval-given' as const);
    const data = { decision: found.decision.id, hash: found.decision.hash, ...(word.note !== undefined && { note: word.note }) };
    return ok(await recordWord({ head: found.head, found, course, event: { id: deps.newId('evt'), type, at, by: caller.id, data } }, deps));
  },
});

/** Neither the proposer nor who has approved it before: three people stand behind a decision. */
function checkPerson({ decision, course }: Decided, caller: Caller): void {
  demand(caller, 'decide');
  if (decision.proposedBy === caller.id) throw new Problem('self-approval', 'you proposed this decision; two others must approve it');
  if (course.approvals.some(({ by }) => by === caller.id))
    throw new Problem('self-approval', 'you have approved it already; the second approval must be another person’s');
}
