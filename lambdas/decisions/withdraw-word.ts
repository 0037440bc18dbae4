import * as z from 'zod';
import { withdrawWord as withdraw } from '../../domain/record/endorse-decision.ts';
import { demand } from '../runtime/caller.ts';
import { DecisionParams, findDecisionUnderHead } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { Approval } from './approval.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

const Withdrawal = z
  .strictObject({
    ...Approval.shape,
    what: z.enum(['proposal', 'revocation']).meta({ description: 'Which word of one’s own.', example: 'revocation' }),
  })
  .meta({ id: 'Withdrawal', description: 'One’s own word on a decision, taken back.' });

export const withdrawWord = operation({
  params: DecisionParams,
  body: Withdrawal,
  reply: { 200: DecisionView },
  find: findDecisionUnderHead,
  async run({ body: withdrawal, caller, witness, found: { head, ...decided } }, deps) {
    demand(caller, 'decide');
    const at = deps.now().toISOString();
    const step = withdraw(head, decided, withdrawal, { by: caller.id, ...witness, at }, deps);
    await deps.store.commit({ from: head, ...step });
    return ok(toDecisionView(step, at));
  },
});
