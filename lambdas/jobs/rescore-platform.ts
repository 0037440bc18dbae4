import type { Head } from '../../domain/record/head.ts';
import { rescore } from '../../domain/record/rescore.ts';
import type { Revision } from '../../domain/record/revision.ts';
import type { Step } from '../../domain/record/step.ts';
import { lastOf } from '../../domain/record/time-line.ts';
import { again } from '../../store/again.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';

/** Scores one platform again and records what follows from it; whether anything did. */
export function rescorePlatform(platform: string, deps: Deps): Promise<boolean> {
  return again(() => rescoreOnce(platform, deps));
}

async function rescoreOnce(platform: string, deps: Deps): Promise<boolean> {
  const { store } = deps;
  const head = await store.findHead(platform);
  // After the head: a revision approved since fails the commit, where an older one would pass for the current one.
  const revision = head && (await store.findApproved(platform, head.approved));
  if (!head || !revision) return false;
  const step = await rescoreCurrent(head, revision, deps);
  if (step.events.length === 0) return false;
  await store.commit({ from: head, ...step });
  return true;
}

/** A head of 0.1.0 may name another revision than the current one: then the score of that one is published. */
async function rescoreCurrent(head: Head, named: Revision, deps: Deps): Promise<Step> {
  const { store, now } = deps;
  const at = now().toISOString();
  const approved = head.approvals === undefined ? await store.listApproved(head.platform) : [];
  const current = lastOf(approved);
  const revision = current && current.revision !== named.revision ? await findFacts(head.platform, current, deps) : undefined;
  return revision ? rescore(head, revision, at, deps, { approved, before: named }) : rescore(head, named, at, deps);
}
