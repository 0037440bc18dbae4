import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { encodeTime } from 'ulid';
import { hashOfText } from '../../domain/facts/hash.ts';
import { NO_WITNESSES } from '../../domain/log/policy.ts';
import { type Route, type RouteName, routes, type Scope } from '../../lambdas/routes.ts';
import { openWitnesses } from '../../lambdas/runtime/ask-witness.ts';
import { STANDARD_CLAIMS } from '../../lambdas/runtime/claims.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { createEndpoint } from '../../lambdas/runtime/endpoint.ts';
import type { ScheduledJob } from '../../lambdas/runtime/job.ts';
import { register } from '../../lambdas/runtime/register.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { startEngine } from '../../local/engine/engine.ts';
import { openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { openBus } from '../../local/jobs/bus.ts';
import { openStreamJobs } from '../../local/jobs/stream-jobs.ts';
import { people } from '../../local/sign-in/people.ts';
import { openFolderVault } from '../../local/vault.ts';
import { openRepairs } from '../../store/open-repairs.ts';
import { openStore } from '../../store/open-store.ts';
import { exampleCheckpointSigning, exampleLogKey, exampleSigning } from './example-key.ts';
import { forgerOf } from './forge.ts';
import type { Json } from './json.ts';
import type { AllOperations } from './operations.ts';

export type Ask = {
  /** A name that local sign-in knows. */
  readonly as?: string;
  /** Instead of those that the name has. */
  readonly scopes?: readonly Scope[];
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
};
/** One request that was made, and what was answered. */
export type Exchange = {
  readonly route: RouteName;
  readonly ask: Ask;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json | undefined;
};
export type Asker = (route: RouteName, ask?: Ask) => Promise<Exchange>;

export type Stage = {
  readonly ask: Asker;
  /** Goes on at this time; each request takes a minute. */
  readonly travel: (to: string) => void;
  /** Runs a job that is due. */
  readonly work: (job: ScheduledJob) => Promise<void>;
  /** Changes the head of a platform behind the service. */
  readonly forge: (platform: string, members: object) => Promise<void>;
};

const MINUTE_MS = 60_000;
const SILENT = { log: () => {}, error: () => {} };

/** The real handlers and jobs over the embedded database, with clock, ids and keys that give the same answers every time. */
export async function withStage<T>(operations: AllOperations, play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-docs-'));
  const begun: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const engine = await startEngine(folder);
    begun.push(engine.stop);
    const client = await openTable(engine.endpoint);
    begun.push(() => client.destroy());
    let now = 0;
    let ids = 0;
    const deps: Deps = {
      ...exampleSigning,
      checkpoints: exampleCheckpointSigning,
      logKey: exampleLogKey,
      logPolicy: NO_WITNESSES,
      askWitness: openWitnesses([]),
      ...openFolderVault(folder),
      store: openStore(client, TABLE_NAME),
      repairs: openRepairs(client, TABLE_NAME),
      register,
      now: () => new Date(now),
      newId(prefix) {
        ids += 1;
        return `${prefix}_${encodeTime(now, 10)}${String(ids).padStart(16, '0')}`;
      },
      mac: async (text) => createHmac('sha256', 'documentation').update(text).digest('base64url'),
      announce: async (event) => bus.send(event),
      report: () => {},
      expectedConsumers: [],
      claims: STANDARD_CLAIMS,
    };
    const signing: Deps = { ...deps, ...newSigning(), store: namingOneBundle(deps.store) };
    const bus = await openBus({ deps: () => signing, folder, log: SILENT });
    const { readers, close } = await openStreamJobs({ client, endpoint: engine.endpoint, table: TABLE_NAME, folder, deps: signing, log: SILENT });
    begun.push(close);
    const endpoints = new Map(Object.entries(operations).map(([name, own]) => [name, createEndpoint(name, own, () => deps, SILENT)]));

    const ask: Asker = async (name, request = {}) => {
      const route: Route | undefined = routes.find((candidate) => candidate.name === name);
      const endpoint = route && endpoints.get(route.function);
      if (!endpoint) throw new Error(`no function answers ${name}`);
      now += MINUTE_MS;
      const { statusCode = 0, headers = {}, body = '', isBase64Encoded } = await endpoint(toEvent(route, request), {} as Context);
      for (const { readOnce } of readers) while ((await readOnce()) !== 'idle');
      await bus.settle();
      const sent = new Headers(Object.entries(headers).map(([header, value]): [string, string] => [header, String(value)]));
      const isPlain = isBase64Encoded && sent.get('content-type')?.startsWith('text/plain');
      return {
        route: name,
        ask: request,
        status: statusCode,
        headers: sent,
        body: toBody(sent, isPlain ? Buffer.from(body, 'base64').toString() : body),
      };
    };
    const travel = (to: string) => {
      now = Date.parse(to);
    };
    const work = async (job: ScheduledJob) => void (await job(deps));
    return await play({ ask, travel, work, forge: forgerOf({ client, name: TABLE_NAME }) });
  } finally {
    for (const end of begun.reverse()) await end();
  }
}

/** The bundle is signed by another key each time, and events of the example name the same one. */
function namingOneBundle(store: Deps['store']): Deps['store'] {
  const recordRelease: typeof store.recordRelease = (change, draft) => {
    const documents = { ...(draft.data.documents as object), 'opa-bundle': hashOfText('the bundle of the example') };
    return store.recordRelease(change, { ...draft, data: { ...draft.data, documents } });
  };
  return { ...store, recordRelease };
}

/** What signs bundles here, and is thrown away: the key that the document shows signs nothing else. */
function newSigning() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return createSigning([{ publicKey: async () => publicKey, sign: async (text) => sign('RSA-SHA256', Buffer.from(text), privateKey) }]);
}

/** JSON as what it says, everything else as its text. */
function toBody(headers: Headers, body: string | undefined): Json | undefined {
  if (!body) return undefined;
  return headers.get('content-type')?.includes('json') ? JSON.parse(body) : body;
}

/** As the gateway hands it over, with as much as the handlers read. */
function toEvent({ method, path, name }: Route, { as, scopes, params = {}, query = {}, headers = {}, body }: Ask): APIGatewayProxyEventV2 {
  const claims = as !== undefined && { sub: as, scope: (scopes ?? people[as] ?? []).join(' '), email: `${as}@example.org` };
  const address = path.replace(/\{(\w+)\+?\}/g, (_, param: string) => params[param] ?? '');
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: address,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    queryStringParameters: query,
    pathParameters: params,
    requestContext: { requestId: `request-${name}`, http: { method, path: address }, ...(claims && { authorizer: { jwt: { claims } } }) },
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
}
