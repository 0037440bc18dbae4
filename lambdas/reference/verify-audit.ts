import * as z from 'zod';
import { Day, Instant } from '../../domain/facts/date.ts';
import { detail } from '../../domain/facts/detail.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import { BREAK_KINDS } from '../../domain/record/chain-reading.ts';
import { auditArchive } from '../runtime/audit-archive.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, sealCursor } from '../runtime/page.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { verifyAll, verifyFrom } from '../runtime/verify-record.ts';

const MOST_BREAKS = 100;
/** Checkpoints whose bytes are read for an answer: those of a year. The night's verification reads all. */
const MOST_READ = 366;

const Count = z.int().min(0);

const BrokenItem = z
  .strictObject({
    chain: z.string().meta({
      description: 'The platform whose record it is; `checkpoints` for a document of the archive, `tree` for what lies beside the chains.',
      example: 'tiktok',
    }),
    item: z.string().meta({ description: 'The sort key of the item, or the name of the document.', example: 'SCORE#scr_01J8ZQ' }),
    fault: z.enum(BREAK_KINDS).meta({ example: 'changed' }),
    detail: z.string().meta({ example: 'its content is not what EVENT#0000000003 names' }),
  })
  .meta({ id: 'BrokenItem', description: 'A place where the record is not as its events say.' });

const AuditReport = z
  .strictObject({
    intact: z.boolean().meta({ description: 'Whether all that this answer looked at is as it was written.' }),
    chains: Count.meta({ description: 'How many chains it looked at.', example: 12 }),
    events: Count.meta({ description: 'How many events it recomputed.', example: 431 }),
    items: Count.meta({ description: 'How many other items it held against them.', example: 702 }),
    leaves: Count.meta({
      description: 'How many leaves of the tree it held against feed and chains: behind the last chain, and not where one platform is asked for.',
      example: 431,
    }),
    checkpoint: z
      .strictObject({
        day: Day,
        size: Count.nullable().meta({
          description: 'How many leaves of the tree were signed; null: of before there was a tree, when the ends of all chains were signed each day.',
          example: 431,
        }),
      })
      .nullable()
      .meta({
        description: 'The largest signed checkpoint out of the table, which shows a record that was cut off or rewritten; null: there is none yet.',
      }),
    archive: z
      .strictObject({
        checkpoints: Count.meta({
          description: 'Checkpoints that events name, and that must be in the archive with the bytes that they had.',
          example: 210,
        }),
        begun: z
          .strictObject({
            event: z.string().meta({ description: 'The event `archive.begun`.', example: 'EVENT#0000000043' }),
            at: Instant,
            by: z.string().meta({ description: 'Who says so.', example: 'operator' }),
            reason: z.string().meta({ example: 'Restored from the backup of 2026-11-22.' }),
            before: Count.meta({ description: 'Checkpoints that events before it name: they are not held here.', example: 180 }),
          })
          .nullable()
          .meta({ description: 'Where the archive was begun anew, the last time; null: all that was ever taken must be there.' }),
      })
      .meta({ description: 'From where on checkpoints are held.' }),
    broken: z.array(BrokenItem).meta({ description: `What is broken, the first broken link of each chain first; at most ${MOST_BREAKS}.` }),
    older: z
      .array(
        z.strictObject({
          chain: z.string().meta({ example: 'tiktok' }),
          begins: z.string().nullable().meta({ description: 'From this event on; null: none does yet.', example: 'EVENT#0000000042' }),
        }),
      )
      .meta({ description: 'Chains that version 0.1.0 began, and the event from which on each change also says what it found.' }),
    repaired: z
      .array(
        z.strictObject({
          chain: z.string().meta({ example: 'tiktok' }),
          event: z.string().meta({ description: 'The event `record.repaired`.', example: 'EVENT#0000000043' }),
          at: Instant,
          by: z.tuple([z.string(), z.string()]).meta({ description: 'Who proposed and who confirmed it.', example: ['auditor', 'auditor-2'] }),
          items: z.array(z.string()).meta({ description: 'What was made anew; a break of these before it is no longer named.', example: ['HEAD'] }),
        }),
      )
      .meta({ description: 'Where two people have made broken items anew from the events.' }),
    brokenCount: Count.meta({ description: 'How much is broken, listed or not.' }),
    nextCursor: z.string().nullable().meta({ description: 'Where to go on; null: everything was looked at.' }),
  })
  .meta({ id: 'AuditReport', description: 'The record, recomputed.' });

const Query = z.strictObject({
  ...PageQuery,
  platform: PlatformId.optional().meta({ description: 'Only the record of this one.', example: 'tiktok' }),
});

export const verifyAudit = operation({
  query: Query,
  reply: { 200: AuditReport },
  async run({ query: { platform, limit, cursor } }, deps) {
    const list = `audit ${platform ?? ''}`;
    const from = await openCursor(cursor, list, deps);
    const checkpoint = await auditArchive(deps, MOST_READ);
    const report =
      platform === undefined
        ? await verifyFrom(from, { limit, checkpoint }, deps)
        : await verifyAll([platform], { checkpoint, after: from?.split(' ')[1] }, deps);
    if (platform !== undefined && report.isNowhere) throw new Problem('not-found', detail('no-platform', { platform }));
    const { place } = report;
    const { tree, ends, archived } = checkpoint;
    return ok({
      intact: report.broken.length === 0,
      chains: report.chains,
      events: report.events,
      items: report.items,
      leaves: report.leaves,
      checkpoint: tree ? { day: tree.day, size: tree.size } : ends ? { day: ends.day, size: null } : null,
      archive: { checkpoints: archived.documents.size, begun: archived.begun ?? null },
      broken: report.broken.slice(0, MOST_BREAKS),
      brokenCount: report.broken.length,
      older: report.older,
      repaired: report.repaired.map(({ by, items, ...one }) => ({ ...one, by: [...by], items: [...items] })),
      nextCursor: place === undefined ? null : await sealCursor(place, list, deps),
    });
  },
});
