import * as z from 'zod';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { operation } from '../runtime/operation.ts';
import { openCursor, PageQuery, pageOf, sealCursor } from '../runtime/page.ts';
import { ok } from '../runtime/reply.ts';
import { ReviewView, toClosedReview, toOpenReview } from './review-view.ts';

const Query = z.strictObject({
  ...PageQuery,
  state: z
    .enum(['due', 'overdue', 'done'])
    .default('due')
    .meta({ description: 'due: its day has come or passed, oldest first; overdue: its day has passed; done: newest first.', example: 'overdue' }),
});

export const listReviews = operation({
  query: Query,
  reply: { 200: pageOf(ReviewView).meta({ id: 'ReviewPage', description: 'A page of reviews.' }) },
  async run({ query: { state, limit, cursor } }, deps) {
    const list = `reviews ${state}`;
    const place = await openCursor(cursor, list, deps);
    const { items, next } = await (state === 'done' ? listDone(limit, place, deps) : listDue(state, limit, place, deps));
    return ok({ items, nextCursor: next === undefined ? null : await sealCursor(next, list, deps) });
  },
});

type Page = { items: ReviewView[]; next: string | undefined };

async function listDue(state: 'due' | 'overdue', limit: number, after: string | undefined, deps: Deps): Promise<Page> {
  const day = today(deps);
  const { heads, next } = await deps.store.listDue({ limit, after, before: day, inclusive: state === 'due' });
  return { items: heads.map((head) => toOpenReview(head, day)), next };
}

async function listDone(limit: number, after: string | undefined, { store }: Deps): Promise<Page> {
  const [place = '', id = ''] = after?.split(' ') ?? [];
  const { reviews, next } = await store.listClosedReviews({ limit, before: after === undefined ? undefined : { place, id } });
  return { items: reviews.map(toClosedReview), next: next && `${next.place} ${next.id}` };
}
