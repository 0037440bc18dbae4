import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type Route, routes } from '../../lambdas/routes.ts';
import { StartFailure, toErrorCode } from '../start-failure.ts';
import type { Authorizer } from './authorizer.ts';
import { type GatewayEvent, type Target, toEvent, toSentTarget, toTarget } from './event.ts';
import { LOCAL_PREFIX, type LocalRoutes, serveLocal } from './local-routes.ts';
import { createMatcher } from './match-route.ts';
import { readBody } from './read-body.ts';
import { Refusal, sendRefusal, sendReply } from './reply.ts';

export type FunctionName = Route['function'];
export type Handler = (event: GatewayEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

export type GatewayOptions = {
  readonly authorize: Authorizer;
  readonly handlers: (name: FunctionName) => Handler | Promise<Handler>;
  readonly local: LocalRoutes;
  /** Serves the console's files and page; false leaves the request to the API. */
  readonly console?: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;
  readonly log: Pick<Console, 'error'>;
  /** Milliseconds until a function that does not answer is given up: API Gateway's own limit. */
  readonly integrationTimeoutMs?: number;
};

/** API Gateway's limit on a request's body, in bytes. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;
const HOSTS = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
/** The function that answers whatever matches no route. */
const DEFAULT_FUNCTION: FunctionName = 'reference';

/** Takes the port, 0 for any free one; nothing is answered before `serve`. */
export function listen(port: number, patience: { requestMs?: number; headersMs?: number } = {}): Promise<{ server: Server; url: string }> {
  const { requestMs = 30_000, headersMs = 10_000 } = patience;
  const server = createServer({
    requestTimeout: requestMs,
    headersTimeout: headersMs,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: Math.min(1_000, headersMs / 2),
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toErrorCode(error) === undefined ? error : new StartFailure(describe(port, error), { cause: error })));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve({ server, url: `http://127.0.0.1:${address.port}` });
      else reject(new Error('the server has no port'));
    });
  });
}

function describe(port: number, error: Error): string {
  if (toErrorCode(error) === 'EADDRINUSE') return `Port ${port} is in use: stop what listens there, or choose another with PORT.`;
  return `Port ${port} cannot be opened (${toErrorCode(error)}): choose another with PORT.`;
}

/** Ends the requests under way, then the rest. */
export function closeServer(server: Server, patienceMs = 3_000): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Answers as an API Gateway HTTP API with a JWT authorizer would, from the manifest of routes. */
export function serve(server: Server, options: GatewayOptions): void {
  const match = createMatcher(routes);
  server.on('request', (request, response) => {
    const requestId = randomUUID();
    response.setHeader('apigw-requestid', requestId);
    answer(request, response, requestId).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      const refusal = error instanceof Refusal ? error : new Refusal(500);
      if (refusal !== error) options.log.error(`${requestId} ${error instanceof Error ? error.stack : String(error)}`);
      if (response.headersSent) response.destroy();
      else sendRefusal(response, refusal);
    });
  });
  server.on('clientError', refuseMalformed);

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    // Against DNS rebinding: a page whose own name resolves to this machine is refused.
    if (!HOSTS.test(request.headers.host ?? '')) throw new Refusal(403);
    const target = await toTargetOrPage(request, response);
    if (!target) return;
    if (target.path.startsWith(LOCAL_PREFIX)) return serveLocal(request, response, target.path, options.local);
    if (await options.console?.(request, response, target.path)) return;
    const found = match(request.method ?? '', target.path);
    const isClosed = found !== undefined && found.route.scopes.length > 0;
    const authorized = isClosed ? await options.authorize(request.headersDistinct.authorization?.join(',')) : undefined;
    const body = await readBody(request, BODY_LIMIT_BYTES);
    const event = toEvent(request, { target, match: found, authorized, body, requestId });
    sendReply(response, await invoke(found?.route.function ?? DEFAULT_FUNCTION, event, requestId));
  }

  /** To a browser the console says itself that it has no such page, even where the address is no text. */
  async function toTargetOrPage(request: IncomingMessage, response: ServerResponse): Promise<Target | undefined> {
    try {
      return toTarget(request);
    } catch (error) {
      if (await options.console?.(request, response, toSentTarget(request).path)) return undefined;
      throw error;
    }
  }

  async function invoke(name: FunctionName, event: GatewayEvent, requestId: string): Promise<APIGatewayProxyStructuredResultV2> {
    const timeoutMs = options.integrationTimeoutMs ?? 30_000;
    const handler = await options.handlers(name);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Refusal(503)), timeoutMs);
    });
    try {
      return await Promise.race([handler(event, toContext(name, requestId, Date.now() + timeoutMs)), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function toContext(name: FunctionName, requestId: string, deadline: number): Context {
  return {
    awsRequestId: requestId,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    logGroupName: name,
    logStreamName: 'local',
    memoryLimitInMB: '1024',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

/** A request that cannot be parsed, or that never becomes whole, is refused on the bare socket. */
function refuseMalformed(error: Error, socket: Duplex): void {
  if (!socket.writable || toErrorCode(error) === 'ECONNRESET') return void socket.destroy();
  const status = ({ HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 } as const)[toErrorCode(error) ?? ''] ?? 400;
  const body = JSON.stringify({ message: new Refusal(status).message });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
}
