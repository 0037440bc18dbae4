import * as z from 'zod';

/** What a function is told by its environment; the stack sets exactly these. Parsed on the first call, never on import. */
export const Env = z.object({
  /** The table of the record. */
  TABLE_NAME: z.string().min(1),
  /** The KMS key (HMAC_256) whose keyed hash makes cursors unforgeable. */
  CURSOR_KEY_ID: z.string().min(1),
  /** The bus of EventBridge that events are sent to; only functions that announce are told. */
  EVENT_BUS_NAME: z.string().min(1).optional(),
  /** The KMS keys (RSA, RS256) that signatures may be by, with commas between: the first signs. Only functions that sign or verify are told. */
  SIGNING_KEY_IDS: z.string().min(1).optional(),
  /** The bucket that checkpoints are archived in; only functions that may reach it are told. */
  ARCHIVE_BUCKET: z.string().min(1).optional(),
  /** The claim that only a person's token carries: reviews and decisions demand it. */
  PERSON_CLAIM: z.string().min(1).default('email'),
});
export type Env = z.infer<typeof Env>;
