import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Authorized } from './authorizer.ts';
import type { Match } from './match-route.ts';
import { Refusal } from './reply.ts';

/** An event of payload format 2.0 as API Gateway's HTTP API sends it: with an authorizer on routes that ask for a token. */
export type GatewayEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: APIGatewayProxyEventV2['requestContext'] & { authorizer?: Authorized };
};

export type Target = { readonly path: string; readonly query: string };

/** The decoded path and the query as sent. API Gateway decodes before it matches, so `%2F` separates segments. */
export function toTarget(request: IncomingMessage): Target {
  const { path, query } = toSentTarget(request);
  try {
    if (path.startsWith('/')) return { path: decodeURIComponent(path), query };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new Refusal(400);
}

/** Path and query as they were sent. */
export function toSentTarget(request: IncomingMessage): Target {
  const [, path = '', query = ''] = /^(?:https?:\/\/[^/?]*)?([^?]*)\??(.*)$/is.exec(request.url ?? '') ?? [];
  return { path, query };
}

export function toEvent(
  request: IncomingMessage,
  parts: { target: Target; match: Match | undefined; authorized: Authorized | undefined; body: Buffer; requestId: string },
): GatewayEvent {
  const { target, match, authorized, body, requestId } = parts;
  const method = request.method ?? 'GET';
  const routeKey = match ? `${method} ${match.route.path}` : '$default';
  const { cookie, ...headers } = request.headersDistinct;
  const cookies = cookie?.flatMap((line) => line.split(/;\s*/)).filter(Boolean);
  const isText = body.length === 0 || TEXT.test(request.headers['content-type'] ?? '');
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: target.path,
    rawQueryString: target.query,
    ...(cookies && { cookies }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, values = []]) => [name, values.join(',')])),
    ...(target.query && { queryStringParameters: toQueryParameters(target.query) }),
    ...(match && Object.keys(match.params).length > 0 && { pathParameters: { ...match.params } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method,
        path: target.path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(authorized && { authorizer: authorized }),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: !isText,
  };
}

// Everything else travels as base64, forms and bodies without a type too.
const TEXT = /^\s*(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))\s*(;|$))/i;

function toQueryParameters(query: string): Record<string, string> {
  const form = new URLSearchParams(query);
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(',')]));
}
