import * as z from 'zod';
import { OpenReview } from './head.ts';
import { CLOSED, reviewKey } from './keys.ts';
import { getItem, type Item, query, type Table } from './table.ts';

/** A review that a person has ended: immutable. */
export const ClosedReview = z.object({
  platform: z.string(),
  ...OpenReview.omit({ announced: true }).shape,
  closedAt: z.iso.datetime(),
  closedBy: z.string(),
  outcome: z.enum(['new-assessment', 'confirmed-unchanged']),
  note: z.string().optional(),
  lookedAt: z.array(z.string()).optional(),
  /** The revision that answered it. */
  revision: z.int().optional(),
});
export type ClosedReview = z.infer<typeof ClosedReview>;

export function toReviewItem(review: ClosedReview): Item {
  return { ...review, ...reviewKey(review.platform, review.id), closedPk: CLOSED, closedSk: `${review.closedAt}#${review.platform}` };
}

export function findClosedReview(table: Table, platform: string, id: string): Promise<ClosedReview | undefined> {
  return getItem(table, reviewKey(platform, id), ClosedReview);
}

const StoredReview = z.object({ ...ClosedReview.shape, closedSk: z.string() });

/** Closed reviews, newest first. */
export async function listClosedReviews(
  table: Table,
  { limit, before }: { limit: number; before?: { place: string; id: string } | undefined },
): Promise<{ reviews: ClosedReview[]; next: { place: string; id: string } | undefined }> {
  const { items, next } = await query(
    table,
    {
      IndexName: 'closed',
      KeyConditionExpression: 'closedPk = :closed',
      values: { ':closed': CLOSED },
      ScanIndexForward: false,
      Limit: limit,
      after:
        before &&
        ({ ...reviewKey(before.place.slice(before.place.lastIndexOf('#') + 1), before.id), closedPk: CLOSED, closedSk: before.place } as Item),
    },
    StoredReview,
  );
  const last = items.at(-1);
  return { reviews: items, next: next && last && { place: last.closedSk, id: last.id } };
}
