import type { Head } from './head.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** Says who is to look at a platform; null: any. It ends with the review, or with the facts that are approved. */
export function assign(head: Head, to: string | null, actor: Actor, means: Pick<Means, 'newId'>): Step {
  const { assigned: _, ...others } = head;
  const { by, at } = actor;
  const next = { ...others, changedAt: at, ...(to !== null && { assigned: { to, by, at } }) };
  return { to: next, record: [], events: [draftEvent('review.assigned', { to }, actor, means)] };
}

/** Leaves a platform out of inboxes until a day. What is due stays due; a new reason, or the end of the review, brings it back at once. */
export function snooze(
  head: Head,
  { until, reason }: { readonly until: string; readonly reason: string },
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step {
  const { by, at } = actor;
  const to = { ...head, changedAt: at, snoozed: { until, reason, by, at } };
  return { to, record: [], events: [draftEvent('review.snoozed', { until, reason }, actor, means)] };
}
