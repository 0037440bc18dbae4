import type { Operations } from '../runtime/endpoint.ts';
import { getInbox } from './get-inbox.ts';
import { getReview } from './get-review.ts';
import { giveOutcome } from './give-outcome.ts';
import { listReviews } from './list-reviews.ts';
import { openReview } from './open-review.ts';

export const operations = {
  'get-inbox': getInbox,
  'get-review': getReview,
  'give-outcome': giveOutcome,
  'list-reviews': listReviews,
  'open-review': openReview,
} as const satisfies Operations;
