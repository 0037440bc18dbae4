import { toDayNumber } from '../../domain/facts/date.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { today } from '../runtime/dates.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';

const HOUR_MS = 3_600_000;

/** Measures what waits, and since when: zero is well. An alarm goes by each figure, and by there being none. */
export const measureLag: ScheduledJob = async function measureLag(deps) {
  const { store, now } = deps;
  const day = today(deps);
  const [overdue, work, mark, consumers, head] = await Promise.all([
    store.listDue({ limit: 1, before: day, inclusive: false }),
    store.listDueWork(now().toISOString(), { limit: 1 }),
    store.findPolicyMark(),
    store.listConsumers(now()),
    store.findConsumersHead(),
  ]);
  const dueOn = overdue.heads[0]?.nextReviewOn;
  const waitsSince = work.items[0]?.notBefore;
  const hoursSince = (instant: string | undefined) => (instant === undefined ? 0 : Math.max(0, (now().getTime() - Date.parse(instant)) / HOUR_MS));
  return {
    oldestOverdueDays: dueOn === undefined ? 0 : toDayNumber(day) - toDayNumber(dueOn),
    rescoringLateHours: hoursSince(waitsSince),
    exportWithheldHours: hoursSince(mark?.withheld?.since),
    // One that has not reported for long is no consumer any more.
    consumersBehind: consumers.filter(({ id }) => head?.behind.includes(id)).length,
  };
};

export const handler = onSchedule(measureLag, cloudDeps());
