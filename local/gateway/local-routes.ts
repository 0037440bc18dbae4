import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './reply.ts';

/** What a route of local mode itself answers; 400 and up without an `error` of OAuth's are problems of RFC 9457. */
export type LocalAnswer = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };
export type LocalRoutes = Readonly<
  Record<`/local/${string}`, Readonly<Record<string, (request: IncomingMessage) => LocalAnswer | Promise<LocalAnswer>>>>
>;

export const LOCAL_PREFIX = '/local/';

/** Answers what exists only in local mode: sign-in and the clock. */
export async function serveLocal(request: IncomingMessage, response: ServerResponse, path: string, routes: LocalRoutes): Promise<void> {
  const methods = Object.entries(routes).find(([known]) => known === path)?.[1];
  const answer = methods?.[request.method === 'HEAD' ? 'GET' : (request.method ?? '')];
  const { status, body, headers = {} } = await (answer ? answer(request) : methods ? refuseMethod(methods) : refusePath(path));
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendJson(response, isProblem(body) ? 'application/problem+json' : 'application/json', body);
}

/** A problem of RFC 9457; local mode has no types of its own. */
export function toProblem(status: number, title: string, detail: string, headers: Readonly<Record<string, string>> = {}): LocalAnswer {
  return { status, headers, body: { type: 'about:blank', title, status, detail } };
}

const isProblem = (body: unknown) => typeof body === 'object' && body !== null && 'type' in body && body.type === 'about:blank';
const refusePath = (path: string) => toProblem(404, 'Not Found', `Local mode has nothing at ${path}.`);
const refuseMethod = (methods: object) => {
  const allow = Object.keys(methods)
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');
  return toProblem(405, 'Method Not Allowed', `Use ${allow} here.`, { allow });
};
