import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { detail } from '../../domain/facts/detail.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { Refusal } from '../../domain/record/refusal.ts';
import { toShape } from '../../domain/record/unknown-members.ts';
import { again } from '../../store/again.ts';
import { toBreaks } from '../../store/audit.ts';
import { Conflict } from '../../store/conflict.ts';
import { RecordBroken } from '../../store/record-broken.ts';
import type { Remembered } from '../../store/reply.ts';
import type { Route } from '../routes.ts';
import { type Caller, callerOf, demandOne } from './caller.ts';
import type { Deps } from './deps.ts';
import { findFirstAnswer, identify, rememberAnswer } from './idempotency.ts';
import { parseInput, parseParams } from './input.ts';
import type { Operation } from './operation.ts';
import { checkPrecondition, isUnchanged } from './preconditions.ts';
import { Problem } from './problem.ts';
import type { Reply } from './reply.ts';
import { witnessOf } from './witness.ts';

type Answer = { status: number; headers: Record<string, string>; body: string; isBase64Encoded?: boolean };

/** The caller of a route without scopes, which needs no sign-in. */
const ANYONE: Caller = { id: 'anyone', scopes: [], isPerson: false };

/** One request through one operation. A lost race is read again and repeated; then preconditions and state decide anew. */
export async function answer(
  route: Route,
  operation: Operation,
  event: APIGatewayProxyEventV2,
  deps: Deps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const caller = route.scopes.length === 0 ? ANYONE : demandOne(callerOf(event, deps.claims), route.scopes);
  const params = parseParams(operation, event);
  const { status, ...written } = await again(() => attemptAnswer(route, operation, event, { caller, params }, deps)).catch(async (error: unknown) => {
    // What only reads has no right to note it, and the night finds it.
    if (error instanceof RecordBroken && route.method !== 'GET') await deps.store.noteBroken(toBreaks(error), deps.now().toISOString());
    return throwProblem(error);
  });
  return { statusCode: status, ...written };
}

/** A rule that refuses, and a race that was lost every time, are answers. */
function throwProblem(error: unknown): never {
  if (error instanceof Refusal) throw new Problem(error.code, error.detail);
  if (error instanceof Conflict) throw new Problem('conflict', detail('lost-race'));
  throw error;
}

/** Existence, precondition, input, state: in this order. */
async function attemptAnswer(
  route: Route,
  operation: Operation,
  event: APIGatewayProxyEventV2,
  target: { caller: Caller; params: unknown },
  deps: Deps,
): Promise<Answer> {
  const found = await operation.find?.(target, deps);
  if (route.needs?.includes('precondition')) checkPrecondition(event.headers, operation.etag?.(found, {}, deps));
  const { query, body, idempotencyKey } = parseInput(route, operation, event);

  const etag = route.method === 'GET' ? operation.etag?.(found, query, deps) : undefined;
  if (etag !== undefined && isUnchanged(event.headers, etag)) return { status: 304, headers: { etag: `"${etag}"` }, body: '' };

  const identity = idempotencyKey === undefined ? undefined : identify(route, target.caller, idempotencyKey, { params: target.params, body });
  const first = identity && (await findFirstAnswer(identity, deps));
  if (first) return { status: first.status, headers: { ...first.headers, 'idempotency-replayed': 'true' }, body: first.body };

  let remembered: Remembered | undefined;
  const remember = (reply: Reply) => {
    remembered = identity && rememberAnswer(identity, writeOut(operation, reply), deps.now());
    return remembered;
  };
  const reply = await operation.run({ ...target, witness: witnessOf(event), query, body, found, remember }, deps);
  if (identity && !remembered) throw new Error(`${route.name} did not store its answer with its change`);
  const written: Answer = remembered ?? writeOut(operation, reply);
  if (route.needs?.includes('paging')) return { ...written, headers: { ...written.headers, ...linkToNext(event, reply.body) } };
  if (route.method !== 'GET') return written;
  // What has no version of its own has that of its content.
  const version = etag ?? hashOf({ body: written.body });
  if (isUnchanged(event.headers, version)) return { status: 304, headers: { etag: `"${version}"` }, body: '' };
  return { ...written, headers: { etag: `"${version}"`, ...written.headers } };
}

/** Where the next page is, for clients that follow links (RFC 8288). */
function linkToNext({ rawPath, queryStringParameters }: APIGatewayProxyEventV2, body: unknown): Record<string, string> {
  const { nextCursor } = body as { nextCursor?: string | null };
  if (!nextCursor) return {};
  return { link: `<${rawPath}?${new URLSearchParams({ ...queryStringParameters, cursor: nextCursor } as Record<string, string>)}>; rel="next"` };
}

/** Through its schema: what is not declared does not leave. */
function writeOut(operation: Operation, reply: Reply): Answer {
  const schema = operation.reply[reply.status];
  if (!schema) throw new Error(`no schema is declared for status ${reply.status}`);
  const parsed = schema.safeParse(reply.body);
  // What an earlier release stored is not held to a rule of today.
  const body = parsed.success ? parsed.data : toShape(schema, { isStrict: true }).parse(reply.body);
  if (body === undefined) return { status: reply.status, headers: { ...reply.headers }, body: '' };
  const headers = { 'content-type': 'application/json', ...reply.headers };
  if (body instanceof Uint8Array) return { status: reply.status, headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  // A page or a list is text already, and says so in its own content type.
  return { status: reply.status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
