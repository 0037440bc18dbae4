import * as z from 'zod';
import { ClosedReview } from '../domain/record/closed-review.ts';
import { CLOSED, reviewKey } from './keys.ts';
import { getItem, type Item, query, type Table } from './table.ts';

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
