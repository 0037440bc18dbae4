import { Conflict } from '../../store/conflict.ts';
import { Unreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { moveDecisions as move } from '../runtime/decision-acts.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';

/** The subject that acts when nobody does. */
const MACHINE = 'whereabouts';
const BATCH = 25;
const RETRIES = 5;

/** Records decisions that have become effective or have expired, longest due first. A platform that fails holds back no other. */
export const moveDecisions: ScheduledJob = async function moveDecisions(deps) {
  const { store, now, report } = deps;
  const figures = { looked: 0, moved: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const { platforms, next } = await store.listDueMoves({ now: now().toISOString(), limit: BATCH, after });
    for (const platform of platforms) {
      figures.looked += 1;
      try {
        if (await movePlatform(platform, deps)) figures.moved += 1;
      } catch (error) {
        figures.failed += 1;
        report({ job: 'move-decisions', platform, attempts: RETRIES, error });
        if (error instanceof Unreadable) await store.noteSetAside([error], now().toISOString());
      }
    }
    if (next === undefined) break;
    after = next;
  }
  return figures;
};

async function movePlatform(platform: string, deps: Deps): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const head = await deps.store.findHead(platform);
      if (!head) return false;
      const at = deps.now().toISOString();
      const { to, events } = move({ ...head, changedAt: at }, { by: MACHINE, at }, deps);
      const [first, ...others] = events;
      if (!first) return false;
      await deps.store.commit({ from: head, to, events: [first, ...others] });
      return true;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === RETRIES) throw error;
    }
  }
}

export const handler = onSchedule(moveDecisions, cloudDeps());
