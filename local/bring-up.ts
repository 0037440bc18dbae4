import { join } from 'node:path';
import { ulid } from 'ulid';
import { type LogPolicy, NO_WITNESSES } from '../domain/log/policy.ts';
import { isHttpsOrLoopback, openWitnesses } from '../lambdas/runtime/ask-witness.ts';
import { STANDARD_CLAIMS } from '../lambdas/runtime/claims.ts';
import type { Deps } from '../lambdas/runtime/deps.ts';
import { type Log, logFault } from '../lambdas/runtime/log.ts';
import { register } from '../lambdas/runtime/register.ts';
import { createSigning } from '../lambdas/runtime/signing.ts';
import { openRepairs } from '../store/open-repairs.ts';
import { openStore } from '../store/open-store.ts';
import { openDataFolder } from './data-folder.ts';
import { type Engine, startEngine } from './engine/engine.ts';
import { LOCAL_ACCESS, openTable, SIGNED_ACCESS, TABLE_NAME } from './engine/open-table.ts';
import { createAuthorizer } from './gateway/authorizer.ts';
import { createConsole } from './gateway/console.ts';
import { closeServer, listen, serve } from './gateway/gateway.ts';
import { createHandlers } from './gateway/handlers.ts';
import { openBus } from './jobs/bus.ts';
import { openClock } from './jobs/clock.ts';
import { createClockRoutes } from './jobs/clock-routes.ts';
import { loadTimetable, openScheduledJobs, startScheduledJobs } from './jobs/scheduled-jobs.ts';
import { startStreamJobs } from './jobs/stream-jobs.ts';
import { openCursorKey, openLogKey, openSignInKey, openSigningKeys } from './keys.ts';
import { createIssuer, ISSUER_PATH } from './sign-in/issuer.ts';
import { openTermsFolder } from './terms-folder.ts';
import { openFolderVault } from './vault.ts';

export type LocalOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of database, clock and keys. */
  readonly data: string;
  /** A DynamoDB of one's own instead of the embedded one. */
  readonly endpoint?: string | undefined;
  /** Policy tools that are expected to report. */
  readonly expectedConsumers?: readonly string[] | undefined;
  /** A folder of versions of terms (`*.jsonl`); none: nobody is asked. */
  readonly terms?: string | undefined;
  /** The witnesses of the tree's checkpoints. */
  readonly logPolicy?: LogPolicy | undefined;
  readonly log?: Log;
};
export type Local = {
  readonly url: string;
  /** Settles with the reason when the embedded database ends by itself. */
  readonly lost: Promise<string>;
  /** Waits until feed and copies have caught up with what is written by now. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

/** Brings up database, sign-in and gateway; whatever was begun is ended again when one of them fails. */
export async function startLocal({
  port,
  data,
  endpoint,
  expectedConsumers = [],
  terms,
  logPolicy = NO_WITNESSES,
  log = console,
}: LocalOptions): Promise<Local> {
  const begun: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (const end of begun.splice(0).reverse()) await end();
  };
  try {
    const folder = openDataFolder(data);
    begun.push(folder.close);
    const key = await openSignInKey(join(folder.path, 'sign-in-key.json'));
    const clock = openClock(join(folder.path, 'clock.json'));
    const mac = openCursorKey(join(folder.path, 'cursor-key'));

    const engine = endpoint
      ? elsewhere(endpoint)
      : await startEngine(folder.path, { onRestart: (line) => log.error(JSON.stringify({ level: 'error', database: line })) });
    begun.push(engine.stop);
    const access = endpoint ? SIGNED_ACCESS : LOCAL_ACCESS;
    const client = await openTable(engine.endpoint, TABLE_NAME, access);
    begun.push(() => client.destroy());

    const newId = (prefix: string) => `${prefix}_${ulid(clock.now().getTime())}`;
    const bus = await openBus({ deps: () => deps, folder: folder.path, log });
    begun.push(bus.settle);
    const announce: Deps['announce'] = async (event) => {
      const { type, subject, feed, data } = event;
      bus.send(event);
      log.log(JSON.stringify({ level: 'info', type, subject, feed }));
      // What the cloud sends by mail.
      if (type === 'eu.whereabouts.review.overdue.v1')
        log.error(JSON.stringify({ level: 'warn', overdue: subject, dueOn: data.dueOn, days: data.days }));
    };
    const deps: Deps = {
      ...createSigning(openSigningKeys(join(folder.path, 'signing-keys.json'), 'policy tools refuse bundles until they have the new ones')),
      checkpoints: createSigning(openSigningKeys(join(folder.path, 'checkpoint-keys.json'), 'checkpoints made before no longer count')),
      logKey: openLogKey(join(folder.path, 'log-key.json')),
      logPolicy,
      askWitness: openWitnesses(
        logPolicy.witnesses.flatMap(({ url }) => url ?? []),
        { allows: isHttpsOrLoopback },
      ),
      ...openFolderVault(folder.path),
      store: openStore(client, TABLE_NAME),
      repairs: openRepairs(client, TABLE_NAME),
      register,
      now: clock.now,
      newId,
      mac,
      announce,
      report: (fault) => logFault(log, fault),
      expectedConsumers,
      terms: terms === undefined ? undefined : openTermsFolder(terms),
      claims: STANDARD_CLAIMS,
    };
    const streamJobs = await startStreamJobs({ client, endpoint: engine.endpoint, access, table: TABLE_NAME, folder: folder.path, deps, log });
    begun.push(streamJobs.stop);
    const scheduled = openScheduledJobs({ clock, file: join(folder.path, 'scheduled-jobs.json'), timetable: await loadTimetable(deps, log), log });
    begun.push(startScheduledJobs(scheduled));

    const { server, url } = await listen(port);
    begun.push(() => closeServer(server));
    // First of all: a request that moves the clock by years would wait for every day of them.
    begun.push(scheduled.end);
    const issuer = createIssuer(`${url}${ISSUER_PATH}`, key);
    serve(server, {
      log,
      authorize: createAuthorizer(`${url}${ISSUER_PATH}`, key),
      handlers: createHandlers(deps, log),
      console: createConsole(clock, issuer.addresses),
      local: {
        [`${ISSUER_PATH}/.well-known/openid-configuration`]: { GET: issuer.discovery },
        [`${ISSUER_PATH}/jwks`]: { GET: issuer.keys },
        [`${ISSUER_PATH}/token`]: { POST: issuer.token },
        '/local/clock': createClockRoutes(clock, scheduled.passTo),
      },
    });
    return { url, lost: engine.lost, settle: streamJobs.settle, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const elsewhere = (endpoint: string): Engine => ({ endpoint, lost: new Promise(() => {}), stop: async () => {} });
