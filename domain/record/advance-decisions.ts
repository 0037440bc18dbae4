import { APPROVALS, isAfter, stateAt } from './decision.ts';
import type { StandingDecision } from './decision-progress.ts';
import type { EventDraft } from './event.ts';
import type { HeadContent } from './head.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** Records what time has done to a platform's decisions: those that have become effective, and those that have expired. */
export function advanceDecisions(head: HeadContent, actor: Actor, means: Pick<Means, 'newId'>): Step {
  const { at } = actor;
  const events: EventDraft[] = [];
  const say = (type: EventDraft['type'], { id, hash }: StandingDecision, data: EventDraft['data']) =>
    events.push(draftEvent(type, { decision: id, hash, ...data }, actor, means));
  const standing = (head.decisions ?? []).flatMap((decision) => {
    const isDue = decision.approvals.length >= APPROVALS && !isAfter(decision.effectiveAt, at);
    if (isDue && !decision.isEffective) say('decision.effective', decision, { effectiveAt: decision.effectiveAt });
    const advanced = { ...decision, isEffective: decision.isEffective || isDue };
    if (stateAt(decision, decision, at) !== 'expired') return [advanced];
    say('decision.expired', decision, { expiresAt: decision.expiresAt });
    return [];
  });
  return { to: withDecisions(head, standing), record: [], events };
}

/** The head with these decisions in place of its own; with none it does not mention them. */
export function withDecisions({ decisions: _, ...head }: HeadContent, decisions: readonly StandingDecision[]): HeadContent {
  return decisions.length === 0 ? head : { ...head, decisions: [...decisions] };
}

/** The next instant at which time alone changes one of the decisions, as text that sorts; undefined where none does. */
export function nextChangeAt(decisions: readonly StandingDecision[]): string | undefined {
  const times = decisions.map(({ approvals, isEffective, effectiveAt, expiresAt }) =>
    Math.min(Date.parse(expiresAt), approvals.length >= APPROVALS && !isEffective ? Date.parse(effectiveAt) : Number.POSITIVE_INFINITY),
  );
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
