import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { Assessment } from '../../domain/facts/assessment.ts';
import { describeIssue } from '../../domain/facts/describe-issue.ts';
import { isAssessment } from '../../domain/facts/read-assessment.ts';
import { findRepeatedNames } from '../../domain/facts/repeated-names.ts';
import { checkDecoded, decodeUtf8 } from '../../domain/facts/utf8.ts';
import { visible } from '../../domain/facts/visible.ts';
import type { Route } from '../routes.ts';
import { toFaults, toPointer } from './faults.ts';
import type { Operation } from './operation.ts';
import { type Fault, invalid, Problem } from './problem.ts';

const Nothing = z.strictObject({});
export const IdempotencyKey = z
  .string({ error: 'send a header Idempotency-Key with a value of your own for this request' })
  .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 printable ASCII characters without spaces');

export function parseParams(operation: Operation, event: APIGatewayProxyEventV2): unknown {
  return parseOrThrow(operation.params ?? Nothing, event.pathParameters ?? {}, 'path');
}

export type Input = { readonly query: unknown; readonly body: unknown; readonly idempotencyKey: string | undefined };

/** Query, headers and body together, so that the faults of all three are reported at once. */
export function parseInput(route: Route, operation: Operation, event: APIGatewayProxyEventV2): Input {
  const faults: Fault[] = [];
  const collect = (schema: z.ZodType, value: unknown, where?: Fault['in']): unknown => {
    if (schema === Assessment && isAssessment(value)) return value;
    const parsed = schema.safeParse(value, { reportInput: true, error: describeIssue });
    if (!parsed.success) faults.push(...toFaults(parsed.error, schema, where));
    return parsed.data;
  };

  const twice = findGivenTwice(event.rawQueryString ?? '');
  faults.push(...twice);
  const given = Object.entries(event.queryStringParameters ?? {}).filter(([name]) => !twice.some(({ pointer }) => pointer === toPointer([name])));
  const query = collect(operation.query ?? Nothing, Object.fromEntries(given), 'query');
  let idempotencyKey: string | undefined;
  if (route.needs?.includes('idempotency-key')) {
    const parsed = IdempotencyKey.safeParse(event.headers['idempotency-key'] || undefined);
    if (parsed.success) idempotencyKey = parsed.data;
    else faults.push({ pointer: '/idempotency-key', in: 'header', code: 'missing-or-malformed', detail: parsed.error.issues[0]?.message ?? '' });
  }
  let body: unknown;
  if (operation.raw && faults.length === 0) body = operation.raw.read(event, operation.maxBytes ?? 64_000);
  if (operation.body) {
    const read = readBody(event, operation.maxBytes ?? 64_000);
    const json = read.text === undefined ? { faults: [] } : parseJson(read.text);
    faults.push(...(read.fault ? [read.fault] : []), ...json.faults);
    if ('value' in json) body = collect(operation.body, json.value);
  }
  if (faults.length > 0) throw invalid(faults);
  return { query, body, idempotencyKey };
}

function parseOrThrow(schema: z.ZodType, value: unknown, where: Fault['in']): unknown {
  const parsed = schema.safeParse(value, { reportInput: true, error: describeIssue });
  if (!parsed.success) throw invalid(toFaults(parsed.error, schema, where));
  return parsed.data;
}

function readBody({ body = '', isBase64Encoded, headers }: APIGatewayProxyEventV2, maxBytes: number): { text?: string; fault?: Fault } {
  // A unit of text takes three bytes at most, so that most bodies need not be counted.
  const bytes = body.length * 3 > maxBytes ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;
  if (bytes > maxBytes) throw new Problem('too-large', `the body has ${bytes} bytes; the limit is ${maxBytes}`);
  const encoding = headers['content-encoding']?.trim().toLowerCase() || 'identity';
  if (encoding !== 'identity') throw unsupported('is sent with a Content-Encoding: send it as it is, without one');
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) throw unsupported('is said to be of another charset: send UTF-8, with charset=utf-8 or none');
  const decoded = isBase64Encoded ? decodeUtf8(Buffer.from(body, 'base64')) : checkDecoded(body);
  if ('text' in decoded) return decoded;
  if (decoded.kind !== 'broken') throw unsupported(decoded.why);
  return { fault: { pointer: '', code: 'invalid-encoding', detail: `the body ${decoded.why}` } };
}

const unsupported = (why: string) => new Problem('unsupported-media-type', `the body ${why}`, { headers: { accept: 'application/json' } });

function parseJson(text: string): { value?: unknown; faults: Fault[] } {
  if (text.trim() === '') return { faults: [{ pointer: '', code: 'missing', detail: 'a JSON body is needed' }] };
  try {
    const at = findPrototype(text);
    if (at) return { faults: [at] };
    const value: unknown = JSON.parse(text);
    const faults = findRepeatedNames(text).map((place) => ({
      pointer: toPointer(place),
      code: 'repeated-name',
      detail: 'stands twice in one object, and only the last would count: leave one of the two',
    }));
    return { value, faults };
  } catch (error) {
    return { faults: [{ pointer: '', code: 'invalid-json', detail: `the body is not JSON: ${visible((error as Error).message.slice(0, 200))}` }] };
  }
}

/** The gateway joins what is sent twice with a comma, which a value may hold too. */
function findGivenTwice(rawQueryString: string): Fault[] {
  const names = [...new URLSearchParams(rawQueryString).keys()];
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => ({
    pointer: toPointer([name]),
    in: 'query',
    code: 'given-twice',
    detail: `is given ${names.filter((one) => one === name).length} times: give it once`,
  }));
}

/** A field named after an object's prototype: parsers pass it over in silence, so it is refused before they see it. */
function findPrototype(text: string): Fault | undefined {
  if (!['__proto__', '\\u005f', '\\u005F'].some((written) => text.includes(written))) return undefined;
  let found = false;
  JSON.parse(text, (key, value) => {
    found ||= key === '__proto__';
    return value;
  });
  return found ? { pointer: '/__proto__', code: 'unknown-field', detail: 'no field may be named "__proto__", here or further down' } : undefined;
}
