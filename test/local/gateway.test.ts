import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Handler } from '../../local/gateway/gateway.ts';
import { closeServer, listen } from '../../local/gateway/gateway.ts';
import { openGateway, send, sendBytes } from './open-gateway.ts';

type Gateway = Awaited<ReturnType<typeof openGateway>>;
const open: Gateway[] = [];
afterEach(async () => {
  for (const gateway of open.splice(0)) await gateway.close();
});
async function start(...setup: Parameters<typeof openGateway>): Promise<Gateway> {
  const gateway = await openGateway(...setup);
  open.push(gateway);
  return gateway;
}
const bearer = async ({ sign }: Gateway) => ({ authorization: `Bearer ${await sign()}` });
const lastEvent = ({ called }: Gateway) => called.at(-1)?.event;

describe('the event a function gets', () => {
  test('is of payload format 2.0, with lower-case headers, joined duplicates and cookies apart', async () => {
    const gateway = await start();
    const headers = {
      ...(await bearer(gateway)),
      'X-Note': ['one', 'two'],
      cookie: 'a=1; b=2',
      'content-type': 'application/json',
      'user-agent': 'test',
    };
    const before = Date.now();
    await gateway.send('/v1/scores:simulate?asOf=2023-02-23&tag=x&tag=y%20z&empty=', { method: 'POST', headers, body: '{"a":"é"}' });
    expect(gateway.called).toHaveLength(1);
    expect(gateway.called[0]?.name).toBe('scores');
    const event = lastEvent(gateway);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/scores:simulate',
      rawPath: '/v1/scores:simulate',
      rawQueryString: 'asOf=2023-02-23&tag=x&tag=y%20z&empty=',
      queryStringParameters: { asOf: '2023-02-23', tag: 'x,y z', empty: '' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-note': 'one,two', 'content-type': 'application/json' },
      body: '{"a":"é"}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/v1/scores:simulate', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        routeKey: 'POST /v1/scores:simulate',
        stage: '$default',
      },
    });
    expect(event?.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('pathParameters');
    expect(event?.requestContext.timeEpoch).toBeGreaterThanOrEqual(before);
    expect(event?.requestContext.timeEpoch).toBeLessThanOrEqual(Date.now());
  });

  test('leaves out what the request has not: body, query, cookies', async () => {
    const gateway = await start();
    await gateway.send('/v1/health');
    const event = lastEvent(gateway);
    for (const part of ['body', 'queryStringParameters', 'cookies', 'pathParameters']) expect(event).not.toHaveProperty(part);
    expect(event).toMatchObject({ rawQueryString: '', isBase64Encoded: false });
  });

  test.each([
    ['application/gzip', gzipSync('hello')],
    ['application/x-www-form-urlencoded', Buffer.from('a=b')],
    ['', Buffer.from('{}')],
  ])('carries a body of type "%s" as base64', async (type, body) => {
    const gateway = await start();
    const headers = { ...(await bearer(gateway)), ...(type && { 'content-type': type }) };
    await gateway.send('/v1/scores:simulate', { method: 'POST', headers, body });
    expect(lastEvent(gateway)).toMatchObject({ isBase64Encoded: true, body: body.toString('base64') });
  });

  test.each([
    ['/v1/platforms/tik%74ok', { platform: 'tiktok' }],
    ['/v1/platforms/t%C3%A9l%C3%A9', { platform: 'télé' }],
    ['/v1/platforms/%2525', { platform: '%25' }],
    ['/v1/platforms/__proto__', { platform: '__proto__' }],
    ['/v1/platforms/a+b', { platform: 'a+b' }],
    ['/v1/platforms/..', { platform: '..' }],
  ])('names the parameters of %s decoded once', async (path, params) => {
    const gateway = await start();
    await gateway.send(path, { headers: await bearer(gateway) });
    expect(lastEvent(gateway)).toMatchObject({ routeKey: 'GET /v1/platforms/{platform}', rawPath: decodeURIComponent(path), pathParameters: params });
  });

  test('takes a query apart without touching prototypes', async () => {
    const gateway = await start();
    await gateway.send('/v1/health?__proto__=x&constructor=y&bad=%zz');
    expect(Object.entries(lastEvent(gateway)?.queryStringParameters ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['bad', '%zz'],
    ]);
  });
});

describe('the route of a request', () => {
  test('is $default, in the function reference and without sign-in, where no path or method matches', async () => {
    const gateway = await start();
    const rows: [string, string][] = [
      ['GET', '/'],
      ['GET', '/v2/platforms'],
      ['GET', '/v1/platforms/'],
      ['GET', '/v1//platforms'],
      ['GET', '/v1/platforms//score'],
      ['GET', '/V1/platforms'],
      ['DELETE', '/v1/platforms/tiktok'],
      ['HEAD', '/v1/platforms'.repeat(2)],
      ['OPTIONS', '/v1/platforms'],
      ['PROPFIND', '/v1/platforms'],
      ['GET', '/v1/platforms/a%2Fb%2Fc%2Fd'],
      ['GET', '/local'],
    ];
    for (const [method, path] of rows) expect((await gateway.send(path, { method })).status, `${method} ${path}`).toBe(200);
    expect(gateway.called.map(({ name, event }) => `${name} ${event.routeKey} ${event.requestContext.http.method}`)).toEqual(
      rows.map(([method]) => `reference $default ${method}`),
    );
  });

  test('is matched on the decoded path, so that an encoded slash separates segments', async () => {
    const gateway = await start();
    await gateway.send('/v1/platforms/tiktok%2Fscore', { headers: await bearer(gateway) });
    expect(lastEvent(gateway)).toMatchObject({ routeKey: 'GET /v1/platforms/{platform}/score', rawPath: '/v1/platforms/tiktok/score' });
  });

  test('is found for a target in absolute form too', async () => {
    const gateway = await start();
    await gateway.send(`${gateway.url}/v1/health?a=b`);
    expect(lastEvent(gateway)).toMatchObject({ routeKey: 'GET /v1/health', rawQueryString: 'a=b' });
  });
});

describe('the answer', () => {
  test.each<[string, Awaited<ReturnType<Handler>>, { status: number; body: string; headers: Record<string, unknown> }]>([
    [
      'with status, headers and cookies',
      { statusCode: 201, headers: { etag: '"v1"', 'x-n': 3 }, cookies: ['a=1', 'b=2'], body: 'ok' },
      { status: 201, body: 'ok', headers: { etag: '"v1"', 'x-n': '3', 'set-cookie': ['a=1', 'b=2'], 'content-length': '2' } },
    ],
    [
      'decoded from base64',
      { statusCode: 200, headers: { 'content-type': 'application/gzip' }, body: Buffer.from('x').toString('base64'), isBase64Encoded: true },
      { status: 200, body: 'x', headers: { 'content-type': 'application/gzip' } },
    ],
    [
      'as plain text where the function names no type',
      { statusCode: 200, body: 'é' },
      { status: 200, body: 'é', headers: { 'content-type': 'text/plain;charset=UTF-8', 'content-length': '2' } },
    ],
    ['without a body at 304', { statusCode: 304, headers: { etag: '"v1"' } }, { status: 304, body: '', headers: { etag: '"v1"' } }],
    ['without a body at 204', { statusCode: 204 }, { status: 204, body: '', headers: {} }],
  ])('is passed on %s', async (_, result, expected) => {
    const gateway = await start({ handler: async () => result });
    expect(await gateway.send('/v1/health')).toMatchObject(expected);
  });

  test('to HEAD has no body', async () => {
    const gateway = await start({ handler: async () => ({ statusCode: 404, body: 'nothing' }) });
    expect(await gateway.send('/v1/health', { method: 'HEAD' })).toMatchObject({ status: 404, body: '', headers: { 'content-length': '7' } });
  });

  test.each<[string, Handler]>([
    ['throws', async () => Promise.reject(new Error('secret detail'))],
    ['throws no error', async () => Promise.reject(undefined)],
    ['answers with a header that cannot be sent', async () => ({ statusCode: 200, headers: { etag: '"a"', 'x-bad': 'a\nb' } })],
    ['answers with a status that does not exist', async () => ({ statusCode: 7 })],
  ])('is a bare 500 in API Gateway’s form where the function %s', async (_, handler) => {
    const gateway = await start({ handler });
    const answer = await gateway.send('/v1/health');
    expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}', headers: { 'content-type': 'application/json' } });
    expect(answer.headers).not.toHaveProperty('etag');
    expect(gateway.logged[0]).toContain(answer.headers['apigw-requestid']);
    expect((await gateway.send('/v1/health')).status, 'and the gateway lives on').toBe(500);
  });

  test('is 503 where the function takes too long', async () => {
    const gateway = await start({ handler: () => new Promise(() => {}), integrationTimeoutMs: 50 });
    expect(await gateway.send('/v1/health')).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
  });
});

describe('a request that the gateway refuses', () => {
  test.each(['/v1/platforms/%zz', '/v1/platforms/%', '/%c3%28', '*'])('for its path %s gets 400', async (path) => {
    const gateway = await start();
    const answer = await gateway.send(path, { method: path === '*' ? 'OPTIONS' : 'GET' });
    expect(answer).toMatchObject({ status: 400, body: '{"message":"Bad Request"}' });
    expect(gateway.called).toHaveLength(0);
  });

  test('for more than 10 MB gets 413, announced or not, and never reaches a function', async () => {
    const gateway = await start();
    const headers = await bearer(gateway);
    const body = Buffer.alloc(10 * 1024 * 1024 + 1, ' ');
    const expected = { status: 413, body: '{"message":"Request Entity Too Large"}' };
    expect(await gateway.send('/v1/scores:simulate', { method: 'POST', headers, body })).toMatchObject(expected);
    expect(
      await gateway.send('/v1/scores:simulate', { method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' }, body }),
    ).toMatchObject(expected);
    expect(gateway.called).toHaveLength(0);
    await gateway.send('/v1/scores:simulate', { method: 'POST', headers, body: body.subarray(1) });
    expect(gateway.called).toHaveLength(1);
  });

  test('for a Host of somebody else’s gets 403, sign-in included', async () => {
    const gateway = await start();
    for (const path of ['/v1/health', '/local/clock'])
      expect(await gateway.send(path, { headers: { host: 'rebound.example.org:4200' } })).toMatchObject({
        status: 403,
        body: '{"message":"Forbidden"}',
      });
    expect((await gateway.send('/v1/health', { headers: { host: 'localhost:4200' } })).status).toBe(200);
  });

  test.each([
    ['bytes that are no HTTP', 'hello\r\n\r\n', 400],
    ['headers beyond any measure', `GET /v1/health HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths at once', 'POST /v1/health HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ])('for %s gets its status on the wire', async (_, bytes, status) => {
    const gateway = await start();
    const answer = await sendBytes(gateway.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('{"message":');
  });
});

describe('a client that misbehaves', () => {
  test('is let go with 408 when it never finishes its headers or its body', async () => {
    const gateway = await start({ headersMs: 200, requestMs: 400 });
    expect(await sendBytes(gateway.url, 'GET /v1/health HTTP/1.1\r\nhost:')).toMatch(/^HTTP\/1.1 408 /);
    const { authorization } = await bearer(gateway);
    const halfOpen = `POST /v1/scores:simulate HTTP/1.1\r\nhost: localhost\r\nauthorization: ${authorization}\r\ncontent-length: 100\r\n\r\nabc`;
    expect(await sendBytes(gateway.url, halfOpen)).toMatch(/^HTTP\/1.1 408 /);
    expect(gateway.called).toHaveLength(0);
    expect((await gateway.send('/v1/health')).status).toBe(200);
  });

  test('that leaves in the middle does not trouble the others', async () => {
    const gateway = await start({ handler: () => new Promise((resolve) => setTimeout(() => resolve({ statusCode: 200, body: 'late' }), 100)) });
    const aborted = fetch(`${gateway.url}/v1/health`, { signal: AbortSignal.timeout(20) });
    await expect(aborted).rejects.toThrow();
    expect(await gateway.send('/v1/health')).toMatchObject({ status: 200, body: 'late' });
  });
});

test('a busy port is one clear sentence', async () => {
  const { server, url } = await listen(0);
  const port = Number(new URL(url).port);
  await expect(listen(port)).rejects.toThrow(`Port ${port} is in use: stop what listens there, or choose another with PORT.`);
  await closeServer(server);
});

test('closing waits for a request under way', async () => {
  const arrived = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<{ statusCode: number; body: string }>();
  const gateway = await openGateway({
    handler: () => {
      arrived.resolve();
      return finished.promise;
    },
  });
  const answer = send(gateway.url, '/v1/health');
  await arrived.promise;
  const closed = gateway.close(60_000);
  finished.resolve({ statusCode: 200, body: 'done' });
  expect((await answer).body).toBe('done');
  await closed;
});
