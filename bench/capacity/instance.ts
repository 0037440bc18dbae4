import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { NO_WITNESSES } from '../../domain/log/policy.ts';
import { type Route, type RouteName, routes, SCOPES } from '../../lambdas/routes.ts';
import { openWitnesses } from '../../lambdas/runtime/ask-witness.ts';
import { STANDARD_CLAIMS } from '../../lambdas/runtime/claims.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { register } from '../../lambdas/runtime/register.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { TABLE_NAME } from '../../local/engine/open-table.ts';
import type { GatewayEvent } from '../../local/gateway/event.ts';
import { createHandlers } from '../../local/gateway/handlers.ts';
import { openCursorKey, openLogKey } from '../../local/keys.ts';
import { openFolderVault } from '../../local/vault.ts';
import { openRepairs } from '../../store/open-repairs.ts';
import { openStore } from '../../store/open-store.ts';

export type Ask = {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** A body that is no JSON. */
  readonly text?: string;
  /** Who asks; everybody here may do everything. */
  readonly as?: string;
};
type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly json: unknown };
export type Instance = ReturnType<typeof openInstance>;

/** The functions over the table that is measured, without the gateway; ids and the clock are the measurement's own, so that sizes repeat. */
export function openInstance(client: DynamoDBClient, folder: string, contents: Pick<Deps, 'archive' | 'vault'> = openFolderVault(folder)) {
  let moment = new Date();
  let ids = 0;
  const deps: Deps = {
    ...createSigning([]),
    checkpoints: createSigning([]),
    logKey: openLogKey(join(folder, 'log-key.json')),
    logPolicy: NO_WITNESSES,
    askWitness: openWitnesses([]),
    ...contents,
    store: openStore(client, TABLE_NAME),
    repairs: openRepairs(client, TABLE_NAME),
    register,
    now: () => moment,
    newId: (prefix) => {
      ids += 1;
      return `${prefix}_${String(ids).padStart(26, '0')}`;
    },
    mac: openCursorKey(join(folder, 'cursor-key')),
    announce: async () => {},
    report: ({ error }) => {
      throw error;
    },
    expectedConsumers: [],
    claims: STANDARD_CLAIMS,
  };
  const handlers = createHandlers(deps, { log: () => {}, error: console.error });

  async function ask(name: RouteName, asked: Ask = {}): Promise<Answer> {
    const route = (routes as readonly Route[]).find((one) => one.name === name);
    if (!route) throw new Error(`there is no route ${name}`);
    const handler = await handlers(route.function);
    const { statusCode = 0, headers = {}, body = '' } = await handler(toEvent(route, asked), {} as Context);
    return { status: statusCode, headers, json: body.startsWith('{') ? JSON.parse(body) : undefined };
  }

  return {
    deps,
    ask,
    setNow: (at: string) => {
      moment = new Date(at);
    },
  };
}

function toEvent({ method, path }: Route, { params = {}, query = {}, headers = {}, body, text, as = 'analyst' }: Ask): GatewayEvent {
  const claims = { sub: as, scope: SCOPES.join(' '), email: `${as}@example.org` };
  const requestContext = { requestId: 'measured', http: { method, path }, authorizer: { jwt: { claims, scopes: [...SCOPES] } } };
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers,
    queryStringParameters: query,
    pathParameters: params,
    requestContext: requestContext as unknown as GatewayEvent['requestContext'],
    isBase64Encoded: false,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(text !== undefined && { body: text }),
  };
}
