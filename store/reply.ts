import * as z from 'zod';
import { replyKey } from './keys.ts';
import { getItem, type Item, type Table } from './table.ts';

/** The first answer to an Idempotency-Key, kept for a day under a hash of caller, route and key. */
export const Remembered = z.object({
  scope: z.string(),
  /** Hash of the request it answered: another body under the same key is refused. */
  request: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** Seconds since 1970; checked on reading, because the table's expiry is lazy. */
  expiresAt: z.int(),
});
export type Remembered = z.infer<typeof Remembered>;

export const REMEMBER_SECONDS = 86_400;

export function toReplyItem(remembered: Remembered): Item {
  return { ...remembered, ...replyKey(remembered.scope) };
}

export async function findReply(table: Table, scope: string, now: Date): Promise<Remembered | undefined> {
  const found = await getItem(table, replyKey(scope), Remembered);
  return found && found.expiresAt > now.getTime() / 1000 ? found : undefined;
}
