import * as z from 'zod';
import { Day, Instant, toDayNumber } from '../../domain/facts/date.ts';
import { today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

/** How much of the queue is counted: beyond it is a backlog, whatever its length. */
const MOST = 100;

const Count = z.int().min(0);

const Status = z
  .strictObject({
    oldestOverdue: z
      .strictObject({
        platform: z.string().meta({ example: 'tiktok' }),
        dueOn: Day,
        days: z.int().min(1).meta({ description: 'Days since then.', example: 12 }),
      })
      .nullable()
      .meta({ description: 'The review that has been overdue longest; null: none is.' }),
    lastRescoring: z.strictObject({ at: Instant, looked: Count, changed: Count, failed: Count }).nullable().meta({
      description: 'The last run that looked at a platform again: at how many, how many moved, how many failed. It is to be no older than a day.',
    }),
    queue: z
      .strictObject({
        due: Count.meta({ description: `Platforms that wait for the machine now; ${MOST}: so many or more.`, example: 0 }),
        since: Instant.nullable().meta({ description: 'Since when the first of them waits.' }),
      })
      .meta({ description: 'What the machine has to look at again.' }),
    lastExport: z
      .strictObject({
        revision: z.string().meta({ example: '000412-9f86d081' }),
        dataAsOf: Instant,
        freshUntil: Instant,
        isStale: z.boolean().meta({ description: 'Whether its time is over, so that policy tools go by what is out of date.' }),
      })
      .nullable()
      .meta({ description: 'The policy revision that is served; null before the first.' }),
    withheld: z
      .strictObject({ since: Instant, reason: z.string() })
      .nullable()
      .meta({ description: 'Why the revision that should stand is held back.' }),
  })
  .meta({ id: 'Status', description: 'How the machine keeps up.' });

export const getStatus = operation({
  reply: { 200: Status },
  async run(_, deps) {
    const { store, now } = deps;
    const [day, at] = [today(deps), now().toISOString()];
    const [overdue, look, work, mark] = await Promise.all([
      store.listDue({ limit: 1, before: day, inclusive: false }),
      store.findLastLook(),
      store.listDueWork(at, { limit: MOST }),
      store.findPolicyMark(),
    ]);
    const [oldest] = overdue.heads;
    const { current, withheld } = mark ?? {};
    return ok({
      oldestOverdue: oldest?.nextReviewOn
        ? { platform: oldest.platform, dueOn: oldest.nextReviewOn, days: toDayNumber(day) - toDayNumber(oldest.nextReviewOn) }
        : null,
      lastRescoring: look ?? null,
      queue: { due: work.items.length, since: work.items[0]?.notBefore ?? null },
      lastExport: current
        ? { revision: current.revision, dataAsOf: current.dataAsOf, freshUntil: current.freshUntil, isStale: current.freshUntil <= at }
        : null,
      withheld: withheld ? { since: withheld.since, reason: withheld.reason } : null,
    });
  },
});
