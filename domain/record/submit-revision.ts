import type { Assessment } from '../facts/assessment.ts';
import { detail } from '../facts/detail.ts';
import { hashOf } from '../facts/hash.ts';
import type { Anchor } from '../vault/anchor.ts';
import { type Head, listWaiting, withWaiting } from './head.ts';
import { Refusal } from './refusal.ts';
import type { DatedStatus } from './revision.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** So many may wait at a time, each of a day of its own: the head carries them. */
const MOST_WAITING = 50;

/** Seals an assessment as the platform's next revision, which waits for a second person; of each day one waits at a time. */
export function submitRevision(
  head: Head,
  assessment: Assessment,
  actor: Actor,
  means: Pick<Means, 'newId'>,
  anchors: readonly Anchor[] = [],
): Step & { readonly status: DatedStatus } {
  const { platform } = head;
  const { asOf } = assessment;
  const standing = listWaiting(head);
  // What 0.1.0 left waiting is of a day that its head does not say.
  const sameDay = standing.find((one) => one.asOf === undefined || one.asOf === asOf);
  if (sameDay) {
    const address = `/v1/platforms/${platform}/assessments/${sameDay.revision}`;
    throw new Refusal(
      'assessment-pending',
      detail('revision-waits', { revision: sameDay.revision, ...(sameDay.asOf !== undefined && { asOf: sameDay.asOf }), address }),
    );
  }
  if (standing.length >= MOST_WAITING) throw new Refusal('assessment-pending', detail('revisions-wait', { platform, count: standing.length }));
  const revision = head.latestRevision + 1;
  const hash = hashOf(assessment);
  const sealed = { platform, revision, hash, submittedBy: actor.by, submittedAt: actor.at };
  const status: DatedStatus = { ...sealed, asOf, status: 'submitted' };
  const { platform: _, ...waiting } = sealed;
  return {
    status,
    to: withWaiting({ ...head, changedAt: actor.at, latestRevision: revision }, [...standing, { ...waiting, asOf }]),
    record: [
      { kind: 'revision', value: { ...sealed, assessment } },
      { kind: 'status', value: status },
      ...(anchors.length > 0 ? [{ kind: 'anchors' as const, value: { platform, revision, anchors: [...anchors] } }] : []),
    ],
    events: [draftEvent('assessment.submitted', { revision, hash, asOf }, actor, means)],
  };
}
