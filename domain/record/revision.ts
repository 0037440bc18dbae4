import * as z from 'zod';
import { Assessment } from '../facts/assessment.ts';
import { Day, Instant } from '../facts/date.ts';

/** A revision as it was sealed: never changed. */
export const Revision = z.strictObject({
  platform: z.string(),
  revision: z.int().min(1),
  hash: z.string(),
  submittedBy: z.string(),
  submittedAt: Instant,
  assessment: Assessment,
});
export type Revision = z.infer<typeof Revision>;

/** What changes about a revision. */
export const RevisionStatus = z.strictObject({
  platform: z.string(),
  revision: z.int().min(1),
  hash: z.string(),
  /** The day that its facts are of; those of 0.1.0 do not say it, and their content does. */
  asOf: Day.optional(),
  status: z.enum(['submitted', 'approved', 'rejected', 'withdrawn']),
  submittedBy: z.string(),
  submittedAt: Instant,
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  note: z.string().optional(),
  /** Its place among the approvals of the platform, from 1; none for those of 0.1.0. */
  approval: z.int().min(1).optional(),
});
export type RevisionStatus = z.infer<typeof RevisionStatus>;

/** A status whose day is known. */
export type DatedStatus = RevisionStatus & { readonly asOf: string };
