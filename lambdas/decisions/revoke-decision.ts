import { REVOCATIONS, stateAt } from '../../domain/record/decision.ts';
import { demand } from '../runtime/caller.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { DecisionView } from './decision-view.ts';
import { checkHash, recordWord, toEndorsement, Word } from './endorse.ts';
import { DecisionParams, findDecisionUnderHead } from './find-decision.ts';

export const revokeDecision = operation({
  params: DecisionParams,
  body: Word,
  reply: { 200: DecisionView },
  find: findDecisionUnderHead,
  async run({ body: word, caller, found }, deps) {
    demand(caller, 'decide');
    if (found.course.revocations.some(({ by }) => by === caller.id))
      throw new Problem('self-approval', 'you have asked for its end already; another person must agree');
    checkHash(found, word);
    const at = deps.now().toISOString();
    const state = stateAt(found.decision, found.course, at);
    if (state === 'revoked' || state === 'expired') throw new Problem('already-decided', `the decision is ${state}`);
    const course = { ...found.course, revocations: [...found.course.revocations, toEndorsement(caller, word, at)] };
    const ends = course.revocations.length === REVOCATIONS;
    const type = ends ? ('decision.revoked' as const) : ('decision.revocation-proposed' as const);
    const data = { decision: found.decision.id, hash: found.decision.hash, ...(word.note !== undefined && { note: word.note }) };
    return ok(await recordWord({ head: found.head, found, course, event: { id: deps.newId('evt'), type, at, by: caller.id, data }, ends }, deps));
  },
});
