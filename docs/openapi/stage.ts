import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { encodeTime } from 'ulid';
import { type Route, type RouteName, routes } from '../../lambdas/routes.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { createEndpoint } from '../../lambdas/runtime/endpoint.ts';
import { register } from '../../lambdas/runtime/register.ts';
import { startEngine } from '../../local/engine.ts';
import { openTable, TABLE_NAME } from '../../local/open-table.ts';
import { people } from '../../local/people.ts';
import { openStore } from '../../store/open-store.ts';
import type { Json } from './json.ts';
import type { AllOperations } from './operations.ts';

export type Ask = {
  /** A name that local sign-in knows. */
  readonly as?: string;
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

/** The first request comes at this time, each further one a minute later. */
const OPENING = Date.parse('2023-02-23T09:00:00Z');
const MINUTE_MS = 60_000;
const SILENT = { log: () => {}, error: () => {} };

/** The real handlers over the embedded database, with clock, ids and keys that give the same answers every time. */
export async function withStage<T>(operations: AllOperations, play: (ask: Asker) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-docs-'));
  try {
    const engine = await startEngine(folder);
    const client = await openTable(engine.endpoint);
    try {
      let now = OPENING;
      let ids = 0;
      const deps: Deps = {
        store: openStore(client, TABLE_NAME),
        register,
        now: () => new Date(now),
        newId(prefix) {
          ids += 1;
          return `${prefix}_${encodeTime(now, 10)}${String(ids).padStart(16, '0')}`;
        },
        mac: async (text) => createHmac('sha256', 'documentation').update(text).digest('base64url'),
        announce: async () => {},
        personClaim: 'email',
      };
      const endpoints = new Map(Object.entries(operations).map(([name, own]) => [name, createEndpoint(name, own, () => deps, SILENT)]));
      return await play(async (name, ask = {}) => {
        const route: Route | undefined = routes.find((candidate) => candidate.name === name);
        const endpoint = route && endpoints.get(route.function);
        if (!endpoint) throw new Error(`no function answers ${name}`);
        now += MINUTE_MS;
        const { statusCode = 0, headers = {}, body } = await endpoint(toEvent(route, ask), {} as Context);
        const sent = new Headers(Object.entries(headers).map(([header, value]) => [header, String(value)]));
        return { route: name, ask, status: statusCode, headers: sent, body: body ? JSON.parse(body) : undefined };
      });
    } finally {
      client.destroy();
      await engine.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the gateway hands it over, with as much as the handlers read. */
function toEvent({ method, path, name }: Route, { as, params = {}, query = {}, headers = {}, body }: Ask): APIGatewayProxyEventV2 {
  const claims = as !== undefined && { sub: as, scope: people[as]?.join(' ') ?? '', email: `${as}@example.org` };
  const address = path.replace(/\{(\w+)\}/g, (_, param: string) => params[param] ?? '');
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
    ...(body !== undefined && { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
}
