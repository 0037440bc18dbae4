import * as z from 'zod';
import { Instant } from '../domain/facts/date.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { ignoreConflict } from './again.ts';
import { readingKey, termsRunKey } from './keys.ts';
import { stored, toItem } from './stored.ts';
import { getItem, putGuarded, queryAll, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** What kept a document from being read, and since when it has been so. */
export const ReadingFault = z
  .strictObject({
    code: z.string().meta({ example: 'too-many-requests' }),
    detail: z.string().meta({ description: 'In words, and never what the answer said.', example: 'the collection asks to wait (429)' }),
    at: Instant.meta({ description: 'When it was met last.' }),
    since: Instant.meta({ description: 'Since when each attempt has met it.' }),
    times: z.int().min(1).meta({ description: 'How often in a row.', example: 2 }),
  })
  .meta({
    id: 'ReadingFault',
    description: 'What kept a document from being read.',
    example: {
      code: 'too-many-requests',
      detail: 'the collection asks to wait (429)',
      at: '2023-04-05T12:00:00.000Z',
      since: '2023-04-05T00:00:00.000Z',
      times: 2,
    },
  });
export type ReadingFault = z.infer<typeof ReadingFault>;

/** How a watched document was read last. Not of the record: it is made anew by the next reading. */
export const TermsReading = z.strictObject({
  platform: z.string(),
  document: z.string(),
  version: z.int(),
  /** Since when it is watched: what silence is counted from where no version was ever recorded. */
  watchedSince: Instant,
  /** When it was last tried, and when it last went well. */
  triedAt: Instant.optional(),
  readAt: Instant.optional(),
  /** What the origin said for the next conditional request, and of which address. */
  tag: z.strictObject({ of: z.string(), etag: z.string().optional(), lastModified: z.string().optional() }).optional(),
  /** Not to be asked again before. */
  notBefore: Instant.optional(),
  fault: ReadingFault.optional(),
});
export type TermsReading = z.infer<typeof TermsReading>;

/** All readings of one platform. */
export function listReadings(table: Table, platform: string): Promise<{ items: TermsReading[]; setAside: Unreadable[] }> {
  return queryAll(table, { KeyConditionExpression: 'pk = :pk', values: { ':pk': readingKey(platform, '').pk } }, stored(TermsReading));
}

/** Under the version that was read; where somebody else was first, theirs stands. */
export async function recordReading(table: Table, from: TermsReading | undefined, to: Omit<TermsReading, 'version'>): Promise<void> {
  const version = from?.version ?? 0;
  const item = toItem(TermsReading, carryOn(from, { ...to, version: version + 1 }), readingKey(to.platform, to.document));
  await putGuarded(table, item, version).catch(ignoreConflict);
}

/** The run that began last, and the end of the last one that came to its end. One that is under way keeps others away until its time is over. */
export const TermsRun = z.strictObject({
  version: z.int(),
  startedAt: Instant,
  /** The platform behind which the next run goes on; none: from the first one. */
  place: z.string().optional(),
  finishedAt: Instant.optional(),
  /** Of the last run that finished: documents that were looked at, and those that could not be read. */
  documents: z.int().optional(),
  faults: z.int().optional(),
  /** Documents of which no version has been recorded for 90 days, and platforms of which no document is watched. */
  silent: z.int().optional(),
  notWatched: z.int().optional(),
});
export type TermsRun = z.infer<typeof TermsRun>;

export function findTermsRun(table: Table): Promise<TermsRun | undefined> {
  return getItem(table, termsRunKey, stored(TermsRun));
}

/** Undefined where somebody else was first. */
export async function recordTermsRun(table: Table, from: TermsRun | undefined, to: Omit<TermsRun, 'version'>): Promise<TermsRun | undefined> {
  const run: TermsRun = carryOn(from, { ...to, version: (from?.version ?? 0) + 1 });
  return putGuarded(table, toItem(TermsRun, run, termsRunKey), from?.version ?? 0).then(() => run, ignoreConflict);
}
