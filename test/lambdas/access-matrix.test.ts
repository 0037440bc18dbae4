import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Route, routes, SCOPES } from '../../lambdas/routes.ts';
import { createHandlers } from '../../local/gateway/handlers.ts';
import { openSignInKey, type SignInKey } from '../../local/keys.ts';
import { newFolder, openGateway, type Sent } from '../local/open-gateway.ts';
import { type Service, startService } from '../started-service.ts';

type Gateway = Awaited<ReturnType<typeof openGateway>>;
const all: readonly Route[] = routes;

let service: Service;
let gateway: Gateway;
let otherKey: SignInKey;
beforeAll(async () => {
  service = await startService();
  const handlers = createHandlers(service.deps, { log: () => {}, error: () => {} });
  const functionOf = (routeKey: string) => all.find(({ method, path }) => `${method} ${path}` === routeKey)?.function ?? 'reference';
  gateway = await openGateway({ handler: async (event, context) => (await handlers(functionOf(event.routeKey)))(event, context) });
  otherKey = await openSignInKey(join(newFolder(), 'key.json'));
});
afterAll(async () => {
  await gateway.close();
  await service.stop();
});

const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const under = (token: string, header: object) => `${encode({ kid: gateway.key.public.kid, ...header })}.${token.split('.')[1]}`;

/** What is wrong with a token whose scope is right. */
const DEFECTS: Record<string, (scope: string) => Promise<string | undefined>> = {
  'no token': async () => undefined,
  expired: (scope) => gateway.sign({ scope, exp: seconds(-1), iat: seconds(-60), nbf: seconds(-60) }),
  'not valid yet': (scope) => gateway.sign({ scope, nbf: seconds(60) }),
  'wrong issuer': (scope) => gateway.sign({ scope, iss: 'https://login.example.org' }),
  'wrong audience': (scope) => gateway.sign({ scope, aud: 'elsewhere' }),
  'alg none': async (scope) => `${under(await gateway.sign({ scope }), { alg: 'none' })}.`,
  'the public key as a secret': async (scope) => {
    const content = under(await gateway.sign({ scope }), { alg: 'HS256' });
    return `${content}.${createHmac('sha256', JSON.stringify(gateway.key.public)).update(content).digest('base64url')}`;
  },
  'another key': (scope) => gateway.sign({ scope }, otherKey),
  'another key under our name': (scope) => gateway.sign({ scope }, otherKey, { kid: gateway.key.public.kid }),
  tampered: async (scope) => {
    const [header, payload = '', signature] = (await gateway.sign({ scope: 'none' })).split('.');
    return `${header}.${encode({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), scope })}.${signature}`;
  },
};

/** An address of the route that names nothing that exists. */
function toAddress({ path }: Route): string {
  const values: Record<string, string> = { revision: '1', code: 'CN', slug: 'not-found', instant: '2026-01-01T00:00:00Z' };
  return path.replace(/\{(\w+)\+?\}/g, (_, name: string) => values[name] ?? 'nowhere');
}

function ask(route: Route, token: string | undefined): Promise<Sent> {
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(hasBody && { 'content-type': 'application/json' }),
  };
  return gateway.send(toAddress(route), { method: route.method, headers, ...(hasBody && { body: '{}' }) });
}

/** Refused by the gateway with this status, before any function; refused by the function for want of a right; or let through by both. */
async function outcomeOf(route: Route, token: string | undefined): Promise<string> {
  const before = gateway.called.length;
  const { status, body } = await ask(route, token);
  const isPassed = gateway.called.length > before;
  // A policy export before its first revision is held back, from those who may have it.
  if (status >= 500 && !body.includes('/problems/export-withheld')) return `${status} ${body}`;
  if (!isPassed) return `${status} ${JSON.parse(body).message}`;
  return status === 401 || status === 403 ? `passed, then ${status} ${JSON.parse(body).type}` : 'passed';
}

/** The gateway knows whose token it is, the function what it may. */
const LACKING = 'passed, then 403 /v1/problems/missing-scope';

const closed = all.filter(({ scopes }) => scopes.length > 0);
const open = all.filter(({ scopes }) => scopes.length === 0);

test('there is something to let in and something to keep out', () => {
  expect(closed.length).toBeGreaterThan(20);
  expect(open.map(({ name }) => name).sort()).toEqual([
    'get-checkpoint-keys',
    'get-health',
    'get-keys',
    'get-log-checkpoint',
    'get-log-policy',
    'get-log-tile',
    'get-openapi',
    'get-problem',
  ]);
  for (const scope of new Set(closed.flatMap(({ scopes }) => scopes))) expect(SCOPES).toContain(scope);
});

describe('who may, for each route', () => {
  test.each(closed.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_, route) => {
    const [right = 'read'] = route.scopes;
    const rows = [
      ...SCOPES.map((scope) => [`scope ${scope}`, () => gateway.sign({ scope }), route.scopes.includes(scope) ? 'passed' : LACKING] as const),
      ['no scope', () => gateway.sign({ scope: undefined }), LACKING] as const,
      ['every scope but its own', () => gateway.sign({ scope: SCOPES.filter((one) => !route.scopes.includes(one)).join(' ') }), LACKING] as const,
      ...Object.entries(DEFECTS).map(([name, make]) => [name, () => make(right), '401 Unauthorized'] as const),
    ];
    const outcomes: Record<string, string> = {};
    for (const [name, make] of rows) outcomes[name] = await outcomeOf(route, await make());
    expect(outcomes).toEqual(Object.fromEntries(rows.map(([name, , expected]) => [name, expected])));
  });

  test.each(open.map((route) => [`${route.method} ${route.path}`, route] as const))('%s, to anyone, whatever they show', async (_, route) => {
    for (const make of Object.values(DEFECTS)) expect(await outcomeOf(route, await make('read'))).toBe('passed');
  });
});

describe('a function that is reached past the gateway asks again', () => {
  test.each(closed.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_, route) => {
    const body = route.method === 'GET' ? {} : { body: {} };
    expect((await service.call(route.method, toAddress(route), body)).json).toMatchObject({ status: 401, type: '/v1/problems/not-signed-in' });
    const scopes = SCOPES.filter((scope) => !route.scopes.includes(scope));
    const answer = await service.call(route.method, toAddress(route), { as: { id: 'somebody', scopes }, ...body });
    expect(answer.json).toMatchObject({ status: 403, type: '/v1/problems/missing-scope' });
  });
});
