import type { EventType } from '../domain/record/event.ts';
import { EVENT_PREFIX, HEAD_PREFIX } from '../store/keys.ts';

/**
 * What runs without being asked, as pure data. A job's file is `lambdas/jobs/<name>.ts`, which exports it under its name
 * in camel case, and `handler`; each is a function of its own, so that each has its own few rights. The stack and local
 * mode loop over this list.
 */
export type JobEntry = {
  readonly name: string;
  /** Woken by the table's stream, in order per platform; by events that were sent out, in no order; or by a schedule of EventBridge Scheduler in UTC. */
  readonly on: 'stream' | 'bus' | `rate(${string})` | `cron(${string})`;
  /** Which new or changed items wake a job of the stream, by their sort key. */
  readonly items?: { readonly is: string } | { readonly prefix: string };
  /** Which events wake a job of the bus. */
  readonly events?: readonly EventType[];
  readonly summary: string;
};

export const jobs = [
  { name: 'announce-events', on: 'stream', items: { prefix: EVENT_PREFIX }, summary: 'Number new events into the feed and send them out' },
  { name: 'index-platforms', on: 'stream', items: { is: HEAD_PREFIX }, summary: 'Keep the index of who can be reached from where' },
  { name: 'announce-missed', on: 'cron(40 0 * * ? *)', summary: 'Announce what the stream has lost' },
  { name: 'checkpoint-chains', on: 'cron(10 0 * * ? *)', summary: 'Sign the head of every chain and send it out of the table' },
  { name: 'measure-lag', on: 'rate(5 minutes)', summary: 'Measure what waits too long, for the alarms' },
  { name: 'advance-decisions', on: 'rate(1 minute)', summary: 'Record decisions that have become effective or have expired' },
  {
    name: 'publish-decisions',
    on: 'bus',
    events: ['decision.approved', 'decision.effective', 'decision.revoked', 'decision.expired', 'score.published', 'platform.changed'],
    summary: 'Make a policy revision of what has just been decided',
  },
  { name: 'renew-policy', on: 'rate(1 minute)', summary: 'Make a policy revision when one is due, at least daily' },
  { name: 'review-platforms', on: 'rate(1 minute)', summary: 'Score again what has aged, open the reviews that are due, announce what is overdue' },
] as const satisfies readonly JobEntry[];

export type JobName = (typeof jobs)[number]['name'];
