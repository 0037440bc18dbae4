import { advanceDecisions as advance } from '../../domain/record/advance-decisions.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { again } from '../../store/again.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';

const BATCH = 25;

/** Records decisions that have become effective or have expired, longest due first. A platform that fails holds back no other. */
export const advanceDecisions: ScheduledJob = async function advanceDecisions(deps) {
  const { store, now, report } = deps;
  const figures = { looked: 0, moved: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const { platforms, next } = await store.listDueDecisions({ now: now().toISOString(), limit: BATCH, after });
    for (const platform of platforms) {
      figures.looked += 1;
      try {
        if (await again(() => advancePlatform(platform, deps))) figures.moved += 1;
      } catch (error) {
        figures.failed += 1;
        report({ job: 'advance-decisions', platform, attempts: 1, error });
      }
    }
    if (next === undefined) break;
    after = next;
  }
  return figures;
};

async function advancePlatform(platform: string, deps: Deps): Promise<boolean> {
  const head = await deps.store.findHead(platform);
  if (!head) return false;
  const at = deps.now().toISOString();
  const step = advance({ ...head, changedAt: at }, { by: MACHINE, at }, deps);
  if (step.events.length === 0) return false;
  await deps.store.commit({ from: head, ...step });
  return true;
}

export const handler = onSchedule(advanceDecisions, cloudDeps());
