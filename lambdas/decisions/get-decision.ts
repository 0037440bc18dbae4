import { DecisionParams, findDecision } from '../runtime/find-decision.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { DecisionView, toDecisionView, versionOf } from './decision-view.ts';

export const getDecision = operation({
  params: DecisionParams,
  reply: { 200: DecisionView },
  find: findDecision,
  etag: (found, _, { now }) => versionOf(found, now().toISOString()),
  run: ({ found }, { now }) => ok(toDecisionView(found, now().toISOString())),
});
