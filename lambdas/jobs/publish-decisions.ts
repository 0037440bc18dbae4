import { z } from 'zod';
import { Conflict } from '../../store/conflict.ts';
import { cloudDeps } from '../runtime/cloud-deps.ts';
import { withSigning } from '../runtime/cloud-signing.ts';
import type { Deps } from '../runtime/deps.ts';
import { onStream, type StreamJob } from '../runtime/job.ts';
import { makeRevision } from './make-revision.ts';

const Image = z.object({ type: z.object({ S: z.string() }) });

/** What changes who is blocked goes out at once. */
const AT_ONCE = new Set(['decision.approved', 'decision.effective', 'decision.revoked', 'decision.expired']);
/** What changes figures alone goes out with the next minute, so that a night of new scores makes one revision. */
const SOON = new Set(['score.published', 'platform.changed']);

const RETRIES = 5;

/** Brings what the policy tools are served in line with an event of the record. */
export const publishDecisions: StreamJob = async function publishDecisions({ eventName, dynamodb }, deps) {
  if (eventName !== 'INSERT') return;
  const { type } = Image.parse(dynamodb?.NewImage);
  if (AT_ONCE.has(type.S)) await makeRevision(deps);
  else if (SOON.has(type.S)) await hasten(deps);
};

async function hasten({ store, now }: Deps): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const at = now();
    const mark = await store.findPolicyMark();
    // None yet: the next minute makes the first.
    if (!mark || Date.parse(mark.remakeAt) <= at.getTime()) return;
    try {
      const { version: _, ...standing } = mark;
      return await store.movePolicyMark(mark, { ...standing, remakeAt: at.toISOString() });
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === RETRIES) throw error;
    }
  }
}

export const handler = onStream(publishDecisions, cloudDeps(withSigning));
