import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { Assessment } from '../../domain/facts/assessment.ts';
import { isAssessment } from '../../domain/facts/read-assessment.ts';
import type { Route } from '../routes.ts';
import { toFaults } from './faults.ts';
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
    const parsed = schema.safeParse(value, { reportInput: true });
    if (!parsed.success) faults.push(...toFaults(parsed.error, schema, where));
    return parsed.data;
  };

  const query = collect(operation.query ?? Nothing, event.queryStringParameters ?? {}, 'query');
  let idempotencyKey: string | undefined;
  if (route.needs?.includes('idempotency-key')) {
    const parsed = IdempotencyKey.safeParse(event.headers['idempotency-key'] || undefined);
    if (parsed.success) idempotencyKey = parsed.data;
    else faults.push({ pointer: '/idempotency-key', in: 'header', code: 'missing-or-malformed', detail: parsed.error.issues[0]?.message ?? '' });
  }
  let body: unknown;
  if (operation.raw && faults.length === 0) body = operation.raw.read(event, operation.maxBytes ?? 64_000);
  if (operation.body) {
    const text = readBody(event, operation.maxBytes ?? 64_000);
    const json = parseJson(text);
    if (json.fault) faults.push(json.fault);
    else body = collect(operation.body, json.value);
  }
  if (faults.length > 0) throw invalid(faults);
  return { query, body, idempotencyKey };
}

function parseOrThrow(schema: z.ZodType, value: unknown, where: Fault['in']): unknown {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw invalid(toFaults(parsed.error, schema, where));
  return parsed.data;
}

function readBody(event: APIGatewayProxyEventV2, maxBytes: number): string {
  const { body = '', isBase64Encoded } = event;
  // A unit of text takes three bytes at most, so that most bodies need not be counted.
  const bytes = body.length * 3 > maxBytes ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;
  if (bytes > maxBytes) throw new Problem('too-large', `the body has ${bytes} bytes; the limit is ${maxBytes}`);
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body.toWellFormed();
}

function parseJson(text: string): { value?: unknown; fault?: Fault } {
  if (text.trim() === '') return { fault: { pointer: '', code: 'missing', detail: 'a JSON body is needed' } };
  try {
    const at = findPrototype(text);
    return at ? { fault: at } : { value: JSON.parse(text) };
  } catch (error) {
    return { fault: { pointer: '', code: 'invalid-json', detail: `the body is not JSON: ${(error as Error).message.slice(0, 200).toWellFormed()}` } };
  }
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
