import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { openCollections } from '../../lambdas/runtime/terms/collection-client.ts';
import { type Json, type Service, startService } from '../started-service.ts';
import { createPlatform, document, eventsOf, facts, isIntact, termsOf } from './terms-case.ts';

const read = (name: string) => readFileSync(new URL(`../fixtures/localhost/${name}.pem`, import.meta.url), 'utf8');
const CA = read('certificate');
const STORED = 'We store your information in the United States.';
const FIRST = { id: 'v1', fetchDate: '2023-01-02T06:00:00Z', content: `# Policy\n\n${STORED}\n` };
const SECOND = { id: 'v2', fetchDate: '2023-01-20T06:00:00Z', content: '# Policy\n\nWe store your information in Malaysia and in China.\n' };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const asked: { url: string; headers: IncomingMessage['headers'] }[] = [];
let answer: Answer;
let atOnce = 0;
let mostAtOnce = 0;
const server = createServer({ key: read('key'), cert: CA }, (request, response) => {
  asked.push({ url: request.url ?? '', headers: request.headers });
  atOnce += 1;
  mostAtOnce = Math.max(mostAtOnce, atOnce);
  response.on('close', () => {
    atOnce -= 1;
  });
  answer(request, response);
});

const json =
  (body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const whole = (version: object) => ({ serviceId: 'Example', termsType: 'Privacy Policy', isTechnicalUpgrade: false, fetchUrls: [], ...version });
const latest =
  (version: object, headers: Record<string, string> = {}): Answer =>
  (request, response) =>
    (request.url ?? '').includes('/versions/') ? json({ data: [], count: 0 })(request, response) : json(whole(version), headers)(request, response);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end();

let service: Service;
let endpoint: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `https://localhost:${(server.address() as AddressInfo).port}/api/v1`;
  const patience = { timeoutMs: 700, maxBytes: 100_000, documentMs: 5_000 };
  service = await startService({ terms: openCollections({ endpoints: [endpoint], contact: 'watch@example.org', patience, ca: CA }) });
});
afterAll(async () => {
  await service.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A platform whose document was read once and well. */
async function readOnce(platform: string): Promise<void> {
  service.setNow('2023-01-03T00:00:00Z');
  await createPlatform(service, platform, facts({ storage: STORED }), [document({ endpoint })]);
  answer = latest(FIRST);
  await watchTerms(service.deps);
  expect((await termsOf(service, platform)).terms[0]).toMatchObject({ newest: { version: 'v1' }, fault: null });
}

const stop = (platform: string) =>
  service.call('PUT', `/v1/platforms/${platform}/terms`, { as: { id: 'operator', scopes: ['operate'] }, body: { terms: [] } });
const PACKED = gzipSync(Buffer.alloc(20_000_000, ' '));
const big = JSON.stringify(whole({ ...SECOND, content: 'x'.repeat(200_000) }));

describe('an answer that a collection should not give opens nothing, loses nothing, and is there for a person to see', () => {
  it.each<[string, Answer, string]>([
    ['429 with Retry-After', status(429, { 'retry-after': '3600' }), 'too-many-requests'],
    ['500', status(500), 'server-error'],
    ['a slow one', (_, response) => void setTimeout(() => response.destroy(), 2000), 'too-slow'],
    ['a slow body', (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":'), 'too-slow'],
    [
      'a huge one, whose length is not said',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(big);
      },
      'too-large',
    ],
    ['a wrong type', (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(whole(SECOND))), 'not-json'],
    [
      'one that is cut off',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('{"id": "v2"');
        setTimeout(() => response.destroy(), 50);
      },
      'cut-off',
    ],
    ['a redirect to another host', status(302, { location: 'https://127.0.0.1:1/elsewhere' }), 'redirected'],
    ['a redirect out of the allowed address', status(302, { location: '/elsewhere' }), 'redirected'],
    ['a redirect that only looks as if it stayed', status(302, { location: '/api/v1/../v1secret/latest' }), 'redirected'],
    ['another service’s version', latest({ ...SECOND, serviceId: 'Other' }), 'other-document'],
    ['a future date', latest({ ...SECOND, fetchDate: '2023-06-01T00:00:00Z' }), 'in-future'],
    ['a page of HTML', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'), 'not-json'],
    ['HTML within JSON', latest({ ...SECOND, content: '<!DOCTYPE html><html><body>Just a moment...</body></html>' }), 'html'],
    ['an empty text', latest({ ...SECOND, content: ' \n' }), 'empty'],
    ['an empty body', (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(), 'not-json'],
    ['JSON of another shape', json([1, 2]), 'not-a-version'],
    ['the known id with another text', latest({ ...SECOND, id: 'v1', fetchDate: FIRST.fetchDate }), 'same-version-other-text'],
    ['an id that is an address', latest({ ...SECOND, id: '../../secrets' }), 'not-a-version'],
    [
      'what is small and unpacks to much',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(PACKED),
      'not-json',
    ],
    [
      'chunks that never end',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(more));
      },
      'too-slow',
    ],
    [
      'bytes of another charset than it says',
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
          .end(Buffer.from(JSON.stringify(whole({ ...SECOND, content: 'Données stockées en Chine.' })), 'latin1')),
      'not-json',
    ],
    [
      'lists within lists without an end',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('['.repeat(90_000)),
      'not-json',
    ],
    ['a redirect to itself', (request, response) => void response.writeHead(302, { location: request.url ?? '' }).end(), 'redirected'],
    ['a redirect to this machine by another name', status(302, { location: 'https://[::1]:443/api/v1' }), 'redirected'],
    ['a redirect out of https', status(302, { location: 'http://localhost/api/v1' }), 'redirected'],
    ['nothing: it is not there', (request) => void request.socket.destroy(), 'cut-off'],
  ])('%s', async (name, hostile, code) => {
    const platform = `p-${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '')}`;
    await readOnce(platform);
    const before = await eventsOf(service, platform);
    for (const at of ['2023-01-22T00:00:00Z', '2023-01-23T00:00:00Z']) {
      service.setNow(at);
      answer = hostile;
      expect(await watchTerms(service.deps)).toMatchObject({ unreadDocuments: 1, changed: 0 });
    }
    expect(await eventsOf(service, platform)).toEqual(before);
    const [seen] = (await termsOf(service, platform)).terms;
    expect(seen).toMatchObject({
      newest: { version: 'v1' },
      baseline: { version: 'v1' },
      waiting: null,
      fault: { code, times: 2, since: '2023-01-22T00:00:00.000Z' },
    });
    expect(seen.fault.detail).not.toContain('moment');
    // What was recorded meanwhile is read as soon as the collection answers as it should.
    answer = latest(SECOND);
    service.setNow('2023-01-24T00:00:00Z');
    await watchTerms(service.deps);
    expect((await eventsOf(service, platform, /^terms\.changed|^review/)).map(({ type }) => type)).toEqual(['terms.changed', 'review.opened']);
    expect((await termsOf(service, platform)).terms[0]).toMatchObject({ newest: { version: 'v2' }, fault: null });
    expect(await isIntact(service, platform)).toMatchObject({ intact: true });
    await stop(platform);
  });
});

describe('a collection is asked', () => {
  it('one request at a time, with a contact, names in percent, and under the conditions of the answer before', async () => {
    service.setNow('2023-01-03T00:00:00Z');
    const odd = { service: 'A/../b?c', termsType: 'Terms & “more”' };
    await createPlatform(service, 'asked', facts({ storage: STORED }), [document({ endpoint, ...odd })]);
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"one"') status(304)(request, response);
      else
        latest({ ...FIRST, serviceId: odd.service, termsType: odd.termsType }, { etag: '"one"', 'cache-control': 'max-age=60' })(request, response);
    };
    asked.length = 0;
    await watchTerms(service.deps);
    service.setNow('2023-01-03T00:00:30Z');
    await watchTerms(service.deps);
    expect(asked.map(({ url }) => url)).toEqual([`/api/v1/version/${encodeURIComponent(odd.service)}/${encodeURIComponent(odd.termsType)}/latest`]);
    service.setNow('2023-01-03T12:00:00Z');
    await watchTerms(service.deps);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.headers).toMatchObject({ 'if-none-match': '"one"', 'user-agent': 'Whereabouts (terms watch; watch@example.org)' });
    expect((await termsOf(service, 'asked')).terms[0]).toMatchObject({ readAt: '2023-01-03T12:00:00.000Z', fault: null });
    expect(mostAtOnce).toBe(1);
    await stop('asked');
  });

  it('again only when it said, and nothing else of its host before', async () => {
    service.setNow('2023-02-01T00:00:00Z');
    const two = ['first', 'second'].map((id) => document({ id, endpoint, termsType: id }));
    await createPlatform(service, 'waits', undefined, two);
    answer = status(503, { 'retry-after': '172800' });
    asked.length = 0;
    await watchTerms(service.deps);
    expect(asked).toHaveLength(1);
    service.setNow('2023-02-02T12:00:00Z');
    await watchTerms(service.deps);
    expect(asked.filter(({ url }) => url.includes('first'))).toHaveLength(1);
    await stop('waits');
  });

  it('where it redirects to, as long as that lies below the address that may be asked', async () => {
    service.setNow('2023-01-03T00:00:00Z');
    await createPlatform(service, 'moved', facts({ storage: STORED }), [document({ endpoint })]);
    answer = (request, response) =>
      (request.url ?? '').endsWith('/latest')
        ? status(307, { location: `${endpoint}/moved/here` })(request, response)
        : json(whole(FIRST))(request, response);
    asked.length = 0;
    await watchTerms(service.deps);
    expect(asked.map(({ url }) => url).at(-1)).toBe('/api/v1/moved/here');
    expect((await termsOf(service, 'moved')).terms[0]).toMatchObject({ newest: { version: 'v1' }, fault: null });
    await stop('moved');
  });

  it('and understood where its answer begins with a byte order mark, or names a version twice', async () => {
    await readOnce('marked');
    service.setNow('2023-01-22T00:00:00Z');
    answer = (request, response) => {
      const { content: _, ...named } = whole(SECOND) as Json;
      const body = (request.url ?? '').includes('/versions/') ? { data: [named, named], count: 2 } : whole(SECOND);
      response.writeHead(200, { 'content-type': 'application/json' }).end(`\uFEFF${JSON.stringify(body)}`);
    };
    await watchTerms(service.deps);
    await watchTerms(service.deps);
    const recorded = (await eventsOf(service, 'marked', /^terms\.recorded/)).map(({ data }) => data.newest.version);
    expect(recorded).toEqual(['v1', 'v2']);
    expect((await termsOf(service, 'marked')).terms[0]).toMatchObject({ newest: { version: 'v2' }, fault: null });
    await stop('marked');
  });

  it('for so long and no longer, over all requests for a document together', async () => {
    const patience = { timeoutMs: 5_000, maxBytes: 100_000, documentMs: 300 };
    const client = openCollections({ endpoints: [endpoint], contact: 'watch@example.org', patience, ca: CA });
    const between = Array.from({ length: 20 }, (_, i) => ({
      ...SECOND,
      id: `b${i}`,
      fetchDate: `2023-01-${i < 10 ? '10' : '11'}T0${i % 10}:00:00Z`,
    }));
    answer = (request, response) => {
      const url = request.url ?? '';
      const one = between.find(({ id }) => url.endsWith(`/version/${id}`));
      const body = url.includes('/versions/') ? { data: between, count: between.length } : whole(one ?? SECOND);
      setTimeout(() => json(body)(request, response), 50);
    };
    asked.length = 0;
    const newest = { version: 'v1', sha256: '0'.repeat(64), recordedAt: '2023-01-02T06:00:00.000Z' };
    const read = await client.read({ document: document({ endpoint }) as never, newest, tag: undefined, now: new Date('2023-02-01T00:00:00Z') });
    expect(read.fault).toMatchObject({ code: 'too-slow' });
    // What was read before is not read again the next time; the newest waits for what lies between.
    expect(read.versions.length).toBeLessThan(between.length);
    expect(read.versions.map(({ version }) => version)).not.toContain('v2');
    expect(asked.length).toBeLessThan(between.length + 2);
  });

  it('never where the list does not have it', async () => {
    service.setNow('2023-03-01T00:00:00Z');
    await createPlatform(service, 'elsewhere', undefined, [document({ endpoint: 'https://localhost:1/api' })]);
    asked.length = 0;
    await watchTerms(service.deps);
    expect(asked).toEqual([]);
    expect((await termsOf(service, 'elsewhere')).terms[0].fault).toMatchObject({ code: 'not-allowed' });
    await stop('elsewhere');
  });

  it('by date where its engine is older than 15, and for each version that was recorded in between', async () => {
    service.setNow('2023-01-03T00:00:00Z');
    await createPlatform(service, 'older', facts({ storage: STORED }), [document({ endpoint })]);
    const { id, fetchDate, content } = FIRST;
    answer = (request, response) =>
      (request.url ?? '').endsWith('/latest') ? status(404)(request, response) : json({ id, fetchDate, content })(request, response);
    await watchTerms(service.deps);
    expect((await termsOf(service, 'older')).terms[0]).toMatchObject({ newest: { version: 'v1' }, fault: null });
    const between: Json = { ...SECOND, id: 'b1', fetchDate: '2023-01-10T06:00:00Z' };
    answer = (request, response) => {
      const url = request.url ?? '';
      if (url.includes('/versions/')) json({ data: [{ id: 'v3', fetchDate: '2023-01-10T16:00:00Z' }, between, FIRST], count: 3 })(request, response);
      else if (url.endsWith('/version/b1')) json(whole(between))(request, response);
      else json(whole({ ...FIRST, id: 'v3', fetchDate: '2023-01-10T16:00:00Z' }))(request, response);
    };
    service.setNow('2023-02-01T00:00:00Z');
    await watchTerms(service.deps);
    // It stood for ten hours and was taken back: recorded, and no change.
    expect((await eventsOf(service, 'older', /^terms\.recorded|^terms\.changed|^review/)).map(({ type, data }) => `${type} ${data.outcome}`)).toEqual(
      ['terms.recorded first', 'terms.recorded waiting', 'terms.recorded unchanged'],
    );
  });
});
