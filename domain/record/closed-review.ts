import * as z from 'zod';
import { Instant } from '../facts/date.ts';
import { OpenReview } from './head.ts';

/** A review that a person has ended: immutable. */
export const ClosedReview = z.object({
  platform: z.string(),
  ...OpenReview.omit({ announced: true }).shape,
  closedAt: Instant,
  closedBy: z.string(),
  outcome: z.enum(['new-assessment', 'confirmed-unchanged']),
  note: z.string().optional(),
  lookedAt: z.array(z.string()).optional(),
  /** The revision that answered it. */
  revision: z.int().optional(),
});
export type ClosedReview = z.infer<typeof ClosedReview>;
