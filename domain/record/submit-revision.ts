import type { Assessment } from '../facts/assessment.ts';
import { hashOf } from '../facts/hash.ts';
import type { Head } from './head.ts';
import { Refusal } from './refusal.ts';
import type { RevisionStatus } from './revision.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** Seals an assessment as the platform's next revision, which waits for a second person; one waits at a time. */
export function submitRevision(
  head: Head,
  assessment: Assessment,
  actor: Actor,
  means: Pick<Means, 'newId'>,
): Step & { readonly status: RevisionStatus } {
  const { platform, pending } = head;
  if (pending)
    throw new Refusal(
      'assessment-pending',
      `revision ${pending.revision} waits for its verdict: /v1/platforms/${platform}/assessments/${pending.revision}`,
    );
  const revision = head.latestRevision + 1;
  const hash = hashOf(assessment);
  const sealed = { platform, revision, hash, submittedBy: actor.by, submittedAt: actor.at };
  const status: RevisionStatus = { ...sealed, status: 'submitted' };
  const { platform: _, ...waiting } = sealed;
  return {
    status,
    to: { ...head, changedAt: actor.at, latestRevision: revision, pending: waiting },
    record: [
      { kind: 'revision', value: { ...sealed, assessment } },
      { kind: 'status', value: status },
    ],
    events: [draftEvent('assessment.submitted', { revision, hash }, actor, means)],
  };
}
