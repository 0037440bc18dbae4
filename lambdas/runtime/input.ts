import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { Assessment } from '../../domain/facts/assessment.ts';
import { describeIssue } from '../../domain/facts/describe-issue.ts';
import { detail } from '../../domain/facts/detail.ts';
import { fault, toFault } from '../../domain/facts/fault.ts';
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
  .string({ error: fault('missing-or-malformed', { isMissing: true }) })
  .regex(/^[\x21-\x7e]{1,200}$/, fault('missing-or-malformed', { isMissing: false }));

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
    else faults.push(...toFaults(parsed.error, IdempotencyKey, 'header').map((one) => ({ ...one, pointer: '/idempotency-key' })));
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
  if (bytes > maxBytes) throw new Problem('too-large', detail('body-too-large', { bytes, most: maxBytes }));
  const encoding = headers['content-encoding']?.trim().toLowerCase() || 'identity';
  if (encoding !== 'identity') throw unsupported('content-encoding');
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) throw unsupported('charset');
  const decoded = isBase64Encoded ? decodeUtf8(Buffer.from(body, 'base64')) : checkDecoded(body);
  if ('text' in decoded) return decoded;
  if (decoded.kind !== 'broken') throw unsupported(decoded.kind === 'compressed' ? 'compressed' : 'utf-16');
  return { fault: { pointer: '', ...toFault('invalid-encoding', { at: decoded.at, byte: decoded.byte }) } };
}

const unsupported = (why: 'content-encoding' | 'charset' | 'compressed' | 'utf-16') =>
  new Problem('unsupported-media-type', detail(why), { headers: { accept: 'application/json' } });

function parseJson(text: string): { value?: unknown; faults: Fault[] } {
  if (text.trim() === '') return { faults: [{ pointer: '', ...toFault('missing-body') }] };
  try {
    const at = findPrototype(text);
    if (at) return { faults: [at] };
    const value: unknown = JSON.parse(text);
    const faults = findRepeatedNames(text).map((place) => ({
      pointer: toPointer(place),
      ...toFault('repeated-name'),
    }));
    return { value, faults };
  } catch (error) {
    return { faults: [{ pointer: '', ...toFault('invalid-json', { said: visible((error as Error).message.slice(0, 200)) }) }] };
  }
}

/** The gateway joins what is sent twice with a comma, which a value may hold too. */
function findGivenTwice(rawQueryString: string): Fault[] {
  const names = [...new URLSearchParams(rawQueryString).keys()];
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => ({
    pointer: toPointer([name]),
    in: 'query',
    ...toFault('given-twice', { count: names.filter((one) => one === name).length }),
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
  return found ? { pointer: '/__proto__', ...toFault('forbidden-name') } : undefined;
}
