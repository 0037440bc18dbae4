import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, analyst2, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const get = async (path: string, query: Record<string, string> = {}) => service.call('GET', path, { as: analyst, query });
const create = (platform: string) =>
  service.call('PUT', `/v1/platforms/${platform}`, {
    as: analyst,
    body: { name: platform, operator: 'Somebody' },
    headers: { 'if-none-match': '*' },
  });
const submit = async (platform: string, body: unknown) =>
  (await service.call('POST', `/v1/platforms/${platform}/assessments`, { as: analyst, body, headers: { 'idempotency-key': `${Math.random()}` } }))
    .json;
const approve = async (platform: string, body: unknown): Promise<Json> => {
  const { revision } = await submit(platform, body);
  const answer = await service.call('POST', `/v1/platforms/${platform}/assessments/${revision.revision}/verdict`, {
    as: reviewer,
    body: { verdict: 'approve', hash: revision.hash },
  });
  expect(answer.status).toBe(200);
  const head = await service.deps.store.findHead(platform);
  if (head) await service.deps.store.indexReach(head);
  return answer.json.published;
};

describe('the past of a platform can be asked for', () => {
  let first: Json;
  let second: Json;
  beforeAll(async () => {
    service.setNow('2023-03-01T09:00:00Z');
    await create('tiktok');
    first = await approve('tiktok', readExample('tiktok/2023-02-23.json'));
    service.setNow('2025-06-01T09:00:00Z');
    second = await approve('tiktok', readExample('tiktok/2025-05-02.json'));
    service.setNow('2026-11-22T09:00:00Z');
  });

  it('shows which score stood published at an instant', async () => {
    expect((await get('/v1/platforms/tiktok/scores/at/2023-03-01T09:00:00Z')).json.id).toBe(first.id);
    expect((await get('/v1/platforms/tiktok/scores/at/2025-06-01T08:59:59.999Z')).json.id).toBe(first.id);
    expect((await get('/v1/platforms/tiktok/scores/at/2026-01-01T00:00:00Z')).json.id).toBe(second.id);
    expect((await get('/v1/platforms/tiktok/scores/at/2023-03-01T08:59:59Z')).status).toBe(404);
    expect((await get('/v1/platforms/tiktok/scores/at/2027-01-01T00:00:00Z')).json).toMatchObject({
      status: 400,
      errors: [{ pointer: '/instant', code: 'date-in-future' }],
    });
    expect((await get('/v1/platforms/tiktok/scores/at/yesterday')).status).toBe(400);
  });
  it('lists the published series of a span of days', async () => {
    const ids = async (query: Record<string, string>) => (await get('/v1/platforms/tiktok/scores', query)).json.items.map(({ id }: Json) => id);
    expect(await ids({})).toEqual([first.id, second.id]);
    expect(await ids({ from: '2023-03-01', to: '2023-03-01' })).toEqual([first.id]);
    expect(await ids({ from: '2023-03-02' })).toEqual([second.id]);
    expect(await ids({ to: '2023-02-28' })).toEqual([]);
    expect((await get('/v1/platforms/tiktok/scores', { from: '2024-01-01', to: '2023-01-01' })).status).toBe(400);
  });
  it('sets two days side by side, with causes that add up', async () => {
    const { json } = await get('/v1/platforms/tiktok/score/diff', { from: '2023-03-01', to: '2025-06-01' });
    expect(json.from).toMatchObject({ day: '2023-03-01', published: first.id, score: { score: first.score, assessment: { revision: 1 } } });
    expect(json.to).toMatchObject({ day: '2025-06-01', published: second.id, score: { score: second.score, assessment: { revision: 2 } } });
    const shares = json.moved.causes.reduce((sum: number, { points }: Json) => sum + points, 0);
    expect(shares).toBeCloseTo(second.score.point - first.score.point, 9);
    expect(json.facts).toContainEqual(expect.objectContaining({ fact: 'paths/store-cn', change: 'added', from: null }));
    expect(json.law).toContainEqual({
      jurisdiction: 'US',
      from: expect.objectContaining({ adequacy: null }),
      to: expect.objectContaining({ adequacy: 'dpf' }),
    });
  });
  it('computes a day before the first publication from the first approved revision, and says that nothing stood', async () => {
    const { json } = await get('/v1/platforms/tiktok/score/diff', { from: '2023-02-23', to: '2023-03-01' });
    expect(json.from).toMatchObject({ published: null, score: { assessment: { revision: 1 } } });
    expect(json.facts).toEqual([]);
  });
  it('shows what changed between two revisions, fact by fact', async () => {
    const { json } = await get('/v1/platforms/tiktok/assessments/2/diff', { from: '1' });
    expect(json).toMatchObject({ platform: 'tiktok', from: 1, to: 2 });
    expect(json.facts).toContainEqual(expect.objectContaining({ fact: 'asOf', change: 'changed', from: '2023-02-23', to: '2025-05-02' }));
    expect((await get('/v1/platforms/tiktok/assessments/2/diff', { from: '2' })).json.facts).toEqual([]);
    expect((await get('/v1/platforms/tiktok/assessments/2/diff', { from: '9' })).status).toBe(404);
    expect((await get('/v1/platforms/tiktok/assessments/2/diff')).status).toBe(400);
  });
  it('separates what was known from what was true', async () => {
    const known = async (knownBy: string) => (await get('/v1/platforms/tiktok/score', { asOf: '2025-06-01', knownBy })).json;
    expect((await known('2023-03-01')).score).not.toEqual((await known('2026-11-22')).score);
  });
  it('lists the revisions, newest first', async () => {
    const { json } = await get('/v1/platforms/tiktok/assessments', { limit: '1' });
    expect(json.items.map(({ revision }: Json) => revision)).toEqual([2]);
    expect((await get('/v1/platforms/tiktok/assessments', { limit: '1', cursor: json.nextCursor })).json).toMatchObject({ items: [{ revision: 1 }] });
  });
});

describe('platforms are found by what they are', () => {
  beforeAll(async () => {
    service.setNow('2026-11-22T09:00:00Z');
    for (const platform of ['signal', 'wechat', 'telegram']) await create(platform);
    await approve('signal', readExample('signal/2026-04-30.json'));
    await approve('wechat', readExample('wechat/2026-08-31.json'));
    service.setNow('2025-06-01T09:00:00Z');
    await approve('telegram', { ...readExample('telegram/2025-06-30.json'), asOf: '2025-05-31' });
    service.setNow('2026-11-22T09:00:00Z');
  });
  const found = async (query: Record<string, string>): Promise<string[]> => {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { status, json }: { status: number; json: Json } = await get('/v1/platforms', { limit: '1', ...query, ...(cursor && { cursor }) });
      expect(status).toBe(200);
      seen.push(...json.items.map(({ id }: Json) => id));
      cursor = json.nextCursor;
    }
    return seen;
  };

  it.each<[Record<string, string>, string[]]>([
    [{}, ['signal', 'telegram', 'tiktok', 'wechat']],
    [{ band: 'severe' }, ['tiktok', 'wechat']],
    [{ gate: 'restrict' }, ['tiktok', 'wechat']],
    [{ jurisdiction: 'CN' }, ['tiktok', 'wechat']],
    [{ jurisdiction: 'CN', mode: 'storage' }, ['tiktok']],
    [{ jurisdiction: 'CN', mode: 'control', band: 'severe' }, ['tiktok', 'wechat']],
    [{ jurisdiction: 'CN', band: 'minimal' }, []],
    [{ stale: 'true' }, ['telegram', 'tiktok']],
    [{ stale: 'true', gate: 'restrict' }, ['tiktok']],
    [{ stale: 'false' }, ['signal', 'wechat']],
  ])('%j', async (query, expected) => {
    expect((await found(query)).sort()).toEqual(expected);
  });
  it('refuses a cursor of another list', async () => {
    const { json } = await get('/v1/platforms', { limit: '1' });
    expect((await get('/v1/platforms', { limit: '1', cursor: json.nextCursor, band: 'severe' })).status).toBe(400);
  });
  it('lists the platforms that a jurisdiction reaches, and drops those it no longer does', async () => {
    const platforms = async (code: string) => (await get(`/v1/jurisdictions/${code}`)).json.platforms;
    expect(await platforms('CN')).toEqual([
      { platform: 'tiktok', modes: expect.arrayContaining(['control', 'remote-access']) },
      { platform: 'wechat', modes: expect.any(Array) },
    ]);
    const facts = readExample('wechat/2026-08-31.json');
    await approve('wechat', { ...facts, paths: facts.paths.filter(({ jurisdiction }: Json) => jurisdiction !== 'CN'), commitments: [] });
    expect((await platforms('CN')).map(({ platform }: Json) => platform)).toEqual(['tiktok']);
    const wechat = await service.deps.store.findHead('wechat');
    if (wechat) await service.deps.store.indexReach({ ...wechat, version: 1 });
    expect((await platforms('CN')).map(({ platform }: Json) => platform)).toEqual(['tiktok']);
  });
  it('shows what waits for a second person', async () => {
    await submit('signal', readExample('signal/2026-04-30.json'));
    const { json } = await service.call('GET', '/v1/assessments', { as: analyst2, query: { state: 'submitted' } });
    expect(json.items).toEqual([expect.objectContaining({ platform: 'signal', revision: 2, status: 'submitted', submittedBy: 'analyst' })]);
    expect((await service.call('GET', '/v1/assessments', { as: analyst2 })).json.errors).toEqual([expect.objectContaining({ pointer: '/state' })]);
  });
});

describe('the law of a day can be read', () => {
  it('lists every jurisdiction with its hazard', async () => {
    const { json } = await get('/v1/jurisdictions', { asOf: '2023-02-23', limit: '200' });
    expect(json.items).toHaveLength(200);
    expect(json.items.find(({ code }: Json) => code === 'CN').hazard.point).toBeCloseTo(0.958, 3);
    const rest = await get('/v1/jurisdictions', { asOf: '2023-02-23', limit: '200', cursor: json.nextCursor });
    expect(rest.json.items).toHaveLength(52);
    expect(rest.json.nextCursor).toBeNull();
  });
  it('reads a jurisdiction with provisions and sources', async () => {
    const { json } = await get('/v1/jurisdictions/CN', { asOf: '2023-02-23' });
    expect(json.row.dutyToAssist.basis).toContain('NIL');
    expect(json.facts.map(({ id }: Json) => id)).toContain('CN.government-access-statute.001');
    const named = new Set(json.facts.flatMap(({ sources }: Json) => sources));
    expect(new Set(Object.keys(json.sources))).toEqual(named);
    expect(Object.values(json.sources)).toContainEqual(expect.objectContaining({ title: expect.any(String), url: expect.stringMatching(/^https:/) }));
    expect((await get('/v1/jurisdictions/DE')).json).toMatchObject({ euEea: true, hazard: { high: 0 }, row: null });
    expect((await get('/v1/jurisdictions/ZZ')).json).toMatchObject({ coverage: 'none', hazard: { low: 0, point: 0.4, high: 1 } });
    const india = { coverage: 'partial', unknown: [], unread: ['secrecy'] };
    expect((await get('/v1/jurisdictions/IN', { asOf: '2026-01-01' })).json).toMatchObject(india);
    expect((await get('/v1/jurisdictions/IN/history')).json.rows.at(-1)).toMatchObject({ from: '2024-06-26', ...india });
    const wrong = await get('/v1/jurisdictions/UK');
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.json)).toContain('did you mean \\"GB\\"?');
  });
  it('reads its history', async () => {
    const { json } = await get('/v1/jurisdictions/US/history');
    expect(json.rows.map(({ adequacy }: Json) => adequacy)).toContain('privacy-shield');
    expect((await get('/v1/jurisdictions/GB/history')).json.euEea).toEqual([{ from: '1973-01-01', to: '2021-01-01' }]);
  });
});
