import { toDayNumber } from '../../domain/facts/date.ts';
import { countBehind } from '../../domain/policy/consumer.ts';
import { listMissing } from '../../domain/policy/silence.ts';
import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { today } from '../runtime/dates.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';

const HOUR_MS = 3_600_000;
/** Enough that one which can be read is among them. */
const FIRST = 10;

/** Measures what waits, and since when: zero is well. An alarm goes by each figure, and by there being none. */
export const measureLag: ScheduledJob = async function measureLag(deps) {
  const { store, now } = deps;
  const [day, at] = [today(deps), now().toISOString()];
  const unreadable: Unreadable[] = [];
  // The consumers' head is read for whether it can be: `unreadable` counts it.
  const [overdue, work, mark, { consumers }, , setAside, audit, termsRun, signed] = await Promise.all([
    store.listDue({ limit: FIRST, before: day, inclusive: false }),
    store.listDueWork(at, { limit: FIRST }),
    unlessUnreadable(store.findPolicyMark(), unreadable),
    store.listConsumers(now()),
    unlessUnreadable(store.findConsumersHead(), unreadable),
    store.listSetAside(),
    unlessUnreadable(store.findAudit(), unreadable),
    unlessUnreadable(store.findTermsRun(), unreadable),
    unlessUnreadable(store.findSignedHead(), unreadable),
  ]);
  const dueOn = overdue.heads[0]?.nextReviewOn;
  const waitsSince = work.items[0]?.notBefore;
  const hoursSince = (instant: string | undefined) => (instant === undefined ? 0 : Math.max(0, (now().getTime() - Date.parse(instant)) / HOUR_MS));
  return {
    oldestOverdueDays: dueOn === undefined ? 0 : toDayNumber(day) - toDayNumber(dueOn),
    rescoringLateHours: hoursSince(waitsSince),
    // One that waits to be asked back is held back too, for as long as nobody asks it.
    exportWithheldHours: Math.max(hoursSince(mark?.withheld?.since), hoursSince(mark?.candidate?.since)),
    // One that has been silent for long is no consumer any more.
    consumersBehind: mark?.current ? countBehind(consumers, mark.current, at) : 0,
    consumersMissing: listMissing(deps.expectedConsumers, consumers, at).length,
    // Since the last run that ended, or since the first one began that never did.
    termsReadLateHours: hoursSince(termsRun?.finishedAt ?? termsRun?.startedAt),
    // A new checkpoint waits a minute for its witnesses; where none is asked it never waits.
    noQuorumHours: hoursSince(signed?.noQuorumSince),
    setAside: setAside.length + unreadable.length,
    brokenChains: new Set(audit?.broken.map(({ chain }) => chain)).size,
  };
};

export const handler = onSchedule(measureLag, cloudDeps());
