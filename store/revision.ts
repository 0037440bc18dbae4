import * as z from 'zod';
import type { Assessment } from '../domain/facts/assessment.ts';
import { readAssessment } from '../domain/facts/read-assessment.ts';
import { Revision, RevisionStatus } from '../domain/record/revision.ts';
import { currentKey, revisionKey, STATUS_PREFIX, statusKey } from './keys.ts';
import { getItem, type Item, query, type Table } from './table.ts';

/** A revision as it lies in the table, its assessment as JSON. */
export const StoredRevision = z.object({
  ...Revision.shape,
  assessment: z.string().transform((json): Assessment => readAssessment(JSON.parse(json))),
});

/** The assessment is kept as its text: small, and parsed only where it is read. */
export function toRevisionItem(revision: Revision): Item {
  return { ...revision, ...revisionKey(revision.platform, revision.revision), assessment: JSON.stringify(revision.assessment) };
}

export function toCurrentItem(revision: Revision): Item {
  return { ...toRevisionItem(revision), ...currentKey(revision.platform) };
}

export function toStatusItem(status: RevisionStatus): Item {
  return { ...status, ...statusKey(status.platform, status.revision) };
}

export function findRevision(table: Table, platform: string, revision: number): Promise<Revision | undefined> {
  return getItem(table, revisionKey(platform, revision), StoredRevision);
}

export function findStatus(table: Table, platform: string, revision: number): Promise<RevisionStatus | undefined> {
  return getItem(table, statusKey(platform, revision), RevisionStatus);
}

/** The approved revision, from the copy beside the head. */
export function findApproved(table: Table, platform: string): Promise<Revision | undefined> {
  return getItem(table, currentKey(platform), StoredRevision);
}

/** Revisions with what became of them, newest first. */
export async function listStatuses(
  table: Table,
  platform: string,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<{ statuses: RevisionStatus[]; next: number | undefined }> {
  const { items, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :status)',
      values: { ':pk': statusKey(platform, 0).pk, ':status': STATUS_PREFIX },
      ScanIndexForward: false,
      Limit: limit,
      after: before === undefined ? undefined : statusKey(platform, before),
    },
    RevisionStatus,
  );
  return { statuses: items, next: next && items.at(-1)?.revision };
}
