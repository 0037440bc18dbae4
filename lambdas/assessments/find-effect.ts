import type { CalendarDate } from '../../domain/facts/date.ts';
import { type Effect, effectOf, findPredecessor } from '../../domain/record/effect.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Revision } from '../../domain/record/revision.ts';
import type { ApprovedRevision } from '../../domain/record/time-line.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';

/** What the approval of a revision would change as the record stands. */
export async function findEffect(revision: Revision, head: Head, deps: Deps): Promise<Effect> {
  const { asOf } = revision.assessment;
  const approved = await findApprovedAround(head, asOf, deps);
  const predecessor = findPredecessor(head, asOf, approved);
  const before = predecessor && (await findFacts(head.platform, predecessor, deps));
  return effectOf(revision, { approved, before }, head, today(deps), deps.register);
}

/** Everything that is approved, or the current revision alone where the file is as new: no other is touched then. */
async function findApprovedAround({ platform, approved, approvals }: Head, asOf: CalendarDate, { store }: Deps): Promise<ApprovedRevision[]> {
  if (!approved) return [];
  return approvals !== undefined && approved.asOf <= asOf ? [approved] : store.listApproved(platform);
}
