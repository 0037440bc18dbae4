import * as z from 'zod';

/** Which claims of the issuer's tokens say what. */
export const ClaimRules = z.strictObject({
  /** Whose act it is: the id that one person has in every client. */
  subjectClaim: z.string().min(1),
  /** What only a person's token carries. */
  personClaim: z.string().min(1),
  /** What may list scopes. */
  scopeClaims: z.array(z.string().min(1)).min(1),
  /** What the issuer writes before the name of each scope. */
  scopePrefix: z.string(),
  /** The kinds of sign-in (`acr`) of which a decision needs one; none: any will do. */
  decideAcr: z.array(z.string().min(1)),
});
export type ClaimRules = z.infer<typeof ClaimRules>;

/** What the environment configures of a function; the stack sets exactly these. Parsed on the first call, never on import. */
export const Env = z.object({
  /** The table of the record. */
  TABLE_NAME: z.string().min(1),
  /** The KMS key (HMAC_256) whose keyed hash makes cursors unforgeable. */
  CURSOR_KEY_ID: z.string().min(1),
  /** The bus of EventBridge that events are sent to; only for functions that announce. */
  EVENT_BUS_NAME: z.string().min(1).optional(),
  /** The KMS keys (RSA, RS256) that signatures of bundles may be by, with commas between: the first signs. Only for functions that sign or verify. */
  SIGNING_KEY_IDS: z.string().min(1).optional(),
  /** The keys that signed checkpoints before the tree's did. Only for functions that verify. */
  CHECKPOINT_KEY_IDS: z.string().min(1).optional(),
  /** The KMS key (ECC_NIST_EDWARDS25519) of the tree's checkpoints, and the origin that they name; only for the functions that sign or verify them. */
  LOG_KEY_ID: z.string().min(1).optional(),
  LOG_ORIGIN: z.string().min(1).optional(),
  /** The witnesses of the tree's checkpoints and their quorum, as a C2SP tlog-policy; left out: none. */
  LOG_POLICY: z.string().min(1).optional(),
  /** The bucket that checkpoints are archived in; only for functions that may reach it. */
  ARCHIVE_BUCKET: z.string().min(1).optional(),
  /** The table of the data keys of captures, which is never backed up; only for functions that reach captures. */
  CAPTURE_KEYS_TABLE: z.string().min(1).optional(),
  /** The KMS key that data keys are wrapped by; only for functions that read or write the contents of captures. */
  CAPTURE_KEY_ID: z.string().min(1).optional(),
  /** Addresses of collections' APIs that versions of terms may be read from, with commas between; left out: nobody is asked. */
  TERMS_ENDPOINTS: z.string().min(1).optional(),
  /** Where whoever runs a collection reaches whoever asks; only for the function that asks. */
  TERMS_CONTACT: z.string().min(1).optional(),
  /** Whether no decision may rest on quotes that are not verified. */
  DEMAND_VERIFIED_QUOTES: z.literal('yes').optional(),
  /** That suspensions do not wait until their party was heard; left out: they do. */
  DEMAND_HEARINGS: z.literal('no').optional(),
  /** Consumers that are expected to report, with commas between; only for functions that say who does not. */
  EXPECTED_CONSUMERS: z.string().min(1).optional(),
  /** Which claims of a token say what, as JSON; left out: `STANDARD_CLAIMS`. Only for functions that answer requests. */
  CLAIMS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(ClaimRules)
    .optional(),
});
export type Env = z.infer<typeof Env>;
