import { rescore } from '../../domain/record/rescore.ts';
import { again } from '../../store/again.ts';
import type { Deps } from '../runtime/deps.ts';

/** Scores one platform again and records what follows from it; whether anything did. */
export function rescorePlatform(platform: string, deps: Deps): Promise<boolean> {
  return again(() => rescoreOnce(platform, deps));
}

async function rescoreOnce(platform: string, deps: Deps): Promise<boolean> {
  const { store, now } = deps;
  const head = await store.findHead(platform);
  // After the head: a revision approved since fails the commit, where an older one would pass for the current one.
  const revision = head && (await store.findApproved(platform, head.approved));
  if (!head || !revision) return false;
  const step = rescore(head, revision, now().toISOString(), deps);
  if (step.events.length === 0) return false;
  await store.commit({ from: head, ...step });
  return true;
}
