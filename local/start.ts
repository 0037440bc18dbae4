/** `npm start`: the whole of Whereabouts on this machine. PORT, WHEREABOUTS_DATA, DYNAMODB_ENDPOINT, EXPECTED_CONSUMERS, LOG_POLICY and WHEREABOUTS_TERMS steer it. */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { readLogPolicy } from '../domain/log/policy.ts';
import { type Local, startLocal } from './bring-up.ts';
import { findText } from './data-folder.ts';
import { toGreeting } from './greeting.ts';
import { seed } from './seed.ts';
import { StartFailure } from './start-failure.ts';

const ExpectedConsumers = z.string().transform((text) => text.split(',').map((one) => one.trim()));

const PolicyFile = z.string().transform((file, context) => {
  const text = findText(file);
  const policy = text === undefined ? 'there is no such file' : readLogPolicy(text);
  if (typeof policy !== 'string') return policy;
  context.addIssue(`${file}: ${policy}`);
  return z.NEVER;
});

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4200),
  WHEREABOUTS_DATA: z.string().min(1).default('.whereabouts'),
  DYNAMODB_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  EXPECTED_CONSUMERS: ExpectedConsumers.optional(),
  WHEREABOUTS_TERMS: z.string().min(1).optional(),
  /** A file with the witnesses of the record's tree, as a C2SP tlog-policy. */
  LOG_POLICY: PolicyFile.optional(),
});

const MOST_SETTLING_MS = 5000;
/** What is under way after this is cut off, as by a power failure: nothing acknowledged is lost. */
const MOST_STOPPING_MS = 5000;

/** Errors are printed; the line of every request is not. */
const log = { log: () => {}, error: (line: string) => process.stderr.write(`${line}\n`) };

async function main(): Promise<void> {
  // An empty variable counts as none.
  const settings = Settings.safeParse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')));
  if (!settings.success) {
    const fault = settings.error.issues[0];
    throw new StartFailure(`The variable ${fault?.path.join('.')} does not fit: ${fault?.message}.`);
  }
  const {
    PORT: port,
    WHEREABOUTS_DATA: data,
    DYNAMODB_ENDPOINT: endpoint,
    EXPECTED_CONSUMERS: expectedConsumers,
    LOG_POLICY: logPolicy,
    WHEREABOUTS_TERMS: terms,
  } = settings.data;
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('interrupted'));
    if (process.env.npm_lifecycle_event !== undefined) watchParent(() => resolve('interrupted'));
  });
  const local = await Promise.race([startLocal({ port, data, endpoint, expectedConsumers, terms, logPolicy, log }), interrupted]);
  if (local === 'interrupted') return;
  const lost = local.lost.then((reason) => new StartFailure(`The embedded database has ended: ${reason}.`));
  try {
    const outcome = await Promise.race([greet(local).then(() => interrupted), interrupted, lost]);
    if (outcome instanceof StartFailure) throw outcome;
  } finally {
    await Promise.race([local.stop(), delay(MOST_STOPPING_MS)]);
  }
}

/** An npm that is killed outright does not signal its child, which would keep port and folder out of Ctrl-C's reach. */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onGone(), 500).unref();
}

async function greet({ url, settle }: Local): Promise<void> {
  // A client that writes without pause would keep it from settling for ever.
  if (await seed(url)) await Promise.race([settle(), delay(MOST_SETTLING_MS)]);
  process.stdout.write(`${await toGreeting(url)}\n`);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof StartFailure ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
