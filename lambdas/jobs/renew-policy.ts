import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { announceBehind } from './announce-behind.ts';
import { makePolicy } from './make-policy.ts';

/** Makes a revision when one is due: a decision begins, bites or ends, scores have moved, or a day has passed. */
export const renewPolicy: ScheduledJob = async function renewPolicy(deps) {
  const mark = await deps.store.findPolicyMark();
  const isDue = !mark || Date.parse(mark.remakeAt) <= deps.now().getTime();
  const made = isDue ? await makePolicy(deps) : 'unchanged';
  const behind = await announceOrReport(deps);
  return { behind, made: Number(made === 'made'), withheld: Number(made === 'withheld') };
};

/** That nothing can be announced of the consumers does not make the policy any older. */
async function announceOrReport(deps: Deps): Promise<number> {
  const unreadable: Unreadable[] = [];
  const behind = await unlessUnreadable(announceBehind(deps), unreadable);
  for (const error of unreadable) deps.report({ job: 'renew-policy', platform: '*', attempts: 1, error });
  return behind ?? 0;
}

export const handler = onSchedule(renewPolicy, cloudDeps(withSigning));
