import type { Operations } from '../runtime/endpoint.ts';
import { assignPlatform } from './assign-platform.ts';
import { getInbox } from './get-inbox.ts';
import { getReview } from './get-review.ts';
import { giveOutcome } from './give-outcome.ts';
import { listReviews } from './list-reviews.ts';
import { openReview } from './open-review.ts';
import { snoozePlatform } from './snooze-platform.ts';

export const operations = {
  'assign-platform': assignPlatform,
  'get-inbox': getInbox,
  'get-review': getReview,
  'give-outcome': giveOutcome,
  'list-reviews': listReviews,
  'open-review': openReview,
  'snooze-platform': snoozePlatform,
} as const satisfies Operations;
