import * as z from 'zod';
import { Assessment } from '../facts/assessment.ts';
import { Instant } from '../facts/date.ts';

/** A revision as it was sealed: never changed. */
export const Revision = z.object({
  platform: z.string(),
  revision: z.int().min(1),
  hash: z.string(),
  submittedBy: z.string(),
  submittedAt: Instant,
  assessment: Assessment,
});
export type Revision = z.infer<typeof Revision>;

/** What changes about a revision. */
export const RevisionStatus = z.object({
  platform: z.string(),
  revision: z.int().min(1),
  hash: z.string(),
  status: z.enum(['submitted', 'approved', 'rejected', 'withdrawn']),
  submittedBy: z.string(),
  submittedAt: Instant,
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  note: z.string().optional(),
});
export type RevisionStatus = z.infer<typeof RevisionStatus>;
