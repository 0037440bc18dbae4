import { z } from 'zod';
import { Platform, PlatformId } from '../domain/platform.ts';
import { DUE, headKey, LISTING } from './keys.ts';
import { getItem, type Item, query, type Slice, type Table } from './table.ts';

const Instant = z.iso.datetime();
const Day = z.iso.date();
const Range = z.strictObject({ low: z.number(), point: z.number(), high: z.number() });

/** What lists and policy exports show of the published score. */
export const ScoreSummary = z.strictObject({
  id: z.string(),
  computedAt: Instant,
  asOf: Day,
  score: Range,
  parts: z.strictObject({ storage: Range, access: Range }),
  band: z.string(),
  bandRange: z.tuple([z.string(), z.string()]),
  confidence: z.string(),
  gate: z.string(),
  method: z.string(),
  register: z.string(),
  storageIn: z.array(z.string()),
  accessFrom: z.array(z.string()),
});
export type ScoreSummary = z.infer<typeof ScoreSummary>;

/** The platform's head: what is current, and the end of its chain. Changed only under its version, together with its events. */
export const Head = z.strictObject({
  platform: PlatformId,
  version: z.int(),
  sequence: z.int(),
  lastHash: z.string().nullable(),
  profile: Platform,
  createdAt: Instant,
  changedAt: Instant,
  latestRevision: z.int(),
  /** The revision that waits for a second person. */
  pending: z.strictObject({ revision: z.int(), hash: z.string(), submittedBy: z.string(), submittedAt: Instant }).optional(),
  approved: z
    .strictObject({ revision: z.int(), hash: z.string(), asOf: Day, submittedBy: z.string(), approvedBy: z.string(), approvedAt: Instant })
    .optional(),
  published: ScoreSummary.optional(),
  nextReviewOn: Day.optional(),
});
export type Head = z.infer<typeof Head>;

/** What a change decides of a head; version and chain are the commit's. */
export type HeadContent = Omit<Head, 'version' | 'sequence' | 'lastHash'>;

const KEYS = { pk: true, sk: true, listPk: true, listSk: true, duePk: true, dueSk: true } as const;
const StoredHead = z.looseObject({}).transform((item) => Head.parse(Object.fromEntries(Object.entries(item).filter(([name]) => !(name in KEYS)))));

export function toHeadItem(head: Head): Item {
  return {
    ...headKey(head.platform),
    ...head,
    listPk: LISTING,
    listSk: head.platform,
    ...(head.nextReviewOn && { duePk: DUE, dueSk: `${head.nextReviewOn}#${head.platform}` }),
  };
}

export function findHead(table: Table, platform: string): Promise<Head | undefined> {
  return getItem(table, headKey(platform), StoredHead);
}

/** Platforms by id, after the one named. */
export async function listHeads(
  table: Table,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ heads: Head[]; next: string | undefined }> {
  const { items, next }: Slice<Head> = await query(
    table,
    {
      IndexName: 'listing',
      KeyConditionExpression: 'listPk = :listing',
      values: { ':listing': LISTING },
      Limit: limit,
      after: after === undefined ? undefined : ({ ...headKey(after), listPk: LISTING, listSk: after } as { pk: string; sk: string }),
    },
    StoredHead,
  );
  return { heads: items, next: next && items.at(-1)?.platform };
}
