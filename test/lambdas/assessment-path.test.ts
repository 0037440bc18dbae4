import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, analyst, analyst2, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';

const profile = readExample('tiktok/platform.json');
const facts = readExample('tiktok/2023-02-23.json');

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const create = (platform: string, body: unknown = profile) =>
  service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body, headers: { 'if-none-match': '*' } });
const submit = (platform: string, key: string, body: unknown = facts, as = analyst) =>
  service.call('POST', `/v1/platforms/${platform}/assessments`, { as, body, headers: { 'idempotency-key': key } });
const verdict = (platform: string, revision: number, body: unknown, as = reviewer) =>
  service.call('POST', `/v1/platforms/${platform}/assessments/${revision}/verdict`, { as, body });
const sum = (score: Json) => Math.round(score.contributions.reduce((total: number, { points }: { points: number }) => total + points, 0) * 10) / 10;

describe('an assessment goes in, and a dated, explained range comes out', () => {
  it('is created, submitted by one person, approved by another, and read back', async () => {
    const made = await create('tiktok');
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe('/v1/platforms/tiktok');
    expect((await service.call('GET', '/v1/platforms/tiktok/score', { as: analyst })).json).toMatchObject({
      status: 404,
      type: '/v1/problems/not-assessed',
    });

    const submitted = await submit('tiktok', 'first');
    expect(submitted.status).toBe(201);
    const { revision, provisional } = submitted.json;
    expect(revision).toMatchObject({ platform: 'tiktok', revision: 1, status: 'submitted', submittedBy: 'analyst' });
    expect(sum(provisional)).toBe(provisional.score.point);

    const own = await verdict('tiktok', 1, { verdict: 'approve', hash: revision.hash }, { ...analyst, scopes: ['review', 'read', 'assess'] });
    expect(own.json).toMatchObject({ status: 403, type: '/v1/problems/self-approval' });

    const approved = await verdict('tiktok', 1, { verdict: 'approve', hash: revision.hash, note: 'Quotes checked.' });
    expect(approved.status).toBe(200);
    expect(approved.json.revision).toMatchObject({ status: 'approved', decidedBy: 'reviewer', note: 'Quotes checked.' });
    expect(approved.json.published.score).toEqual(provisional.score);

    const then = await service.call('GET', '/v1/platforms/tiktok/score', { as: analyst, query: { asOf: '2023-02-23', knownBy: '2023-02-23' } });
    expect(then.json).toMatchObject({
      platform: 'tiktok',
      asOf: '2023-02-23',
      band: 'severe',
      gate: 'restrict',
      assessment: { revision: 1, hash: revision.hash },
    });
    expect(sum(then.json)).toBe(then.json.score.point);

    const history = await service.call('GET', '/v1/platforms/tiktok/scores', { as: analyst });
    expect(history.json.items).toHaveLength(1);
    const published = history.json.items[0];
    expect((await service.call('GET', `/v1/platforms/tiktok/scores/${published.id}`, { as: analyst })).json).toMatchObject(published);
    expect((await service.call('GET', '/v1/platforms/tiktok', { as: analyst })).json).toMatchObject({
      id: 'tiktok',
      score: {
        id: published.id,
        band: 'severe',
        storageIn: ['SG', 'US'],
        accessFrom: expect.arrayContaining(['CN']),
        controlFrom: ['CN'],
      },
      approved: { revision: 1 },
      pending: null,
    });
    const read = await service.call('GET', '/v1/platforms/tiktok/assessments/1', { as: analyst });
    expect(read.json.assessment).toEqual(facts);
  });

  it('writes one chain of events, each with the hash of the one before', async () => {
    await create('chain');
    const { json } = await submit('chain', 'key');
    await verdict('chain', 1, { verdict: 'approve', hash: json.revision.hash });
    const head = await service.deps.store.findHead('chain');
    // Created, submitted, approved, published, and a review opened: a promise in the file is overdue today.
    expect(head).toMatchObject({ version: 3, sequence: 5 });
  });
});

describe('a verdict is somebody else’s word on exactly what stands there', () => {
  let hash: string;
  beforeAll(async () => {
    await create('verdicts');
    hash = (await submit('verdicts', 'a')).json.revision.hash;
  });
  const unchanged = async () =>
    expect((await service.call('GET', '/v1/platforms/verdicts/assessments/1', { as: analyst })).json.revision.status).toBe('submitted');

  it.each<[string, () => Promise<Answered>, object]>([
    ['without the scope', () => verdict('verdicts', 1, { verdict: 'approve', hash }, analyst2), { status: 403, type: '/v1/problems/missing-scope' }],
    [
      'by a machine',
      () => verdict('verdicts', 1, { verdict: 'approve', hash }, { ...reviewer, isMachine: true }),
      { status: 403, type: '/v1/problems/person-needed' },
    ],
    [
      'of its author',
      () => verdict('verdicts', 1, { verdict: 'approve', hash }, { ...analyst, scopes: ['review'] }),
      { status: 403, type: '/v1/problems/self-approval' },
    ],
    [
      'on another content',
      () => verdict('verdicts', 1, { verdict: 'approve', hash: 'f'.repeat(64) }),
      { status: 409, type: '/v1/problems/hash-mismatch' },
    ],
    [
      'of withdrawal by somebody other than the author',
      () => verdict('verdicts', 1, { verdict: 'withdraw', hash }, analyst2),
      { status: 403, type: '/v1/problems/not-the-author' },
    ],
    [
      'of rejection without a reason',
      () => verdict('verdicts', 1, { verdict: 'reject', hash }),
      { status: 400, errors: [{ pointer: '/note', code: 'rejection-without-reason', params: {}, detail: 'a rejection says why' }] },
    ],
    ['on a revision that is not there', () => verdict('verdicts', 2, { verdict: 'approve', hash }), { status: 404 }],
    ['with a bad body and a revision that is not there', () => verdict('verdicts', 2, {}), { status: 404 }],
  ])('is refused %s', async (_, act, expected) => {
    expect((await act()).json).toMatchObject(expected);
    await unchanged();
  });

  it('is given once', async () => {
    expect((await verdict('verdicts', 1, { verdict: 'reject', hash, note: 'The second source is missing.' })).status).toBe(200);
    expect((await verdict('verdicts', 1, { verdict: 'approve', hash })).json).toMatchObject({ status: 409, type: '/v1/problems/already-decided' });
  });

  it('lets the author withdraw', async () => {
    const again = await submit('verdicts', 'b');
    const withdrawn = await verdict('verdicts', 2, { verdict: 'withdraw', hash: again.json.revision.hash }, analyst);
    expect(withdrawn.json.revision.status).toBe('withdrawn');
    expect((await submit('verdicts', 'c')).status).toBe(201);
  });
});

describe('an Idempotency-Key belongs to one request', () => {
  beforeAll(() => create('keys'));

  it('is needed', async () => {
    const { json } = await service.call('POST', '/v1/platforms/keys/assessments', { as: analyst, body: { ...facts, nonsense: 1 } });
    expect(json).toMatchObject({
      status: 400,
      errors: [
        { pointer: '/idempotency-key', in: 'header' },
        { pointer: '/nonsense', code: 'unknown-field' },
      ],
    });
  });
  it('gets the first answer again, to the byte', async () => {
    const first = await submit('keys', 'once');
    const second = await submit('keys', 'once');
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.headers.location).toBe(first.headers.location);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
  });
  it('is refused with another body', async () => {
    expect((await submit('keys', 'once', { ...facts, note: 'Another.' })).json).toMatchObject({
      status: 422,
      type: '/v1/problems/idempotency-key-reused',
    });
  });
  it('is another person’s own', async () => {
    expect((await submit('keys', 'once', facts, analyst2)).json).toMatchObject({ status: 409, type: '/v1/problems/assessment-pending' });
  });
  it('is forgotten after a day', async () => {
    service.setNow(new Date(Date.now() + 25 * 3_600_000).toISOString());
    expect((await submit('keys', 'once')).json).toMatchObject({ status: 409, type: '/v1/problems/assessment-pending' });
    service.setNow(new Date().toISOString());
  });
});

describe('a change names the version that it was made for', () => {
  const put = (headers: Record<string, string>, body: unknown = profile) =>
    service.call('PUT', '/v1/platforms/versions', { as: analyst, body, headers });

  it('is refused without one, with a stale one, and where nothing is', async () => {
    expect((await put({})).json).toMatchObject({ status: 428 });
    expect((await put({ 'if-match': '"v1"' })).json).toMatchObject({ status: 412 });
    const made = await put({ 'if-none-match': '*' });
    expect(made.headers.etag).toBe('"v1"');
    const again = await put({ 'if-none-match': '*' });
    expect(again.json).toMatchObject({ status: 412 });
    expect(again.headers.etag).toBe('"v1"');
    expect((await put({ 'if-match': '"v9"' }, { nonsense: true })).status).toBe(412);
    const changed = await put({ 'if-match': '"v1"' }, { ...profile, name: 'TikTok Europe' });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).toBe('"v2"');
    expect(changed.json.name).toBe('TikTok Europe');
    expect((await put({ 'if-match': '"v1"' })).status).toBe(412);
  });
  it('lets a reader ask whether anything changed', async () => {
    const read = await service.call('GET', '/v1/platforms/versions', { as: analyst });
    const again = await service.call('GET', '/v1/platforms/versions', { as: analyst, headers: { 'if-none-match': read.headers.etag ?? '' } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect((await service.call('GET', '/v1/platforms/versions', { as: analyst, headers: { 'if-none-match': '' } })).status).toBe(200);
  });
});

describe('lists are paged', () => {
  it('goes through all platforms once, by signed cursors', async () => {
    for (const name of ['page-a', 'page-b', 'page-c']) await create(name);
    const seen: string[] = [];
    for (let cursor: string | null = '', rounds = 0; cursor !== null && rounds < 50; rounds += 1) {
      const { json }: Answered = await service.call('GET', '/v1/platforms', { as: analyst, query: { limit: '2', ...(cursor && { cursor }) } });
      seen.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    }
    const first = await service.call('GET', '/v1/platforms', { as: analyst, query: { limit: '2' } });
    expect(first.headers.link).toMatch(/^<\/v1\/platforms\?limit=2&cursor=[\w.-]+>; rel="next"$/);
    expect(first.headers.etag).toBeUndefined();
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(['page-a', 'page-b', 'page-c']));
  });
  it.each([
    { limit: '0' },
    { limit: '201' },
    { limit: 'x' },
    { cursor: 'forged' },
    { cursor: `${Buffer.from('x').toString('base64url')}.AAAA` },
    { page: '2' },
  ])('refuses %j', async (query) => {
    expect((await service.call('GET', '/v1/platforms', { as: analyst, query })).status).toBe(400);
  });
});
