import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deciding, newKey } from '../decision-case.ts';
import { analyst, analyst2, type Json, policyTool, reviewer, startService } from '../started-service.ts';

const PROFILE = { name: 'Harbour', operator: 'Harbour Social Ltd', parent: 'Tidal Group' };
const OLD = 'We store your data on servers in the United States. We answer questions within a week.';
const TEXT = `Where your data is

We store your data on servers in the United States and Singapore. Employees of our group in China have remote access to this data.
For transfers of your data to staff in Brazil we rely on standard contractual clauses. We answer questions within a week.`;
const STANDING = {
  asOf: '2025-06-30',
  sources: {
    policy: { title: 'Privacy policy', publisher: 'Harbour', published: '2025-06-30', reliability: 'B', statementBy: 'platform' },
    press: { title: 'A report', publisher: 'A newspaper', published: '2025-06-30', reliability: 'B' },
  },
  paths: [
    {
      id: 'store-us',
      jurisdiction: 'US',
      mode: 'storage',
      data: 'content',
      evidence: [
        { source: 'policy', credibility: 2, observed: '2025-06-30', quote: 'on servers in the United States' },
        { source: 'policy', credibility: 2, observed: '2025-06-30', quote: 'in a place that nobody names any more' },
        { source: 'press', credibility: 2, observed: '2025-06-30', quote: 'on servers in the United States' },
      ],
    },
  ],
};

let service: Awaited<ReturnType<typeof startService>>;
let [capture, older] = ['', ''];
beforeAll(async () => {
  service = await startService();
  service.setNow('2026-09-01T12:00:00.000Z');
  await deciding(service).assess('harbour', STANDING, PROFILE);
  await service.call('PUT', '/v1/platforms/lagoon', { as: analyst, headers: { 'if-none-match': '*' }, body: { ...PROFILE, name: 'Lagoon' } });
  await service.call('PUT', '/v1/platforms/other', { as: analyst, headers: { 'if-none-match': '*' }, body: { ...PROFILE, name: 'Other' } });
  older = await keep(OLD, '2026-07-01T10:00:00Z');
  capture = await keep(TEXT, '2026-08-31T10:00:00Z');
});
afterAll(() => service.stop());

const keep = async (text: string, capturedAt: string, platform = 'harbour') => {
  const query = { capturedAt, language: 'en', url: `https://${platform}.example.org/privacy` };
  const kept = await service.call('POST', `/v1/platforms/${platform}/captures`, {
    as: analyst,
    headers: { 'content-type': 'text/plain' },
    query,
    text,
  });
  return kept.json.capture as string;
};
const draft = (query: Record<string, string>, platform = 'harbour') =>
  service.call('GET', `/v1/platforms/${platform}/proposals`, { as: analyst, query });
const facts = ({ texts: [text] }: Json) => text.proposals.map(({ fact }: Json) => [fact.kind, fact.mode ?? fact.tool, fact.jurisdiction].join(' '));
const submit = (body: Json, as = analyst) => service.call('POST', '/v1/platforms/harbour/assessments', { as, headers: newKey(), body });

describe('facts that are drafted from a capture', () => {
  test('say their words, their quote, the capture and its day', async () => {
    const { status, json } = await draft({ capture });
    expect(status).toBe(200);
    expect(facts(json)).toEqual(['path storage US', 'path storage SG', 'path remote-access CN', 'path remote-access BR', 'tool scc BR']);
    expect(json.texts[0].proposals[2]).toMatchObject({
      quote: 'Employees of our group in China have remote access to this data.',
      because: [expect.objectContaining({ says: 'remote-access' }), { says: 'CN', words: 'China' }],
    });
    const path = json.draft.paths.find(({ id }: Json) => id === 'remote-access-cn');
    expect(path).toMatchObject({ jurisdiction: 'CN', mode: 'remote-access', data: null });
    expect(path.evidence).toEqual([expect.objectContaining({ credibility: null, observed: '2026-08-31', capture, language: 'en' })]);
    expect(json.draft.sources[path.evidence[0].source]).toMatchObject({ reliability: null, statementBy: 'platform', published: '2026-08-31' });
    expect(json.draft.asOf).toBe('2026-08-31');
  });

  test('from a change are those of the sentences that came', async () => {
    expect(facts((await draft({ capture, from: capture })).json)).toEqual([]);
    expect(facts((await draft({ capture: older, from: capture })).json)).toEqual(['path storage US']);
  });

  test('join the path that stands, and leave its own items as they are', async () => {
    const [path] = (await draft({ capture })).json.draft.paths;
    expect(path).toMatchObject({ id: 'store-us', data: 'content' });
    expect(path.evidence.slice(0, 3)).toEqual(STANDING.paths[0]?.evidence);
    expect(path.evidence).toHaveLength(4);
  });

  test('are submitted by nobody before a person graded them: every missing grade is named', async () => {
    const { draft: body } = (await draft({ capture })).json;
    const { status, json } = await submit(body);
    expect(status).toBe(400);
    const pointers = json.errors.map(({ pointer }: Json) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/sources/read-2026-08-31/reliability', '/paths/0/evidence/3/credibility', '/paths/1/data']));
    for (const { detail } of json.errors) expect(detail).toMatch(/expected .+, not null/);
  });

  test('are approved by another than who graded and submitted them, and are of that person alone', async () => {
    const { draft: body } = (await draft({ capture })).json;
    const [source] = Object.keys(body.sources).filter((id) => id.startsWith('read-'));
    body.sources[source as string].reliability = 'B';
    for (const path of body.paths) {
      path.data ??= 'content';
      for (const item of [...path.evidence, ...(path.transfer?.evidence ?? [])]) item.credibility ??= 2;
    }
    const place = '/v1/drafts/assessment/harbour';
    expect((await service.call('PUT', place, { as: analyst, headers: { 'if-none-match': '*' }, body })).status).toBe(201);
    const { json } = await submit(body);
    const verdict = { verdict: 'approve', hash: json.revision.hash, note: 'Looked at.' };
    const judge = (id: string) =>
      service.call('POST', `/v1/platforms/harbour/assessments/${json.revision.revision}/verdict`, {
        as: { id, scopes: ['assess', 'review', 'read'] },
        body: verdict,
      });
    expect(await judge(analyst.id)).toMatchObject({ status: 403, json: { type: '/v1/problems/self-approval' } });
    await service.call('POST', `/v1/platforms/harbour/assessments/${json.revision.revision}/verdict`, {
      as: analyst,
      body: { ...verdict, verdict: 'withdraw' },
    });
  });

  test('are not drafted again once anybody refused them, from that sentence', async () => {
    const [{ proposals }] = (await draft({ capture })).json.texts;
    const refused = proposals.find(({ fact }: Json) => fact.jurisdiction === 'CN');
    const refusal = await service.call('POST', `/v1/platforms/harbour/proposals/${refused.key}/refusal`, { as: analyst2 });
    expect(refusal.status).toBe(204);
    expect(facts((await draft({ capture })).json)).not.toContain('path remote-access CN');
    const [{ refused: earlier }] = (await draft({ capture })).json.texts;
    expect(earlier).toEqual([refused]);
    const reworded = await keep('Engineers of our group in China have remote access to all of this data.', '2026-09-01T09:00:00Z');
    expect(facts((await draft({ capture: reworded })).json)).toEqual(['path remote-access CN']);
  });

  test('are drafted again once a refusal is taken back, by anybody who assesses, and once', async () => {
    const [{ refused, proposals }] = (await draft({ capture })).json.texts;
    const at = `/v1/platforms/harbour/proposals/${refused[0].key}/refusal`;
    expect((await service.call('DELETE', at, { as: reviewer })).status).toBe(403);
    expect((await service.call('DELETE', at, { as: analyst })).status).toBe(204);
    expect(await service.call('DELETE', at, { as: analyst })).toMatchObject({ status: 404, json: { type: '/v1/problems/not-found' } });
    const [again] = (await draft({ capture })).json.texts;
    expect([again.refused, again.proposals.length]).toEqual([[], proposals.length + 1]);
    // It can be refused anew.
    for (let i = 0; i < 2; i += 1) expect((await service.call('POST', at, { as: analyst2 })).status).toBe(204);
    expect((await draft({ capture })).json.texts[0].refused).toEqual(refused);
  });

  test('are refused by one person 500 times on a platform, and not once more before one is taken back', async () => {
    const refuse = (i: number, as = analyst, method: 'POST' | 'DELETE' = 'POST') =>
      service.call(method, `/v1/platforms/other/proposals/${i.toString(16).padStart(32, '0')}/refusal`, { as });
    const { store } = service.deps;
    const at = '2026-09-01T12:00:00.000Z';
    for (let i = 1; i < 500; i += 1) await store.putRefusal({ platform: 'other', key: i.toString(16).padStart(32, '0'), by: analyst.id, at });
    expect((await refuse(500)).status).toBe(204);
    expect(await refuse(501)).toMatchObject({ status: 409, json: { type: '/v1/problems/limit-reached', params: { count: 500 } } });
    // What is refused already stays so, and another person's are counted apart.
    expect((await refuse(500)).status).toBe(204);
    expect((await refuse(501, analyst2)).status).toBe(204);
    expect((await refuse(1, analyst, 'DELETE')).status).toBe(204);
    expect((await refuse(502)).status).toBe(204);
  });

  test.each([
    ['a capture that is none', { capture: '0'.repeat(64) }],
    ['no hash', { capture: 'latest' }],
    ['a text before none', { from: 'e'.repeat(64) }],
  ])('of %s are refused', async (_, query) => {
    expect((await draft(query as Record<string, string>)).status).toBe(400);
  });

  test('of another platform’s capture are refused, and so is who may not read or assess', async () => {
    expect((await draft({ capture }, 'other')).status).toBe(400);
    expect((await draft({ capture }, 'nowhere')).status).toBe(404);
    const key = 'a'.repeat(32);
    expect((await service.call('GET', '/v1/platforms/harbour/proposals', { as: policyTool, query: { capture } })).status).toBe(403);
    expect((await service.call('POST', `/v1/platforms/harbour/proposals/${key}/refusal`, { as: reviewer })).status).toBe(403);
    expect((await service.call('POST', '/v1/platforms/harbour/proposals/CN/refusal', { as: analyst })).status).toBe(400);
  });
});

describe('quotes that still stood on a day', () => {
  const renew = (query: Record<string, string>, platform = 'harbour') =>
    service.call('GET', `/v1/platforms/${platform}/renewals`, { as: analyst, query });

  test('are those of the platform’s own words that stand in the text, with the score before and after', async () => {
    const { status, json } = await renew({ capture });
    expect(status).toBe(200);
    expect(json.held.map(({ item }: Json) => item)).toEqual(['/paths/0/evidence/0']);
    expect(json.absent.map(({ item }: Json) => item)).toEqual(['/paths/0/evidence/1']);
    const [item] = json.assessment.paths[0].evidence;
    expect(item).toEqual({ ...STANDING.paths[0]?.evidence[0], from: '2025-06-30', observed: '2026-08-31', capture });
    expect(json.assessment.paths[0].evidence[1]).toEqual(STANDING.paths[0]?.evidence[1]);
    expect(json.after.score.low).toBeGreaterThan(json.before.score.low);
  });

  test('can be submitted as they come, for their grades are as they were given', async () => {
    const { assessment } = (await renew({ capture })).json;
    const { status, text } = await submit(assessment);
    expect(status, text).toBe(201);
  });

  test('are renewed item by item, and nothing is stored', async () => {
    const before = (await service.call('GET', '/v1/platforms/harbour', { as: analyst })).headers.etag;
    const none = await renew({ capture, items: '/paths/0/evidence/1' });
    expect(none.json.errors).toEqual([expect.objectContaining({ pointer: '/items', code: 'not-held' })]);
    expect((await renew({ capture, items: '/paths/0/evidence/0' })).json.renewed).toEqual(['/paths/0/evidence/0']);
    expect((await service.call('GET', '/v1/platforms/harbour', { as: analyst })).headers.etag).toBe(before);
  });

  test('are no sentences that have grown or shrunk: each is held against the text that it was taken from', async () => {
    const sentences = ['We store messages in Ireland.', 'We store photos in the United States and Singapore.', 'Our parent company is in China.'];
    const old = await keep(sentences.join('\n\n'), '2025-01-15T10:00:00Z', 'lagoon');
    const young = await keep(
      ['We store messages in Ireland and Chile.', 'We store photos in the United States.', 'Our parent company is in China.'].join('\n\n'),
      '2026-08-30T10:00:00Z',
      'lagoon',
    );
    const item = { source: 'policy', credibility: 2, observed: '2025-01-15', capture: old };
    const path = (id: string, jurisdiction: string, mode: string, quote: string) => ({
      ...{ id, jurisdiction, mode, data: 'content', evidence: [{ ...item, quote }] },
      ...(mode === 'control' && { stake: 'sole' }),
    });
    const [messages = '', photos = '', parent = ''] = sentences;
    await deciding(service).assess(
      'lagoon',
      {
        asOf: '2025-01-15',
        sources: { policy: { ...STANDING.sources.policy, published: '2025-01-15' } },
        // The words of a part of a sentence, which has not changed where it stands.
        paths: [
          path('messages', 'IE', 'storage', messages),
          path('photos', 'US', 'storage', photos),
          path('parent', 'CN', 'control', parent),
          path('part', 'SG', 'storage', 'parent company is in China'),
        ],
      },
      PROFILE,
    );
    const { held, reworded, absent, renewed, before, after } = (await renew({ capture: young }, 'lagoon')).json;
    expect(held.map(({ item: at }: Json) => at)).toEqual(['/paths/2/evidence/0', '/paths/3/evidence/0']);
    expect(reworded).toEqual([
      { item: '/paths/0/evidence/0', source: 'policy', quote: messages, observed: '2025-01-15', now: 'We store messages in Ireland and Chile.' },
      { item: '/paths/1/evidence/0', source: 'policy', quote: photos, observed: '2025-01-15', now: 'We store photos in the United States.' },
    ]);
    expect([absent, renewed]).toEqual([[], ['/paths/2/evidence/0', '/paths/3/evidence/0']]);
    for (const one of held) {
      expect(one.alone.score.low).toBeGreaterThanOrEqual(before.score.low);
      expect(one.alone.score.low).toBeLessThanOrEqual(after.score.low);
      expect((await renew({ capture: young, items: one.item }, 'lagoon')).json.after).toEqual(one.alone);
    }
    expect(after.score.low).toBeGreaterThan(before.score.low);
    expect(await renew({ capture: young, items: '/paths/0/evidence/0' }, 'lagoon')).toMatchObject({ status: 400 });
  });

  test('of a platform without approved facts are none', async () => {
    expect(await renew({ capture }, 'other')).toMatchObject({ status: 404, json: { type: '/v1/problems/not-assessed' } });
  });
});
