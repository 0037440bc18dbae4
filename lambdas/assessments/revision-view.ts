import * as z from 'zod';
import { Day, Instant } from '../../domain/facts/date.ts';
import type { DatedStatus } from '../../domain/record/revision.ts';

/** A revision without its content: who submitted it, and what became of it. */
export const RevisionView = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    revision: z.int().min(1).meta({ example: 3 }),
    hash: z.string().meta({ description: 'SHA-256 over the canonical JSON (RFC 8785) of the assessment; a verdict repeats it.' }),
    asOf: Day.meta({ description: 'The day that its facts are of.', example: '2023-02-23' }),
    status: z.enum(['submitted', 'approved', 'rejected', 'withdrawn']).meta({ example: 'submitted' }),
    submittedBy: z.string().meta({ example: 'analyst' }),
    submittedAt: Instant,
    decidedBy: z.string().optional().meta({ example: 'reviewer' }),
    decidedAt: Instant.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Revision', description: 'A revision of a platform’s assessment.' });

export function toRevisionView({
  platform,
  revision,
  hash,
  asOf,
  status,
  submittedBy,
  submittedAt,
  decidedBy,
  decidedAt,
  note,
}: DatedStatus): z.infer<typeof RevisionView> {
  return {
    platform,
    revision,
    hash,
    asOf,
    status,
    submittedBy,
    submittedAt,
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(note !== undefined && { note }),
  };
}
