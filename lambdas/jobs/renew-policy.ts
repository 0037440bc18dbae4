import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { announceBehind } from './announce-behind.ts';
import { makePolicy } from './make-policy.ts';

/** Makes a revision when one is due: a decision begins, bites or ends, scores have moved, or a day has passed. */
export const renewPolicy: ScheduledJob = async function renewPolicy(deps) {
  const mark = await deps.store.findPolicyMark();
  const isDue = !mark || Date.parse(mark.remakeAt) <= deps.now().getTime();
  const made = isDue ? await makePolicy(deps) : 'unchanged';
  const behind = await announceBehind(deps);
  return { behind, made: Number(made === 'made'), withheld: Number(made === 'withheld') };
};

export const handler = onSchedule(renewPolicy, cloudDeps(withSigning));
