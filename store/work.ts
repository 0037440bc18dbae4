import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { ignoreConflict } from './again.ts';
import { lastLookKey, versionsKey, WORK, workKey } from './keys.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Item, type Key, putGuarded, query, type Slice, type Table } from './table.ts';
import { carryOn } from '../domain/record/unknown-members.ts';

/** When the machine looks at a platform next, and how often it has tried in vain. */
export const Work = z.strictObject({
  platform: z.string(),
  /** Instant from which it is due. */
  notBefore: Instant,
  attempts: z.int(),
  /** The versions of method and register with which it was scored last, or for which it was queued again. */
  versions: z.string().optional(),
  version: z.int(),
});
export type Work = z.infer<typeof Work>;

export const readWork = stored(Work);

export function toWorkItem(work: Work): Item {
  return toItem(Work, work, { ...workKey(work.platform), workPk: WORK, workSk: `${work.notBefore}#${work.platform}` });
}

type Page = { readonly limit: number; readonly after?: Key | undefined };

/** Work that is due, oldest first: the cost is that of what is due, whatever else exists. */
export function listDueWork(table: Table, now: string, page: Page): Promise<Slice<Work>> {
  return listWork(table, '<=', now, page);
}

/** Work that lies ahead, soonest first. */
export function listLaterWork(table: Table, now: string, page: Page): Promise<Slice<Work>> {
  return listWork(table, '>', now, page);
}

function listWork(table: Table, side: '<=' | '>', now: string, { limit, after }: Page): Promise<Slice<Work>> {
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
    readWork,
  );
}

/** Sets when the work is next due, under the version that was read; undefined when somebody else was first. */
export async function reschedule(table: Table, work: Work, next: Pick<Work, 'notBefore' | 'attempts' | 'versions'>): Promise<Work | undefined> {
  const changed: Work = carryOn(work, { platform: work.platform, version: work.version + 1, ...next });
  return putGuarded(table, toWorkItem(changed), work.version).then(() => changed, ignoreConflict);
}

const Requeued = z.strictObject({ versions: z.string(), version: z.int() });
export type Requeued = z.infer<typeof Requeued>;

/** The versions of method and register for which every platform has been queued again. */
export function findRequeued(table: Table): Promise<Requeued | undefined> {
  return getItem(table, versionsKey, stored(Requeued));
}

/** Notes that all are queued again. A `Conflict` is somebody else's same note. */
export async function recordRequeued(table: Table, before: Requeued | undefined, versions: string): Promise<void> {
  const version = before?.version ?? 0;
  await putGuarded(table, toItem(Requeued, carryOn(before, { versions, version: version + 1 }), versionsKey), version);
}

/** The last run of the machine that looked at a platform. */
export const LastLook = z.strictObject({ at: Instant, looked: z.int(), changed: z.int(), failed: z.int() });
export type LastLook = z.infer<typeof LastLook>;

export function findLastLook(table: Table): Promise<LastLook | undefined> {
  return getItem(table, lastLookKey, stored(LastLook));
}

export async function recordLastLook(table: Table, { at, looked, changed, failed }: LastLook): Promise<void> {
  const item = toItem(LastLook, { at, looked, changed, failed }, lastLookKey);
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }));
}
