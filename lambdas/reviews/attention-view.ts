import * as z from 'zod';
import { Day, Instant } from '../../domain/facts/date.ts';
import type { Head } from '../../domain/record/head.ts';

export const Attention = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    assigned: z
      .strictObject({ to: z.string().meta({ example: 'analyst-2' }), by: z.string().meta({ example: 'analyst' }), at: Instant })
      .nullable()
      .meta({ description: 'Who is to look at it, until the review ends or facts are approved; null: anybody.' }),
    snoozed: z
      .strictObject({ until: Day, reason: z.string(), by: z.string().meta({ example: 'analyst' }), at: Instant })
      .nullable()
      .meta({ description: 'Until when it is left out of inboxes. What is due stays due, and a new reason brings it back at once.' }),
  })
  .meta({ id: 'Attention', description: 'Who is to look at a platform, and whether it is put off.' });

export function toAttention({ platform, assigned, snoozed }: Head): z.infer<typeof Attention> {
  return { platform, assigned: assigned ?? null, snoozed: snoozed ?? null };
}
