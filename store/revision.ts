import * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { isAssessment } from '../domain/facts/read-assessment.ts';
import type { Head } from '../domain/record/head.ts';
import { isOfHash, Revision, RevisionStatus } from '../domain/record/revision.ts';
import { Conflict } from './conflict.ts';
import { findHead } from './head.ts';
import { currentKey, revisionKey, STATUS_PREFIX, statusKey } from './keys.ts';
import { RecordBroken } from './record-broken.ts';
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
  if (!isOfHash(facts as object, revision.hash)) throw new RecordBroken(item as Item, 'its facts do not have the hash that it carries');
  return { ...revision, assessment: isAssessment(facts) ? facts : parseStored(Assessment, facts) };
}

export const readStatus = stored(RevisionStatus);

export function findRevision(table: Table, platform: string, revision: number): Promise<Revision | undefined> {
  return getItem(table, revisionKey(platform, revision), readRevision);
}

export function findStatus(table: Table, platform: string, revision: number): Promise<RevisionStatus | undefined> {
  return getItem(table, statusKey(platform, revision), readStatus);
}

/**
 * The approved revision that a head names, from the copy beside it; undefined where it names none. Throws `Conflict` when another one was
 * approved since the head was read, and `RecordBroken` when the copy is of other facts.
 */
export async function findApproved(table: Table, platform: string, approved: Head['approved']): Promise<Revision | undefined> {
  const copy = await getItem(table, currentKey(platform), readRevision);
  const isNamed = (by: Head['approved']) => copy?.revision === by?.revision && copy?.hash === by?.hash;
  if (isNamed(approved)) return copy;
  const head = await findHead(table, platform);
  if (head?.approved?.revision !== approved?.revision) throw new Conflict('another revision was approved meanwhile');
  throw new RecordBroken(currentKey(platform), 'it is not the revision that the head names as approved');
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
