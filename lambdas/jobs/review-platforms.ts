import { METHOD_VERSION } from '../../domain/method.ts';
import type { Work } from '../../store/work.ts';
import { cloudDeps } from '../runtime/cloud-deps.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { nextLookAt } from '../runtime/review-acts.ts';
import { lookAgain } from './look-again.ts';

/** Platforms taken from the queue at a time. */
const BATCH = 25;

/** How long one run goes on before it leaves the rest to the next, a minute later. */
const BUDGET_MS = 45_000;

/** Pauses after failures grow from a minute to a day. */
const PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 86_400_000;

/** From this many failures in a row on, a platform is reported as stuck. */
const STUCK_ATTEMPTS = 5;

/**
 * Looks at every platform whose time has come, oldest due first: at least daily, and all at once after a new register or
 * method. Each is claimed, with the attempt counted, before it is looked at; so a crash, a second run or a poisoned
 * platform neither doubles nor skips nor holds back the others.
 */
export const reviewPlatforms: ScheduledJob = async (deps) => {
  const { store, now, register } = deps;
  const begun = performance.now();
  const calledUp = await store.callUpAll(`${METHOD_VERSION} ${register.version} ${register.hash}`, now().toISOString());
  const figures = { calledUp, looked: 0, changed: 0, failed: 0, stuck: 0 };
  while (performance.now() - begun < BUDGET_MS) {
    const due = await store.listDueWork(now().toISOString(), BATCH);
    const claimed = (await Promise.all(due.map((work) => claim(work, deps)))).filter((work) => work !== undefined);
    // Nothing due, or all of it in somebody else's hands.
    if (claimed.length === 0) break;
    for (const work of claimed) {
      figures.looked += 1;
      try {
        if (await lookAgain(work.platform, deps)) figures.changed += 1;
        await store.reschedule(work, { notBefore: nextLookAt(today(deps)), attempts: 0 });
      } catch (error) {
        figures.failed += 1;
        if (work.attempts >= STUCK_ATTEMPTS) figures.stuck += 1;
        deps.report({ job: 'review-platforms', platform: work.platform, attempts: work.attempts, error });
      }
    }
  }
  return figures;
};

/** Counts the attempt and puts the platform off before it is looked at: what fails comes back later and later. */
function claim(work: Work, { store, now }: Deps): Promise<Work | undefined> {
  const attempts = work.attempts + 1;
  const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** attempts);
  return store.reschedule(work, { notBefore: new Date(now().getTime() + pause).toISOString(), attempts });
}

export const handler = onSchedule(reviewPlatforms, cloudDeps);
