import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../lambdas/routes.ts';
import { parseInput } from '../../lambdas/runtime/input.ts';
import { operation } from '../../lambdas/runtime/operation.ts';
import { Problem } from '../../lambdas/runtime/problem.ts';
import { wholeNumber } from '../../lambdas/runtime/whole-number.ts';

const route: Route = { name: 'x', method: 'POST', path: '/v1/x', function: 'scores', scopes: [], summary: '' };
const echo = operation({
  query: z.strictObject({ limit: wholeNumber({ min: 1, max: 200 }).default(50), band: z.enum(['severe', 'high']).optional() }),
  body: z.looseObject({}),
  reply: {},
  run: () => ({ status: 204, body: undefined }),
});

type Sent = { readonly bytes?: Uint8Array; readonly text?: string; readonly headers?: Record<string, string>; readonly query?: string };

function read({ bytes, text = bytes && Buffer.from(bytes).toString('base64'), headers = {}, query = '' }: Sent): {
  body?: unknown;
  query?: unknown;
  problem?: Problem;
} {
  const form = new URLSearchParams(query);
  const joined = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(',')]));
  const event = { headers, body: text ?? '{}', isBase64Encoded: bytes !== undefined, rawQueryString: query, queryStringParameters: joined };
  try {
    return parseInput(route, echo, event as unknown as APIGatewayProxyEventV2);
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

const FACT = '{"quote":"Les données sont stockées aux États-Unis."}';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
/** As API Gateway hands on a body that it takes for text. */
const lenient = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

test('UTF-8 is read as bytes and as text, and a byte order mark is dropped', () => {
  for (const text of [FACT, `\ufeff${FACT}`])
    for (const sent of [
      { bytes: Buffer.from(text) },
      { text },
      { text, headers: { 'content-type': 'application/json; charset="UTF-8"', 'content-encoding': 'identity' } },
    ])
      expect(read(sent)).toMatchObject({ body: JSON.parse(FACT) });
});

test.each<[string, Uint8Array]>([
  ['UTF-16 with its mark', utf16(`\ufeff${FACT}`)],
  ['UTF-16 without one', utf16(FACT)],
  ['UTF-16 of the other order', utf16(`\ufeff${FACT}`).swap16()],
  ['UTF-16 of the other order without a mark', utf16(FACT).swap16()],
  ['gzip without a word on it', gzipSync(FACT)],
])('%s is answered with 415 and what to do', (_, bytes) => {
  for (const sent of [{ bytes }, { text: lenient(bytes) }])
    expect(read(sent).problem).toMatchObject({
      slug: 'unsupported-media-type',
      detail: { text: expect.stringMatching(/save it as UTF-8|send it as it is/) },
    });
});

test.each(['gzip', 'br', 'deflate', 'zstd', 'GZIP', 'gzip, br'])('Content-Encoding: %s is answered with 415, whatever the body is', (encoding) => {
  expect(read({ text: FACT, headers: { 'content-encoding': encoding } }).problem).toMatchObject({ slug: 'unsupported-media-type', status: 415 });
});

test.each(['utf-16', 'iso-8859-1', 'windows-1252'])('charset=%s is answered with 415', (charset) => {
  expect(read({ text: FACT, headers: { 'content-type': `application/json;charset=${charset}` } }).problem).toMatchObject({ status: 415 });
});

test.each<[string, Uint8Array, string]>([
  ['Windows-1252', Buffer.from(FACT, 'latin1'), 'at byte 19 (0xE9)'],
  ['half a character at the end', Buffer.from('{"a":"é').subarray(0, -1), 'at byte 7 (0xC3)'],
  ['an overlong spelling', Buffer.from([0x7b, 0xc0, 0xaf, 0x7d]), 'at byte 2 (0xC0)'],
  ['half a surrogate pair', Buffer.from([0x7b, 0x7d, 0xed, 0xa0, 0x80]), 'at byte 3 (0xED)'],
])('bytes of %s are refused with their place', (_, bytes, place) => {
  expect(read({ bytes }).problem?.errors).toMatchObject([{ pointer: '', code: 'invalid-encoding', detail: expect.stringContaining(place) }]);
});

test.each<[string, string, string[]]>([
  ['at the top', '{"a":1,"b":2,"a":3}', ['/a']],
  ['further down', '{"paths":[{"x":1},{"x":1,"y":[{}],"x":2}],"sources":{"s":{},"s":{}}}', ['/paths/1/x', '/sources/s']],
  ['spelt in two ways', '{"sources":{"a":1,"\\u0061":2}}', ['/sources/a']],
  ['with a slash and a tilde', '{"a/b~c":1,"a/b~c":1}', ['/a~1b~0c']],
  ['thrice', '{"a":1,"a":1,"a":1}', ['/a', '/a']],
  ['below many levels', `${'{"a":'.repeat(9000)}{"b":1,"b":1}${'}'.repeat(9000)}`, [`${'/a'.repeat(9000)}/b`]],
])('a name that stands twice %s is refused with its place', (_, text, pointers) => {
  expect(read({ text }).problem?.errors?.map(({ pointer, code }) => [pointer, code])).toEqual(pointers.map((pointer) => [pointer, 'repeated-name']));
});

test.each(['{"a":"a","b":["a","a"],"c":{"a":1}}', '{"a":[{"a":1},{"a":1}],"b":{"b":{"b":"{\\"b\\":1,\\"b\\":2}"}}}', '{"a":"b","b":"a"}'])(
  '%s has each name once',
  (text) => {
    expect(read({ text })).toMatchObject({ body: JSON.parse(text) });
  },
);

test('a number in an address has one spelling', () => {
  for (const limit of ['01', '+1', '1.0', '1e2', '0x10', ' 5', '5 ', '-1', '', '0', '201', '１', '1,2', 'NaN', '99999999999999999999'])
    expect(read({ query: new URLSearchParams({ limit }).toString() }).problem?.errors, limit).toMatchObject([
      expect.objectContaining({ pointer: '/limit', in: 'query', detail: expect.stringContaining('a whole number from 1 to 200') }),
    ]);
  expect(read({ query: 'limit=200' })).toMatchObject({ query: { limit: 200 } });
  expect(read({})).toMatchObject({ query: { limit: 50 } });
});

test.each(['limit=5&limit=5', 'band=severe&band=high', 'band=severe&limit=5&band=severe'])(
  '?%s says that it is given twice, and no more',
  (query) => {
    expect(read({ query }).problem?.errors).toMatchObject([
      { pointer: query.startsWith('limit') ? '/limit' : '/band', in: 'query', code: 'given-twice', detail: 'is given 2 times: give it once' },
    ]);
  },
);
