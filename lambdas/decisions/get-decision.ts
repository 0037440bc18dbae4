import { stateAt } from '../../domain/decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';
import { DecisionParams, findDecision } from './find-decision.ts';

export const getDecision = operation({
  params: DecisionParams,
  reply: { 200: DecisionView },
  find: findDecision,
  etag: ({ decision, course }, _, { now }) =>
    [decision.id, course.approvals.length, course.revocations.length, stateAt(decision, course, now().toISOString())].join('-'),
  run: ({ found }, { now }) => ok(toDecisionView(found, now().toISOString())),
});
