import { ClosedReview } from '../domain/record/closed-review.ts';
import { CLOSED, reviewKey } from './keys.ts';
import { stored, toItem } from './stored.ts';
import { getItem, type Item, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

export function toReviewItem(review: ClosedReview): Item {
  const place = { closedPk: CLOSED, closedSk: `${review.closedAt}#${review.platform}` };
  return toItem(ClosedReview, review, { ...reviewKey(review.platform, review.id), ...place });
}

export function findClosedReview(table: Table, platform: string, id: string): Promise<ClosedReview | undefined> {
  return getItem(table, reviewKey(platform, id), readReview);
}

export const readReview = stored(ClosedReview);

/** Closed reviews, newest first. */
export async function listClosedReviews(
  table: Table,
  { limit, before }: { limit: number; before?: { place: string; id: string } | undefined },
): Promise<{ reviews: ClosedReview[]; setAside: Unreadable[]; next: { place: string; id: string } | undefined }> {
  const { items, setAside, next } = await query(
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
    readReview,
  );
  const id = next?.sk.slice(reviewKey('', '').sk.length);
  return { reviews: items, setAside, next: next && { place: String(next.closedSk), id: id ?? '' } };
}
