import * as z from 'zod';

/** What the environment configures of a function; the stack sets exactly these. Parsed on the first call, never on import. */
export const Env = z.object({
  /** The table of the record. */
  TABLE_NAME: z.string().min(1),
  /** The KMS key (HMAC_256) whose keyed hash makes cursors unforgeable. */
  CURSOR_KEY_ID: z.string().min(1),
  /** The bus of EventBridge that events are sent to; only for functions that announce. */
  EVENT_BUS_NAME: z.string().min(1).optional(),
  /** The KMS keys (RSA, RS256) that signatures may be by, with commas between: the first signs. Only for functions that sign or verify. */
  SIGNING_KEY_IDS: z.string().min(1).optional(),
  /** The bucket that checkpoints are archived in; only for functions that may reach it. */
  ARCHIVE_BUCKET: z.string().min(1).optional(),
  /** The claim that only a person's token carries: reviews and decisions demand it. */
  PERSON_CLAIM: z.string().min(1).default('email'),
});
export type Env = z.infer<typeof Env>;
