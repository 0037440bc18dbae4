import { APPROVALS, isAfter, stateAt } from '../../domain/record/decision.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import type { StandingDecision } from '../../store/decision.ts';
import type { HeadContent } from '../../store/head.ts';
import type { Deps } from './deps.ts';
import type { Step } from './review-acts.ts';

type Actor = { readonly by: string; readonly at: string };

/** Records what time has done to a platform's decisions: those that have become effective, and those that have expired. */
export function moveDecisions(head: HeadContent, { by, at }: Actor, { newId }: Pick<Deps, 'newId'>): Step {
  const events: EventDraft[] = [];
  const draft = (type: EventDraft['type'], { id, hash }: StandingDecision, data: EventDraft['data']) =>
    events.push({ id: newId('evt'), type, at, by, data: { decision: id, hash, ...data } });
  const standing = (head.decisions ?? []).flatMap((decision) => {
    const isDue = decision.approvals.length >= APPROVALS && !isAfter(decision.effectiveAt, at);
    if (isDue && !decision.isEffective) draft('decision.effective', decision, { effectiveAt: decision.effectiveAt });
    const moved = { ...decision, isEffective: decision.isEffective || isDue };
    if (stateAt(decision, decision, at) !== 'expired') return [moved];
    draft('decision.expired', decision, { expiresAt: decision.expiresAt });
    return [];
  });
  return { to: withDecisions(head, standing), record: [], events };
}

/** The head with these decisions in place of its own; with none it does not mention them. */
export function withDecisions({ decisions: _, ...head }: HeadContent, decisions: readonly StandingDecision[]): HeadContent {
  return decisions.length === 0 ? head : { ...head, decisions: [...decisions] };
}
