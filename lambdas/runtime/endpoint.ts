import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyHandlerV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { detail } from '../../domain/facts/detail.ts';
import { preferredLanguage } from '../../messages/language.ts';
import { loadApi } from '../../messages/load-api.ts';
import { RecordBroken } from '../../store/record-broken.ts';
import { Unreadable } from '../../store/unreadable.ts';
import { type Route, routes } from '../routes.ts';
import { answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { ClaimRules } from './env.ts';
import { type Log, logRequest } from './log.ts';
import type { Operation } from './operation.ts';
import { Problem } from './problem.ts';

export type Operations = Readonly<Record<string, Operation>>;
export type Endpoint = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** On every answer; a more particular one, such as `immutable` on a published score, goes before. */
const HEADERS = {
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** One function: its operations behind the routes that name it. The gateway has matched the route (`routeKey`) already. */
export function createEndpoint(functionName: string, operations: Operations, deps: () => Deps, log: Log = console): Endpoint {
  const own = new Map<string, { route: Route; operation: Operation }>();
  for (const route of routes as readonly Route[]) {
    if (route.function !== functionName) continue;
    const operation = operations[route.name];
    if (!operation) throw new Error(`${functionName} has no operation ${route.name}`);
    own.set(`${route.method} ${route.path}`, { route, operation });
  }

  let rules: ClaimRules | undefined;
  const dispatch = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const match = own.get(event.routeKey.replace(/^HEAD /, 'GET '));
    if (!match) throw noRoute(event);
    const given = deps();
    rules = given.claims;
    return answer(match.route, match.operation, event, given);
  };
  return middy(dispatch as APIGatewayProxyHandlerV2<APIGatewayProxyStructuredResultV2>).use(complete(log, () => rules)) as unknown as Endpoint;
}

/**
 * The last step of every answer: its headers and its line in the log. A `Problem` answers itself; everything else is a
 * fault of ours: a bare 500 with the request id.
 */
function complete(log: Log, rulesOf: () => ClaimRules | undefined) {
  const finish = async function finishAnswer(request: middy.Request) {
    const event = request.event as APIGatewayProxyEventV2;
    const { requestId } = event.requestContext;
    const response = request.error ? await toResponse(request.error, event) : (request.response as APIGatewayProxyStructuredResultV2);
    response.headers = { ...HEADERS, 'x-request-id': requestId, ...response.headers };
    request.response = event.requestContext.http.method === 'HEAD' ? withoutBody(response) : response;
    logRequest(log, event, response, { error: request.error ?? undefined, rules: rulesOf() });
  };
  return { after: finish, onError: finish };
}

/** What GET would answer, down to its length, and none of its body (RFC 9110, 9.3.2). */
function withoutBody({ body = '', isBase64Encoded, headers, ...response }: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  const length = Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8');
  return { ...response, headers: { ...headers, ...(response.statusCode !== 304 && { 'content-length': String(length) }) }, body: '' };
}

/** In the language that the request asks for. */
async function toResponse(error: Error, { headers, requestContext }: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const language = preferredLanguage(headers['accept-language']);
  const english = toProblem(error);
  const problem = language === 'en' ? english : english.in(await loadApi(language));
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json', 'content-language': language, vary: 'accept-language', ...problem.headers },
    body: problem.toBody(requestContext.requestId),
  };
}

function toProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RecordBroken) return new Problem('record-broken', detail('as-found', { found: error.message }));
  if (error instanceof Unreadable) return new Problem('record-unreadable', detail('as-found', { found: error.message }));
  return new Problem('internal-error', detail('service-failed'));
}

/** 405 where the address answers other methods, else 404. */
function noRoute(event: APIGatewayProxyEventV2): Problem {
  const { method, path } = event.requestContext.http;
  const allowed = (routes as readonly Route[])
    .filter((route) => matches(route.path, path))
    .flatMap(({ method: own }) => (own === 'GET' ? ['GET', 'HEAD'] : [own]));
  return allowed.length === 0
    ? new Problem('not-found', detail('no-route', { path: path.slice(0, 200) }))
    : new Problem('method-not-allowed', detail('no-method', { method }), { headers: { allow: [...new Set(allowed)].join(', ') } });
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const parts = path.split('/');
  const isOpen = template.endsWith('+}');
  const given = isOpen ? parts.slice(0, expected.length) : parts;
  return expected.length === given.length && expected.every((part, i) => part === given[i] || (part.startsWith('{') && given[i] !== ''));
}
