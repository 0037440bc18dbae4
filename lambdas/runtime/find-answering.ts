import type { CalendarDate } from '../../domain/facts/date.ts';
import { detail } from '../../domain/facts/detail.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Revision } from '../../domain/record/revision.ts';
import { type Answering, type ApprovedRevision, answerByHead, answerFor } from '../../domain/record/time-line.ts';
import type { Deps } from './deps.ts';
import { findFacts } from './find-facts.ts';
import { Problem } from './problem.ts';

/** The revision that answers for a day, with its facts. */
export type AnsweringRevision = Answering<ApprovedRevision> & { readonly revision: Revision };

/** Finds the revision that answers for a day: for most days the head says it, for earlier ones all that is approved. */
export async function findAnswering(head: Head, day: CalendarDate, deps: Pick<Deps, 'store'>): Promise<AnsweringRevision> {
  const { platform } = head;
  const answering = answerByHead(head, day) ?? (head.approved && answerFor(day, await deps.store.listApproved(platform)));
  const revision = answering && (await findFacts(platform, answering.approved, deps));
  if (!answering || !revision) throw new Problem('not-assessed', detail('not-assessed', { platform }));
  return { ...answering, revision };
}

/** How a score names the revision that answered. */
export function toAssessment({ approved: { revision, hash, asOf }, noneThatEarly }: Answering<ApprovedRevision>) {
  return { revision, hash, asOf, ...(noneThatEarly && { noneThatEarly }) };
}
