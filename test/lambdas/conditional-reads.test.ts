import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Route, routes } from '../../lambdas/routes.ts';
import { analyst, type Json, type Person, readExample, reviewer, type Service, startService } from '../started-service.ts';

let service: Service;
const all: Person = { id: 'reader', scopes: ['assess', 'review', 'decide', 'read', 'policy', 'operate'] };
const places: Record<string, string> = { platform: 'signal', revision: '1', slug: 'self-approval', code: 'CN', instant: '2026-11-22T12:00:01Z' };

beforeAll(async () => {
  service = await startService();
  service.setNow('2026-11-22T12:00:00Z');
  const put = (path: string, body: Json) => service.call('PUT', path, { as: analyst, body, headers: { 'if-none-match': '*' } });
  await put('/v1/platforms/signal', readExample('signal/platform.json'));
  const { json } = await service.call('POST', '/v1/platforms/signal/assessments', {
    as: analyst,
    body: readExample('signal/2026-04-30.json'),
    headers: { 'idempotency-key': 'k' },
  });
  const approved = await service.call('POST', '/v1/platforms/signal/assessments/1/verdict', {
    as: reviewer,
    body: { verdict: 'approve', hash: json.revision.hash },
  });
  places.score = approved.json.published.id;
  service.setNow('2026-11-22T12:00:02Z');
  const review = await service.call('POST', '/v1/platforms/signal/reviews', { as: analyst, body: { reason: 'To look again.' } });
  places.review = review.status === 201 ? review.json.id : ((await service.deps.store.findHead('signal'))?.review?.id ?? '');
});
afterAll(() => service.stop());

const queries: Record<string, Record<string, string>> = {
  'diff-assessments': { from: '1' },
  'diff-scores': { from: '2026-11-21', to: '2026-11-22' },
};
/** Places of other functions are tested with them. */
const reads = (routes as readonly Route[]).filter(
  ({ method, needs, path }) =>
    method === 'GET' &&
    !needs?.includes('paging') &&
    [...path.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => name in places || name === 'score' || name === 'review'),
);

describe('a read of one thing has a strong ETag, and is not sent twice to who has it', () => {
  it.each(reads.filter(({ function: name }) => ['assessments', 'scores', 'reviews', 'reference'].includes(name)))('$path', async ({ name, path }) => {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '');
    const ask = { as: all, ...(queries[name] && { query: queries[name] }) };
    const first = await service.call('GET', address, ask);
    expect(first.status).toBe(200);
    expect(first.headers.etag).toMatch(/^"[^"]+"$/);
    expect(await service.call('GET', address, { ...ask, headers: { 'if-none-match': first.headers.etag ?? '' } })).toMatchObject({
      status: 304,
      text: '',
    });
    expect((await service.call('GET', address, { ...ask, headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect((await service.call('GET', address, { ...ask, headers: { 'if-none-match': '' } })).status).toBe(200);
  });
});
