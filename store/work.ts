import { z } from 'zod';
import { Conflict } from './conflict.ts';
import { versionsKey, WORK, workKey } from './keys.ts';
import { getItem, type Item, query, type Table, transact } from './table.ts';

/** When the machine looks at a platform next, and how often it has tried in vain. */
export const Work = z.object({
  platform: z.string(),
  /** Instant from which it is due. */
  notBefore: z.iso.datetime(),
  attempts: z.int(),
  version: z.int(),
});
export type Work = z.infer<typeof Work>;

export function toWorkItem(work: Work): Item {
  return { ...work, ...workKey(work.platform), workPk: WORK, workSk: `${work.notBefore}#${work.platform}` };
}

/** Work that is due, oldest first: the cost is that of what is due, whatever else exists. */
export async function listDueWork(table: Table, now: string, limit: number): Promise<Work[]> {
  const { items } = await query(
    table,
    {
      IndexName: 'work',
      KeyConditionExpression: 'workPk = :work AND workSk <= :now',
      // `~` sorts behind every platform's name, so that what is due at this very instant is included.
      values: { ':work': WORK, ':now': `${now}#~` },
      Limit: limit,
    },
    Work,
  );
  return items;
}

/** Sets when the work is next due, under the version that was read; false when somebody else was first. */
export async function reschedule(table: Table, work: Work, next: Pick<Work, 'notBefore' | 'attempts'>): Promise<Work | undefined> {
  const changed: Work = { platform: work.platform, version: work.version + 1, ...next };
  try {
    await transact(table, [{ guard: toWorkItem(changed), version: work.version }]);
    return changed;
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

const Versions = z.object({ versions: z.string(), version: z.int() });

/**
 * Calls up every platform at once when method or register are not those for which it was last done. It can be broken off
 * and goes on where it stopped: what has been called up is no longer in the future.
 */
export async function callUpAll(table: Table, versions: string, now: string): Promise<number> {
  const before = await getItem(table, versionsKey, Versions);
  if (before?.versions === versions) return 0;
  let called = 0;
  for (;;) {
    const { items } = await query(
      table,
      { IndexName: 'work', KeyConditionExpression: 'workPk = :work AND workSk > :now', values: { ':work': WORK, ':now': `${now}#~` }, Limit: 100 },
      Work,
    );
    if (items.length === 0) break;
    for (const work of items) if (await reschedule(table, work, { notBefore: now, attempts: work.attempts })) called += 1;
  }
  await noteVersions(table, versions, before?.version ?? 0);
  return called;
}

/** Another run that was faster has noted the same. */
async function noteVersions(table: Table, versions: string, version: number): Promise<void> {
  try {
    await transact(table, [{ guard: { ...versionsKey, versions, version: version + 1 }, version }]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
