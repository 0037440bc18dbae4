import { type Decision, hashOfDecision, Proposal, sealApps } from '../../domain/record/decision.ts';
import { type StandingDecision, toCourseItem, toDecisionItem } from '../../store/decision.ts';
import { demand } from '../runtime/caller.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { created } from '../runtime/reply.ts';
import { checkGrounds } from './check-grounds.ts';
import { DecisionView, toDecisionView } from './decision-view.ts';

/** So many decisions of a platform may wait or stand at a time: they are few, and every export reads them. */
const MOST_STANDING = 5;

export const proposeDecision = operation({
  params: PlatformParams,
  body: Proposal,
  reply: { 201: DecisionView },
  find: findPlatform,
  async run({ params: { platform }, body: proposal, caller, found: head, remember }, deps) {
    demand(caller, 'decide');
    const { published, approved } = checkGrounds(head, deps);
    const standing = head.decisions ?? [];
    if (standing.length >= MOST_STANDING)
      throw new Problem('decisions-pending', `"${platform}" has ${standing.length} decisions that wait or stand: revoke one first`);
    const at = deps.now().toISOString();
    const grounds = {
      score: published.id,
      assessment: { revision: approved.revision, hash: approved.hash },
      apps: sealApps(head.profile),
    };
    const id = deps.newId('dec');
    const hash = hashOfDecision(platform, proposal, grounds);
    const decision: Decision = { id, platform, ...proposal, grounds, hash, proposedBy: caller.id, proposedAt: at };
    const course = { platform, decision: id, approvals: [], revocations: [] };
    const reply = created(toDecisionView({ decision, course }, at), `/v1/platforms/${platform}/decisions/${id}`);
    await deps.store.commit({
      from: head,
      to: { ...head, changedAt: at, decisions: [...standing, toStanding(decision)] },
      record: [toDecisionItem(decision)],
      replace: [toCourseItem(course)],
      events: [
        { id: deps.newId('evt'), type: 'decision.proposed', at, by: caller.id, data: { decision: id, hash, kind: proposal.decision, grounds } },
      ],
      reply: remember(reply),
    });
    return reply;
  },
});

function toStanding({ id, hash, decision, scope, effectiveAt, enforceBy, expiresAt, consequence, grounds, ...more }: Decision): StandingDecision {
  return {
    id,
    hash,
    decision,
    scope,
    effectiveAt,
    enforceBy,
    expiresAt,
    consequence,
    grounds,
    ...(more.conditions && { conditions: more.conditions.map(({ id: condition }) => ({ id: condition })) }),
    ...(more.exemptions && { exemptions: more.exemptions.map(({ group, until }) => ({ group, until })) }),
    approvals: [],
    revocations: [],
    isEffective: false,
  };
}
