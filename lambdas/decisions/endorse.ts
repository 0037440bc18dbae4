import * as z from 'zod';
import { LIMITS, text } from '../../domain/facts/assessment.ts';
import type { Endorsement } from '../../domain/record/decision.ts';
import type { EventDraft } from '../../domain/record/event.ts';
import { type Decided, type DecisionCourse, type StandingDecision, toCourseItem } from '../../store/decision.ts';
import type { Head } from '../../store/head.ts';
import type { Caller } from '../runtime/caller.ts';
import { moveDecisions, withDecisions } from '../runtime/decision-acts.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';
import { type DecisionView, toDecisionView } from './decision-view.ts';

export const Word = z
  .strictObject({
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the decision, 64 hexadecimal digits')
      .meta({ description: 'The hash of what was looked at.' }),
    note: text(LIMITS.text).optional().meta({ example: 'Grounds and app ids checked.' }),
  })
  .meta({ id: 'Word', description: 'Another person’s word on a decision, sealed to its content by the hash.' });
export type Word = z.infer<typeof Word>;

export function checkHash({ decision }: Decided, { hash }: Word): void {
  if (hash !== decision.hash) throw new Problem('hash-mismatch', `the decision ${decision.id} has the hash ${decision.hash}`);
}

export function toEndorsement(caller: Caller, { note }: Word, at: string): Endorsement {
  return { by: caller.id, at, ...(note !== undefined && { note }) };
}

export type Act = {
  readonly head: Head;
  readonly found: Decided;
  /** The course with the new word in it. */
  readonly course: DecisionCourse;
  readonly event: EventDraft;
  /** Whether the decision ends with it. */
  readonly ends?: boolean;
};

/** Writes one person's word, and with it what time has done to the platform's decisions by now. */
export async function recordWord({ head, found, course, event, ends = false }: Act, deps: Deps): Promise<DecisionView> {
  // Words are only ever added: those that the head has stay as they are.
  const bare = (known: StandingDecision['approvals'], words: readonly Endorsement[]) => words.map(({ by, at }, i) => known[i] ?? { by, at });
  const after = (standing: StandingDecision): StandingDecision[] => {
    if (standing.id !== course.decision) return [standing];
    return ends
      ? []
      : [{ ...standing, approvals: bare(standing.approvals, course.approvals), revocations: bare(standing.revocations, course.revocations) }];
  };
  const to = withDecisions({ ...head, changedAt: event.at }, (head.decisions ?? []).flatMap(after));
  const moved = moveDecisions(to, event, deps);
  await deps.store.commit({ from: head, to: moved.to, replace: [toCourseItem(course)], events: [event, ...moved.events] });
  return toDecisionView({ decision: found.decision, course }, event.at);
}
