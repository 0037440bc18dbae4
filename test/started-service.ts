import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeleteTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { NO_WITNESSES } from '../domain/log/policy.ts';
import { type Route, routes, type Scope } from '../lambdas/routes.ts';
import { openWitnesses } from '../lambdas/runtime/ask-witness.ts';
import { STANDARD_CLAIMS } from '../lambdas/runtime/claims.ts';
import type { Deps } from '../lambdas/runtime/deps.ts';
import { createEndpoint, type Endpoint, type Operations } from '../lambdas/runtime/endpoint.ts';
import { type Log, logFault } from '../lambdas/runtime/log.ts';
import { createSigning } from '../lambdas/runtime/signing.ts';
import { startEngine } from '../local/engine/engine.ts';
import { openTable, TABLE_NAME } from '../local/engine/open-table.ts';
import { openBus } from '../local/jobs/bus.ts';
import { openStreamJobs } from '../local/jobs/stream-jobs.ts';
import { openLogKey } from '../local/keys.ts';
import { openFolderVault } from '../local/vault.ts';
import { openRepairs } from '../store/open-repairs.ts';
import { openStore } from '../store/open-store.ts';
import { register } from './register.ts';
import { newKeyPair } from './signing-key.ts';

const keyPair = newKeyPair();
const checkpointKeyPair = newKeyPair();

export type Person = { readonly id: string; readonly scopes: readonly Scope[]; readonly isMachine?: boolean };

const person = (id: string, ...scopes: Scope[]): Person => ({ id, scopes });
export const analyst = person('analyst', 'assess', 'read');
export const analyst2 = person('analyst-2', 'assess', 'read');
export const reviewer = person('reviewer', 'review', 'read');
export const reviewer2 = person('reviewer-2', 'review', 'read');
export const auditor = person('auditor', 'read', 'operate');
export const decider1 = person('decider-1', 'decide', 'read');
export const decider2 = person('decider-2', 'decide', 'read');
export const decider3 = person('decider-3', 'decide', 'read');
export const decider4 = person('decider-4', 'decide', 'read');
export const policyTool = person('policy-tool', 'policy');

export type Ask = {
  as?: Person | undefined;
  body?: unknown;
  text?: string;
  /** Sent as base64. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
  query?: Record<string, string>;
};
export type Answered = { status: number; headers: Record<string, string>; text: string; json: Json };
/** An answer's body, read by tests without a schema of its own. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers freely
export type Json = any;

/** What is there before the service is: for tests that put something in between. */
type Made = { readonly client: DynamoDBClient; readonly table: string; readonly endpoint: string };

export type Service = Awaited<ReturnType<typeof startService>>;

/** Another engine than the embedded one, to run the same tests on: each service gets a table of its own there. */
const elsewhere = process.env.DYNAMODB_ENDPOINT || undefined;

/** The handlers of dist/, as they are deployed, in the place of the sources: `npm run test:bundles`. */
const fromBundles = process.env.WHEREABOUTS_HANDLERS === 'dist';

async function openSource(name: string, deps: Deps, log: Log): Promise<Endpoint> {
  const { operations }: { operations: Operations } = await import(`../lambdas/${name}/operations.ts`);
  return createEndpoint(name, operations, () => deps, log);
}

type Bundle = { readonly handler: Endpoint; readonly deps: () => Deps };

/** The bundle with its own store and clients; clock, ids, keys and whatever a test changes are those of `deps`. */
async function openBundle(name: string, deps: Deps, { endpoint, table }: { endpoint: string; table: string }): Promise<Endpoint> {
  Object.assign(process.env, {
    TABLE_NAME: table,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    CURSOR_KEY_ID: 'key',
    SIGNING_KEY_IDS: 'key',
    CHECKPOINT_KEY_IDS: 'key',
    ARCHIVE_BUCKET: 'bucket',
    CAPTURE_KEYS_TABLE: 'capture-keys',
    CAPTURE_KEY_ID: 'key',
  });
  const bundle: Bundle = await import(/* @vite-ignore */ `${pathToFileURL(resolve('dist', name, 'index.mjs'))}?table=${ulid()}`);
  const own = bundle.deps();
  const { store } = deps;
  const bundled = own.store;
  for (const part of Object.keys(deps) as (keyof Deps)[])
    Object.defineProperty(own, part, { get: () => (part === 'store' && deps.store === store ? bundled : deps[part]), enumerable: true });
  return bundle.handler;
}

/** The handlers over the real embedded database in a folder of its own: a call is one gateway event. */
export async function startService(overrides: Partial<Deps> | ((made: Made) => Partial<Deps>) = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  const engine = elsewhere ? undefined : await startEngine(folder);
  const endpoint = engine?.endpoint ?? elsewhere ?? '';
  const table = engine ? TABLE_NAME : `${TABLE_NAME}-${ulid()}`;
  const client = await openTable(endpoint, table);
  const logged: string[] = [];
  const log = { log: (line: string) => logged.push(line), error: (line: string) => logged.push(line) };
  let moment = new Date();
  const bus = await openBus({ deps: () => deps, folder, log, pauseMs: 1 });
  const deps: Deps = {
    ...createSigning([keyPair]),
    checkpoints: createSigning([checkpointKeyPair]),
    logKey: openLogKey(join(folder, 'log-key.json')),
    logPolicy: NO_WITNESSES,
    askWitness: openWitnesses([]),
    ...openFolderVault(folder),
    store: openStore(client, table),
    repairs: openRepairs(client, table),
    register,
    now: () => moment,
    newId: (prefix) => `${prefix}_${ulid(moment.getTime())}`,
    mac: async (text) => createHmac('sha256', 'test').update(text).digest('base64url'),
    announce: async (event) => bus.send(event),
    report: (fault) => logFault(log, fault),
    expectedConsumers: [],
    claims: STANDARD_CLAIMS,
    demandsVerifiedQuotes: false,
    // Tests of other matters decide without a hearing; those of hearings turn it on.
    demandsHearings: false,
    ...(typeof overrides === 'function' ? overrides({ client, table, endpoint }) : overrides),
  };
  const endpoints = new Map<string, Endpoint>();
  for (const name of new Set(routes.map((route) => route.function)))
    endpoints.set(name, fromBundles ? await openBundle(name, deps, { endpoint, table }) : await openSource(name, deps, log));

  const call = async (method: string, path: string, ask: Ask = {}): Promise<Answered> => {
    const match = matchRoute(method, path);
    const endpoint = endpoints.get(match?.route.function ?? 'reference');
    if (!endpoint) throw new Error('no endpoint');
    const { statusCode = 0, headers = {}, body = '' } = await endpoint(toEvent(method, path, match, ask), {} as Context);
    const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return { status: statusCode, headers: named, text: body, json: body.startsWith('{') ? JSON.parse(body) : undefined };
  };
  const jobs = { client, endpoint, table, folder, deps, log };
  let opened: ReturnType<typeof openStreamJobs> | undefined;
  /** Runs the jobs of stream and bus over what was written since, as Lambda would, until there is nothing more. */
  const pump = async (): Promise<void> => {
    opened ??= openStreamJobs(jobs);
    const { readers } = await opened;
    for (let again = true; again; ) again = (await Promise.all(readers.map(({ readOnce }) => readOnce()))).some((outcome) => outcome !== 'idle');
    await bus.settle();
  };
  return {
    call,
    pump,
    jobs,
    client,
    table,
    deps,
    logged,
    setNow: (at: string) => {
      moment = new Date(at);
    },
    stop: async () => {
      await bus.settle();
      (await opened)?.close();
      if (!engine) await client.send(new DeleteTableCommand({ TableName: table }));
      client.destroy();
      await engine?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Match = { route: Route; params: Record<string, string> };

function matchRoute(method: string, path: string): Match | undefined {
  const matches = (routes as readonly Route[]).flatMap((route) => {
    const expected = route.path.split('/');
    const given = path.split('/');
    const rest = expected.at(-1)?.endsWith('+}') ? expected.length - 1 : undefined;
    if (rest !== undefined && given.length > rest) given.splice(rest, given.length, given.slice(rest).join('/'));
    if (route.method !== (method === 'HEAD' ? 'GET' : method) || expected.length !== given.length) return [];
    const params: Record<string, string> = {};
    for (const [i, part] of expected.entries()) {
      if (part.startsWith('{')) params[part.replaceAll(/[{}+]/g, '')] = decodeURIComponent(given[i] ?? '');
      else if (part !== given[i]) return [];
    }
    return [{ route, params }];
  });
  return matches.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function toEvent(
  method: string,
  path: string,
  match: Match | undefined,
  { as, body, text, bytes, headers = {}, query = {} }: Ask,
): APIGatewayProxyEventV2 {
  const content = bytes ? Buffer.from(bytes).toString('base64') : (text ?? (body === undefined ? undefined : JSON.stringify(body)));
  const claims = as && {
    sub: as.id,
    jti: `token-of-${as.id}`,
    scope: as.scopes.join(' '),
    ...(as.isMachine ? {} : { email: `${as.id}@example.org` }),
  };
  return {
    version: '2.0',
    routeKey: match ? `${method} ${match.route.path}` : '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    queryStringParameters: query,
    pathParameters: match?.params ?? {},
    requestContext: { requestId: 'test-request', http: { method, path }, ...(claims && { authorizer: { jwt: { claims, scopes: null } } }) },
    isBase64Encoded: bytes !== undefined,
    ...(content !== undefined && { body: content }),
  } as unknown as APIGatewayProxyEventV2;
}

export function readExample(path: string): Json {
  return JSON.parse(readFileSync(new URL(`../examples/${path}`, import.meta.url), 'utf8'));
}
