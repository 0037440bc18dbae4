import { advanceDecisions, withDecisions } from './advance-decisions.ts';
import type { Decision, Endorsement } from './decision.ts';
import type { Decided, DecisionProgress, StandingDecision } from './decision-progress.ts';
import type { EventDraft } from './event.ts';
import type { Head } from './head.ts';
import { summarizeHearing } from './hearing/standing-hearing.ts';
import { addReasons } from './open-review.ts';
import type { ReviewReason } from './review.ts';
import { type Actor, type Means, type Step, thenStep } from './step.ts';

/** A step, and the decision after it. */
export type Endorsed = Step & Decided;

type Change = { readonly decision: Decision; readonly from: DecisionProgress; readonly progress: DecisionProgress };
type Said = {
  readonly event: EventDraft;
  /** Whether the decision ends by it. */
  readonly ends?: boolean;
  readonly reasons?: readonly ReviewReason[];
  readonly record?: Step['record'];
};

/** What a person did to a decision, and with it what time has done to the platform's decisions by now. */
export function recordProgress(
  head: Head,
  { decision, from, progress }: Change,
  { event, ends = false, reasons = [], record = [] }: Said,
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Endorsed {
  const after = (standing: StandingDecision): StandingDecision[] => {
    if (standing.id !== decision.id) return [standing];
    return ends ? [] : [withProgress(standing, progress)];
  };
  const to = withDecisions({ ...head, changedAt: actor.at }, (head.decisions ?? []).flatMap(after));
  const step = thenStep(advanceDecisions(to, actor, means), (advanced) => addReasons(advanced, reasons, actor, means));
  return {
    decision,
    progress,
    to: step.to,
    record: [{ kind: 'decision-progress', value: progress, from }, ...record],
    events: [event, ...step.events],
  };
}

/** Words are only ever added, or said to be withdrawn: what the head has of them stays as it is. */
function withProgress(standing: StandingDecision, { approvals, revocations, hearing }: DecisionProgress): StandingDecision {
  const bare = (known: StandingDecision['revocations'], all: readonly Endorsement[]) =>
    all.map(({ by, at, withdrawnAt }, i) => ({ ...(known[i] ?? { by, at }), ...(withdrawnAt !== undefined && { withdrawnAt }) }));
  return {
    ...standing,
    approvals: bare(standing.approvals, approvals),
    revocations: bare(standing.revocations, revocations),
    ...(hearing && { hearing: summarizeHearing(hearing) }),
  };
}
