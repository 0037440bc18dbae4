import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../../lambdas/runtime/job.ts';
import type { Log } from '../../lambdas/runtime/log.ts';
import { findText, writeWhole } from '../data-folder.ts';
import type { Clock } from './clock.ts';
import { loadJob } from './load-job.ts';
import { findLastDue } from './schedule.ts';

/** `ofNow`: run once in a move of the clock, at its end. */
export type Timetable = readonly { readonly name: string; readonly on: string; readonly ofNow?: boolean; readonly run: () => Promise<void> }[];

const DAY_MS = 86_400_000;
const TICK_MS = 5_000;
const Stored = z.strictObject({ through: Instant });

/** The jobs of the manifest that run on a schedule, as the cloud's functions over local dependencies. */
export async function loadTimetable(deps: Deps, log: Log): Promise<Timetable> {
  const scheduled = (jobs as readonly JobEntry[]).filter(({ on }) => on !== 'stream' && on !== 'bus');
  return Promise.all(
    scheduled.map(async ({ name, on, ofNow = false }) => ({ name, on, ofNow, run: onSchedule(await loadJob<ScheduledJob>(name), () => deps, log) })),
  );
}

/** Runs jobs when they fall due by the clock of this instance, one at a time; a failure is logged and the job waits for its next time. */
export function openScheduledJobs({ clock, file, timetable, log }: { clock: Clock; file: string; timetable: Timetable; log: Pick<Log, 'error'> }) {
  let through = new Date(readThrough(file) ?? clock.now());
  let turn = Promise.resolve();
  let isOver = false;
  const inTurn = (act: () => Promise<void>) => {
    turn = turn.then(act);
    return turn;
  };
  const settle = (instant: Date) => {
    through = instant;
    writeWhole(file, JSON.stringify({ through: through.toISOString() }));
  };
  const runOne = async ({ name, run }: Timetable[number]) => {
    try {
      await run();
    } catch (error) {
      log.error(JSON.stringify({ level: 'error', job: name, error: error instanceof Error ? error.message : 'unknown' }));
    }
  };
  const dueBetween = (after: Date, until: Date, among = timetable) =>
    among
      .flatMap((job) => {
        const at = findLastDue(job.on, after, until);
        return at ? [{ job, at }] : [];
      })
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  const [ofNow, dated] = [timetable.filter((job) => job.ofNow), timetable.filter((job) => !job.ofNow)];

  /** What fell due since, once each, however often: by the clock as it stands, since the past is over. */
  const runDue = async () => {
    const now = clock.now();
    const due = dueBetween(through, now);
    for (const { job } of due) {
      if (isOver) return;
      await runOne(job);
    }
    if (due.length > 0) settle(now);
  };

  settle(through);
  return {
    runDue: () => inTurn(runDue),
    /**
     * Moves the clock, and stops on the way for what falls due: on each day once for every job, at its last time of that day; at the end
     * once for each that looks at what is there.
     */
    passTo: (goal: Date) =>
      inTurn(async () => {
        await runDue();
        const begun = clock.now();
        for (let from = begun; from < goal && !isOver; ) {
          const until = new Date(Math.min(goal.getTime(), (Math.floor((from.getTime() + 1) / DAY_MS) + 1) * DAY_MS - 1));
          const due = dueBetween(from, until, dated);
          for (const { job, at } of due) {
            // What is left of this day is caught up at the next start.
            if (isOver) return;
            clock.moveTo(at, due.at(-1)?.at);
            await runOne(job);
          }
          if (until >= goal) {
            clock.moveTo(goal);
            // In the order of the manifest: what goes out of the table is signed before.
            for (const job of ofNow.filter(({ on }) => findLastDue(on, begun, goal))) {
              if (isOver) return;
              await runOne(job);
            }
          }
          from = until;
          settle(until);
        }
      }),
    /** Stops a move of the clock after the job under way. */
    end: () => {
      isOver = true;
    },
  };
}

/** Keeps looking for what is due while local mode runs; the end waits for a job under way. */
export function startScheduledJobs({ runDue }: { runDue: () => Promise<void> }): () => Promise<void> {
  const ended = new AbortController();
  const looking = (async () => {
    while (!ended.signal.aborted) {
      await runDue();
      await delay(TICK_MS, undefined, { signal: ended.signal }).catch(() => {});
    }
  })();
  return async () => {
    ended.abort();
    await looking;
  };
}

/** A file that cannot be read counts as none: then what fell due before is not caught up. */
function readThrough(file: string): string | undefined {
  try {
    return Stored.parse(JSON.parse(findText(file) ?? '')).through;
  } catch {
    return undefined;
  }
}
