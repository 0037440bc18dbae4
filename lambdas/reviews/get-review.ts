import { today } from '../runtime/dates.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findReview, ReviewParams } from './find-review.ts';
import { ReviewView, toClosedReview, toOpenReview } from './review-view.ts';

export const getReview = operation({
  params: ReviewParams,
  reply: { 200: ReviewView },
  find: findReview,
  etag: ({ head, closed }, _, deps) => (closed ? closed.id : `v${head.version}-${today(deps)}`),
  run: ({ found: { head, closed } }, deps) => ok(closed ? toClosedReview(closed) : toOpenReview(head, today(deps))),
});
