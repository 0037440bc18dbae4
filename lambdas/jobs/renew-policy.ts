import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { makeRevision } from './make-revision.ts';
import { tellBehind } from './tell-behind.ts';

/** Makes a revision when one is due: a decision begins, bites or ends, scores have moved, or a day has passed. */
export const renewPolicy: ScheduledJob = async function renewPolicy(deps) {
  const mark = await deps.store.findPolicyMark();
  const isDue = !mark || Date.parse(mark.remakeAt) <= deps.now().getTime();
  const made = isDue ? await makeRevision(deps) : 'unchanged';
  const behind = await tellOthers(deps);
  return { behind, made: Number(made === 'made'), withheld: Number(made === 'withheld') };
};

/** That of the consumers nothing can be told makes the policy no older. */
async function tellOthers(deps: Deps): Promise<number> {
  const unreadable: Unreadable[] = [];
  const behind = await unlessUnreadable(tellBehind(deps), unreadable);
  for (const error of unreadable) deps.report({ job: 'renew-policy', platform: '*', attempts: 1, error });
  return behind ?? 0;
}

export const handler = onSchedule(renewPolicy, cloudDeps(withSigning));
