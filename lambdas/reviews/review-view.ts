import * as z from 'zod';
import { Day, Instant, toDayNumber } from '../../domain/facts/date.ts';
import type { ClosedReview } from '../../domain/record/closed-review.ts';
import type { Head } from '../../domain/record/head.ts';
import { ReviewReason } from '../../domain/record/review.ts';
import { reviewReasons } from '../../messages/en/review-reasons.ts';

const FurtherReasons = z.int().min(1).optional().meta({
  description: 'How many more reasons the record of the platform holds, where there are too many to list; left out where all are.',
  example: 2,
});

/** A review as readers see it: what is due on a platform, since when, and why. */
export const ReviewView = z
  .strictObject({
    id: z
      .string()
      .nullable()
      .meta({ description: 'Null when it is due by its interval and the machine has not yet opened it.', example: 'rvw_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    platform: z.string().meta({ example: 'tiktok' }),
    state: z
      .enum(['due', 'overdue', 'open', 'done'])
      .meta({ description: 'open: opened and not yet due; due: today is its day; overdue: its day has passed.', example: 'overdue' }),
    dueOn: Day,
    daysOverdue: z.int().min(0).meta({ example: 3 }),
    openedAt: Instant.nullable(),
    reasons: z.array(ReviewReason),
    furtherReasons: FurtherReasons,
    band: z.string().nullable().meta({ description: 'Of the published score.', example: 'severe' }),
    closedAt: Instant.optional(),
    closedBy: z.string().optional().meta({ example: 'reviewer' }),
    outcome: z.enum(['new-assessment', 'confirmed-unchanged']).optional(),
    note: z.string().optional(),
    lookedAt: z.array(z.string()).optional(),
    revision: z.int().optional(),
  })
  .meta({ id: 'Review', description: 'A person’s task: to look at a platform again.' });
export type ReviewView = z.infer<typeof ReviewView>;

export function toOpenReview({ platform, review, nextReviewOn, published }: Head, today: string): ReviewView {
  const dueOn = nextReviewOn ?? today;
  const days = Math.max(0, toDayNumber(today) - toDayNumber(dueOn));
  return {
    id: review?.id ?? null,
    platform,
    state: dueOn > today ? 'open' : dueOn === today ? 'due' : 'overdue',
    dueOn,
    daysOverdue: days,
    openedAt: review?.openedAt ?? null,
    reasons: review?.reasons ?? [{ kind: 'interval', text: reviewReasons.interval({ dueOn }), data: { dueOn } }],
    ...(review?.furtherReasons !== undefined && { furtherReasons: review.furtherReasons }),
    band: published?.band ?? null,
  };
}

export function toClosedReview({ id, platform, dueOn, openedAt, reasons, ...closing }: ClosedReview): ReviewView {
  const { furtherReasons, closedAt, closedBy, outcome, note, lookedAt, revision } = closing;
  return {
    id,
    platform,
    state: 'done',
    dueOn,
    daysOverdue: Math.max(0, toDayNumber(closedAt.slice(0, 10)) - toDayNumber(dueOn)),
    openedAt,
    reasons,
    ...(furtherReasons !== undefined && { furtherReasons }),
    band: null,
    closedAt,
    closedBy,
    outcome,
    ...(note !== undefined && { note }),
    ...(lookedAt !== undefined && { lookedAt }),
    ...(revision !== undefined && { revision }),
  };
}
