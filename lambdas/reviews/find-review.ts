import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import type { ClosedReview } from '../../domain/record/closed-review.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform } from '../runtime/find-platform.ts';
import { Problem } from '../runtime/problem.ts';

const ReviewId = z
  .string()
  .regex(/^rvw_[0-9A-HJKMNP-TV-Z]{26}$/, fault('not-a-review-id'))
  .meta({ description: 'The id of a review.', example: 'rvw_01JX8Z3T9V6M2N4P5Q7R8S9T0V' });

export const ReviewParams = z.strictObject({ platform: PlatformId, review: ReviewId });

/** The open review of the platform, or a closed one. */
export async function findReview(
  { params }: { params: z.infer<typeof ReviewParams> },
  deps: Deps,
): Promise<{ head: Head; closed: ClosedReview | undefined }> {
  const head = await findPlatform({ params }, deps);
  const closed = head.review?.id === params.review ? undefined : await deps.store.findClosedReview(params.platform, params.review);
  if (!closed && head.review?.id !== params.review) throw new Problem('not-found', detail('no-review', params));
  return { head, closed };
}
