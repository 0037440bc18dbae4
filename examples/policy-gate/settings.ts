import * as z from 'zod';

/** What the gate is told by its environment; whatever does not fit stops it with a sentence. */
const Settings = z.object({
  /** Where Whereabouts is. */
  WHEREABOUTS_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** Where the issuer gives tokens for client credentials; at home `<url>/local/oauth/token`. */
  TOKEN_URL: z.url({ protocol: /^https?$/ }),
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().default(''),
  /** The signing keys (a JWKS, as /v1/keys has it), fetched once by hand and compared: a key that comes with what it signs proves nothing. */
  KEYS_FILE: z.string().min(1),
  /** Where the last good bundle is kept, over restarts. */
  STATE_FOLDER: z.string().min(1).default('.policy-gate'),
  POLL_SECONDS: z.coerce.number().min(0.1).default(60),
  /** Whether an app is let through once the data is out of date. */
  ON_STALE: z.enum(['allow', 'deny']).default('deny'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4280),
});
export type Settings = z.infer<typeof Settings>;

export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const settings = Settings.safeParse(given);
  if (settings.success) return settings.data;
  throw new Error(settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
