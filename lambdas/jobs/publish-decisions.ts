import { toShortType } from '../../domain/record/cloud-event.ts';
import type { EventType } from '../../domain/record/event.ts';
import { again } from '../../store/again.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withSigning } from '../runtime/cloud/signing.ts';
import type { Deps } from '../runtime/deps.ts';
import { type BusJob, onBus } from '../runtime/job.ts';
import { makePolicy } from './make-policy.ts';

/** What changes figures alone goes out with the next minute, so that a night of new scores makes one revision; what changes who is blocked, at once. */
const FIGURES: ReadonlySet<string> = new Set<EventType>(['score.published', 'platform.changed']);

/** Brings what the policy tools are served in line with the record, of which an event only says that it changed. */
export const publishDecisions: BusJob = async function publishDecisions({ type }, deps) {
  // First, so that a revision that cannot be made now is made by the minute in which it can.
  await again(() => markDue(deps));
  if (!FIGURES.has(toShortType(type))) await makePolicy(deps);
};

async function markDue({ store, now }: Deps): Promise<void> {
  const at = now();
  const mark = await store.findPolicyMark();
  // None yet: the next minute makes the first.
  if (!mark || Date.parse(mark.remakeAt) <= at.getTime()) return;
  const { version: _, ...standing } = mark;
  await store.setPolicyMark(mark, { ...standing, remakeAt: at.toISOString() });
}

export const handler = onBus(publishDecisions, cloudDeps(withSigning));
