import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../lambdas/routes.ts';
import { analyst, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  await service.call('PUT', '/v1/platforms/tiktok', { as: analyst, body: readExample('tiktok/platform.json'), headers: { 'if-none-match': '*' } });
});
afterAll(() => service.stop());

const FILLED: Readonly<Record<string, string>> = {
  platform: 'tiktok',
  code: 'CN',
  slug: 'not-found',
  revision: '1',
  instant: '2020-01-01T00:00:00Z',
};
const addresses = routes
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => path.replace(/\{(\w+)\+?\}/g, (_, name: string) => FILLED[name] ?? 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V'));

test.each(addresses)('HEAD %s answers as GET does, with its length and no body', async (address) => {
  const [head, get] = await Promise.all([service.call('HEAD', address, { as: analyst }), service.call('GET', address, { as: analyst })]);
  expect([head.status, head.text]).toEqual([get.status, '']);
  const { 'content-length': length, ...headers } = head.headers;
  expect(headers).toEqual(get.headers);
  expect(Number(length)).toBe(Buffer.byteLength(get.text, isGzip(get.headers) ? 'base64' : 'utf8'));
});

const isGzip = (headers: Record<string, string>) => headers['content-type'] === 'application/gzip';

test('a HEAD with the version that is known is answered with 304', async () => {
  const { headers } = await service.call('HEAD', '/v1/platforms/tiktok', { as: analyst });
  const again = { as: analyst, headers: { 'if-none-match': headers.etag ?? '' } };
  expect(await service.call('HEAD', '/v1/platforms/tiktok', again)).toMatchObject({ status: 304, text: '', headers: { etag: headers.etag } });
});

test('what has no GET has no HEAD, and says what it has', async () => {
  expect(await service.call('HEAD', '/v1/scores:simulate', { as: analyst })).toMatchObject({ status: 405, text: '', headers: { allow: 'POST' } });
  expect(await service.call('DELETE', '/v1/health', { as: analyst })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});
