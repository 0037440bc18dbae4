import * as z from 'zod';
import { Assessment } from '../domain/facts/assessment.ts';
import { isAssessment } from '../domain/facts/read-assessment.ts';
import { type DatedStatus, Revision, RevisionStatus } from '../domain/record/revision.ts';
import type { ApprovedRevision } from '../domain/record/time-line.ts';
import { currentKey, revisionKey, STATUS_PREFIX, statusKey } from './keys.ts';
import { parseStored, stored, toItem, toText } from './stored.ts';
import { demandWhole, type Found, getItem, getItems, type Item, query, type Table } from './table.ts';
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

export async function findStatus(table: Table, platform: string, revision: number): Promise<DatedStatus | undefined> {
  const status = await getItem(table, statusKey(platform, revision), readStatus);
  return status && demandWhole(await dateAll(table, [status]))[0];
}

type Undated = { readonly platform: string; readonly revision: number; readonly asOf?: string | undefined };

/** Revisions with their days: of what 0.1.0 wrote, the content alone says it. */
export async function dateAll<T extends Undated>(table: Table, statuses: readonly T[]): Promise<Found<T & { readonly asOf: string }>> {
  const undated = statuses.filter(({ asOf }) => asOf === undefined).map(({ platform, revision }) => revisionKey(platform, revision));
  const { items: contents, setAside } = undated.length === 0 ? { items: [], setAside: [] } : await getItems(table, undated, readRevision);
  const days = new Map(contents.map(({ revision, assessment }) => [revision, assessment.asOf]));
  const dated = statuses.flatMap((status) => {
    const asOf = status.asOf ?? days.get(status.revision);
    return asOf === undefined ? [] : [{ ...status, asOf }];
  });
  return { items: dated, setAside };
}

/** Everything that is approved, without its facts: a Query for each megabyte of statuses. */
export async function listApproved(table: Table, platform: string): Promise<ApprovedRevision[]> {
  const approved: RevisionStatus[] = [];
  for (let after: Item | undefined; ; ) {
    const page = await query(
      table,
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :status)',
        values: { ':pk': statusKey(platform, 0).pk, ':status': STATUS_PREFIX },
        ConsistentRead: true,
        after,
      },
      readStatus,
    );
    approved.push(...demandWhole(page).filter(({ status }) => status === 'approved'));
    if (!page.next) break;
    after = page.next;
  }
  return demandWhole(await dateAll(table, approved)).map(({ revision, hash, asOf, submittedBy, decidedBy = '', decidedAt = '', approval }) => ({
    ...{ revision, hash, asOf, submittedBy, approvedBy: decidedBy, approvedAt: decidedAt },
    ...(approval !== undefined && { approval }),
  }));
}

/** The facts of some revisions, a Query for each megabyte of all: what is not asked for is not read. */
export async function listRevisions(table: Table, platform: string, wanted: ReadonlySet<number>): Promise<Revision[]> {
  const { pk, sk } = revisionKey(platform, 0);
  const found: Revision[] = [];
  for (let after: Item | undefined; ; ) {
    const page = await query(
      table,
      { KeyConditionExpression: 'pk = :pk AND begins_with(sk, :revision)', values: { ':pk': pk, ':revision': sk.slice(0, -10) }, after },
      (item) => (wanted.has(Number(item.revision)) ? readRevision(item) : undefined),
    );
    found.push(...demandWhole(page).filter((one) => one !== undefined));
    if (!page.next) return found;
    after = page.next;
  }
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
): Promise<{ statuses: DatedStatus[]; setAside: Unreadable[]; next: number | undefined }> {
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
  const dated = await dateAll(table, items);
  return { statuses: dated.items, setAside: [...setAside, ...dated.setAside], next: next && Number(next.sk.slice(STATUS_PREFIX.length)) };
}
