import { nextRescoreAt } from '../../domain/record/review-interval.ts';
import type { Work } from '../../store/work.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withRegister } from '../runtime/cloud/register.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { requeueAll, versionsOf } from './requeue-all.ts';
import { rescorePlatform } from './rescore-platform.ts';

/** Platforms read from the queue at a time. */
const BATCH = 25;

/** How long one run goes on before it leaves the rest to the next, a minute later. */
const BUDGET_MS = 45_000;

/** Pauses after failures grow from two minutes to a day. */
const PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 86_400_000;

/** From this many failures in a row on, a platform is reported as stuck. */
const STUCK_ATTEMPTS = 5;

/**
 * Looks at every platform whose time has come, oldest due first and one after the other: at least daily, and all at once
 * after a new register or method. Each is claimed, with the attempt counted, before it is looked at; so a crash, a second
 * run or a poisoned platform neither doubles nor skips nor holds back the others.
 */
export const reviewPlatforms: ScheduledJob = async (deps) => {
  const at = deps.now().toISOString();
  const figures = await lookAtDue(deps);
  if (figures.looked > 0) await deps.store.recordLastLook({ at, ...figures });
  return figures;
};

async function lookAtDue(deps: Deps) {
  const { store, now } = deps;
  const begun = performance.now();
  const isOver = () => performance.now() - begun >= BUDGET_MS;
  const figures = { requeued: await requeueAll(deps, isOver), looked: 0, changed: 0, failed: 0, stuck: 0 };
  const at = now().toISOString();
  let after: Awaited<ReturnType<typeof store.listDueWork>>['next'];
  do {
    const { items, next } = await store.listDueWork(at, { limit: BATCH, after });
    for (const work of items) {
      if (isOver()) return figures;
      const outcome = await claimAndRescore(work, deps);
      if (outcome === 'taken') continue;
      figures.looked += 1;
      if (outcome === 'changed') figures.changed += 1;
      if (outcome === 'failed') figures.failed += 1;
      if (outcome === 'failed' && work.attempts + 1 >= STUCK_ATTEMPTS) figures.stuck += 1;
    }
    // What was claimed has left the list meanwhile; the place to go on from stands.
    after = next;
  } while (after !== undefined);
  return figures;
}

/** `taken` when somebody else was first. */
async function claimAndRescore(work: Work, deps: Deps): Promise<'taken' | 'changed' | 'unchanged' | 'failed'> {
  try {
    const claimed = await claim(work, deps);
    if (!claimed) return 'taken';
    const changed = await rescorePlatform(work.platform, deps);
    await deps.store.reschedule(claimed, { notBefore: nextRescoreAt(today(deps)), attempts: 0, versions: versionsOf(deps) });
    return changed ? 'changed' : 'unchanged';
  } catch (error) {
    deps.report({ job: 'review-platforms', platform: work.platform, attempts: work.attempts + 1, error });
    return 'failed';
  }
}

/** Counts the attempt and puts the platform off before it is looked at: what fails comes back later and later. */
function claim(work: Work, deps: Deps): Promise<Work | undefined> {
  const attempts = work.attempts + 1;
  const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** attempts);
  const notBefore = new Date(deps.now().getTime() + pause).toISOString();
  return deps.store.reschedule(work, { notBefore, attempts, versions: versionsOf(deps) });
}

export const handler = onSchedule(reviewPlatforms, cloudDeps(withRegister));
