import * as z from 'zod';
import { addDays, Day, Instant, toDate } from '../facts/date.ts';

/** Who is to look at a platform, and who said so. */
export const Assigned = z.strictObject({ to: z.string(), by: z.string(), at: Instant });

/** Until which day a platform is left out of inboxes, and why. */
export const Snoozed = z.strictObject({ until: Day, reason: z.string(), by: z.string(), at: Instant });

type Attention = { readonly assigned?: z.infer<typeof Assigned> | undefined; readonly snoozed?: z.infer<typeof Snoozed> | undefined };

/** Days that something can be put off for at most: one person alone decides it. */
export const MOST_SNOOZED_DAYS = 90;

/** Whether a day is one that a platform may be put off to. */
export const canSnoozeUntil = (until: string, today: string): boolean => until > today && until <= addDays(today, MOST_SNOOZED_DAYS);

/** Whether it is left out of inboxes at an instant: it comes back on its day. */
export const isSnoozed = ({ snoozed }: Attention, at: string): boolean => snoozed !== undefined && toDate(at) < snoozed.until;

/** The head with neither: what it was about is done. */
export function withoutAttention<T extends Attention>({ assigned: _, snoozed: __, ...head }: T) {
  return head;
}

/** The head back in the inboxes: there is something new to look at. */
export function withoutSnooze<T extends Attention>({ snoozed: _, ...head }: T) {
  return head;
}
