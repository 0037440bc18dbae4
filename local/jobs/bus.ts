import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CloudEvent } from '../../domain/record/cloud-event.ts';
import { toShortType } from '../../domain/record/cloud-event.ts';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { type BusJob, onBus, type ScheduledJob } from '../../lambdas/runtime/job.ts';
import type { Log } from '../../lambdas/runtime/log.ts';
import { loadJob } from './load-job.ts';

export type Bus = {
  /** Hands an event over; what it wakes runs afterwards, as behind the cloud's bus. */
  send(event: CloudEvent): void;
  /** Waits for all that was woken. */
  settle(): Promise<void>;
};

export type BusOptions = {
  readonly deps: () => Deps;
  /** The folder where what had to be given up is kept. */
  readonly folder: string;
  readonly log: Pick<Log, 'error'>;
  /** Between a try and the next: Lambda waits one minute, then two. */
  readonly pauseMs?: number;
};

/** As often as Lambda tries an event that comes from the bus. */
const ATTEMPTS = 3;
const PAUSE_MS = 5_000;

type Woken = { readonly name: string; readonly run: (event: { detail: unknown }) => Promise<unknown>; readonly followers?: readonly Woken[] };

/** The jobs that follow one when it has done its work, each with tries of its own. */
async function loadFollowers(name: string, deps: () => Deps): Promise<Woken[]> {
  const following = (jobs as readonly JobEntry[]).filter(({ after = [] }) => after.includes(name));
  return Promise.all(
    following.map(async (entry) => {
      const job = await loadJob<ScheduledJob>(entry.name);
      return { name: entry.name, run: () => job(deps()) };
    }),
  );
}

/** The events that were sent out, and the jobs of the manifest that they wake: one run of each at a time. */
export async function openBus({ deps, folder, log, pauseMs = PAUSE_MS }: BusOptions): Promise<Bus> {
  const woken = await Promise.all(
    (jobs as readonly JobEntry[])
      .filter(({ on }) => on === 'bus')
      .map(async ({ name, events = [] }) => {
        const run = onBus(await loadJob<BusJob>(name), deps);
        return { name, wants: new Set<string>(events), run, followers: await loadFollowers(name, deps), turn: Promise.resolve() };
      }),
  );

  async function attempt({ name, run, followers = [] }: Woken, event: CloudEvent): Promise<void> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        // Once through JSON, as everything that crosses the bus.
        await run({ detail: JSON.parse(JSON.stringify(event)) });
        for (const follower of followers) await attempt(follower, event);
        return;
      } catch (error) {
        log.error(JSON.stringify({ level: 'error', job: name, error: error instanceof Error ? error.name : 'unknown', event: event.id }));
        if (attempts === ATTEMPTS) break;
        await delay(pauseMs);
      }
    }
    appendFileSync(join(folder, 'dead-letters.jsonl'), `${JSON.stringify({ job: name, event: event.id, subject: event.subject })}\n`, {
      mode: 0o600,
    });
  }

  return {
    send(event) {
      for (const job of woken) if (job.wants.has(toShortType(event.type))) job.turn = job.turn.then(() => attempt(job, event));
    },
    async settle() {
      await Promise.all(woken.map(({ turn }) => turn));
    },
  };
}
