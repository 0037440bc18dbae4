import * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { isAssessment } from '../domain/facts/read-assessment.ts';
import { Revision, RevisionStatus } from '../domain/record/revision.ts';
import { currentKey, revisionKey, STATUS_PREFIX, statusKey } from './keys.ts';
import { parseStored, stored, toItem, toText } from './stored.ts';
import { getItem, type Item, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** A revision as it lies in the table, its assessment as JSON. */
export const RevisionItem = z.strictObject({ ...Revision.shape, assessment: z.string() });

export function toRevisionItem(revision: Revision): Item {
  return toItem(RevisionItem, { ...revision, assessment: toText(revision.assessment) }, revisionKey(revision.platform, revision.revision));
}

export function toCurrentItem(revision: Revision): Item {
  return { ...toRevisionItem(revision), ...currentKey(revision.platform) };
}

export function toStatusItem(status: RevisionStatus): Item {
  return toItem(RevisionStatus, status, statusKey(status.platform, status.revision));
}

export function readRevision(item: Readonly<Record<string, unknown>>): Revision {
  const { assessment, ...revision } = stored(RevisionItem)(item);
  const facts: unknown = JSON.parse(assessment);
  return { ...revision, assessment: isAssessment(facts) ? facts : parseStored(Assessment, facts) };
}

export const readStatus = stored(RevisionStatus);

export function findRevision(table: Table, platform: string, revision: number): Promise<Revision | undefined> {
  return getItem(table, revisionKey(platform, revision), readRevision);
}

export function findStatus(table: Table, platform: string, revision: number): Promise<RevisionStatus | undefined> {
  return getItem(table, statusKey(platform, revision), readStatus);
}

/** The approved revision, from the copy beside the head. */
export function findApproved(table: Table, platform: string): Promise<Revision | undefined> {
  return getItem(table, currentKey(platform), readRevision);
}

/** Revisions with what became of them, newest first. */
export async function listStatuses(
  table: Table,
  platform: string,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<{ statuses: RevisionStatus[]; setAside: Unreadable[]; next: number | undefined }> {
  const { items, setAside, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :status)',
      values: { ':pk': statusKey(platform, 0).pk, ':status': STATUS_PREFIX },
      ScanIndexForward: false,
      Limit: limit,
      after: before === undefined ? undefined : statusKey(platform, before),
    },
    readStatus,
  );
  return { statuses: items, setAside, next: next && Number(next.sk.slice(STATUS_PREFIX.length)) };
}
