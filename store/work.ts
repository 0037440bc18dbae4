import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { ignoreConflict } from './again.ts';
import { lastLookKey, versionsKey, WORK, workKey } from './keys.ts';
import { getItem, type Item, type Key, putGuarded, query, type Table } from './table.ts';

/** When the machine looks at a platform next, and how often it has tried in vain. */
export const Work = z.object({
  platform: z.string(),
  /** Instant from which it is due. */
  notBefore: Instant,
  attempts: z.int(),
  /** The versions of method and register with which it was scored last, or for which it was queued again. */
  versions: z.string().optional(),
  version: z.int(),
});
export type Work = z.infer<typeof Work>;

export type WorkPage = { readonly items: Work[]; readonly next: Key | undefined };

export function toWorkItem(work: Work): Item {
  return { ...work, ...workKey(work.platform), workPk: WORK, workSk: `${work.notBefore}#${work.platform}` };
}

type Page = { readonly limit: number; readonly after?: Key | undefined };

/** Work that is due, oldest first: the cost is that of what is due, whatever else exists. */
export function listDueWork(table: Table, now: string, page: Page): Promise<WorkPage> {
  return listWork(table, '<=', now, page);
}

/** Work that lies ahead, soonest first. */
export function listLaterWork(table: Table, now: string, page: Page): Promise<WorkPage> {
  return listWork(table, '>', now, page);
}

function listWork(table: Table, side: '<=' | '>', now: string, { limit, after }: Page): Promise<WorkPage> {
  return query(
    table,
    {
      IndexName: 'work',
      KeyConditionExpression: `workPk = :work AND workSk ${side} :now`,
      // `~` sorts behind every platform's name, so that what is due at this very instant is included.
      values: { ':work': WORK, ':now': `${now}#~` },
      Limit: limit,
      after,
    },
    Work,
  );
}

/** Sets when the work is next due, under the version that was read; undefined when somebody else was first. */
export async function reschedule(table: Table, work: Work, next: Pick<Work, 'notBefore' | 'attempts' | 'versions'>): Promise<Work | undefined> {
  const changed: Work = { platform: work.platform, version: work.version + 1, ...next };
  return putGuarded(table, toWorkItem(changed), work.version).then(() => changed, ignoreConflict);
}

const Requeued = z.object({ versions: z.string(), version: z.int() });
export type Requeued = z.infer<typeof Requeued>;

/** The versions of method and register for which every platform has been queued again. */
export function findRequeued(table: Table): Promise<Requeued | undefined> {
  return getItem(table, versionsKey, Requeued);
}

/** Notes that all are queued again. A `Conflict` is somebody else's same note. */
export async function recordRequeued(table: Table, before: Requeued | undefined, versions: string): Promise<void> {
  const version = before?.version ?? 0;
  await putGuarded(table, { ...versionsKey, versions, version: version + 1 }, version);
}

/** The last run of the machine that looked at a platform. */
export const LastLook = z.object({ at: Instant, looked: z.int(), changed: z.int(), failed: z.int() });
export type LastLook = z.infer<typeof LastLook>;

export function findLastLook(table: Table): Promise<LastLook | undefined> {
  return getItem(table, lastLookKey, LastLook);
}

export async function recordLastLook(table: Table, { at, looked, changed, failed }: LastLook): Promise<void> {
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall({ ...lastLookKey, at, looked, changed, failed }) }));
}
