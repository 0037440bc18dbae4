import assert from 'node:assert/strict';
import { addDays } from '../../domain/facts/date.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import type { Service } from '../started-service.ts';
import { dieAt, failNowAndThen, poison } from './failing-store.ts';
import type { Random } from './random.ts';
import type { Tally } from './tally.ts';

/** Minutes after the first run at which the job runs until the night's work is done; pauses after failures double from two minutes on. */
const ROUNDS = [0, 1, 3, 6, 12, 30, 60, 120, 240, 360, 520];
const CALM_FROM = 8;

type Night = {
  readonly service: Service;
  readonly random: Random;
  readonly tally: Tally;
  readonly day: string;
  /** When the job runs first, as in `00:05`. */
  readonly from: string;
  readonly platforms: number;
  readonly poisoned: ReadonlySet<string>;
  readonly excused: ReadonlySet<string>;
};

/** The job as its schedule would run it, until nothing is left for today; on some nights it dies, fails or runs twice at once. */
export async function runNight({ service, random, tally, day, from, platforms, poisoned, excused }: Night): Promise<void> {
  const { deps } = service;
  const isWild = random.chance(0.25);
  const isTwice = random.chance(0.1);
  const under = (store: Deps['store']): Deps => ({ ...deps, store: poisoned.size > 0 ? poison(store, poisoned) : store });
  for (const [round, minutes] of ROUNDS.entries()) {
    service.setNow(new Date(Date.parse(`${day}T${from}:00.000Z`) + minutes * 60_000).toISOString());
    const isRough = isWild && round < CALM_FROM && random.chance(0.7);
    if (isRough && random.chance(0.6)) {
      const { store, isDead } = dieAt(deps.store, random.whole(1, 4 * platforms + 5), random.pick(['before', 'after'] as const));
      await reviewPlatforms(under(store)).catch(() => {});
      tally.count(isDead() ? 'runs that died' : 'runs');
    } else if (isRough) {
      await reviewPlatforms(under(failNowAndThen(deps.store, random, 0.02))).catch(() => tally.count('runs that failed'));
      tally.count('runs with calls that failed now and then');
    } else if (isTwice) {
      await Promise.all([reviewPlatforms(under(deps.store)), reviewPlatforms(under(deps.store))]);
      tally.count('runs twice at the same moment');
    } else {
      await reviewPlatforms(under(deps.store));
      tally.count('runs');
    }
    if (await isDone()) return;
  }
  assert.fail(`${day}: the night's work was not done after ${ROUNDS.length} rounds`);

  /** All that is not poisoned has been looked at, and lies ahead for tomorrow. */
  async function isDone(): Promise<boolean> {
    const all = await deps.store.listLaterWork('2000-01-01T00:00:00.000Z', { limit: 1000 });
    const tomorrow = addDays(day, 1);
    return all.items.every(({ platform, notBefore }) => notBefore >= tomorrow || poisoned.has(platform) || excused.has(platform));
  }
}
