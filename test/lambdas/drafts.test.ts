import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES } from '../../domain/facts/vocabulary.ts';
import { type Ask, analyst, analyst2, auditor, decider1, type Json, type Person, policyTool, readExample, startService } from '../started-service.ts';

const NEW = { 'if-none-match': '*' };
const FACTS = { asOf: '2026-08-31', paths: [{ id: 'cn', jurisdiction: 'CN', mode: 'remote-access', data: null }] };
const BEGUN = '2026-09-01T12:00:00.000Z';

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  service = await startService();
  service.setNow(BEGUN);
});
afterAll(() => service.stop());

const at = (form: string, platform: string) => `/v1/drafts/${form}/${platform}`;
const put = (place: string, body: Json, ask: Ask = {}) => service.call('PUT', place, { as: analyst, headers: NEW, body, ...ask });
const get = (place: string, as: Person = analyst) => service.call('GET', place, { as });

describe('a draft', () => {
  test('is created, replaced under its ETag, read back as it was put, and thrown away', async () => {
    const place = at('assessment', 'tiktok');
    const created = await put(place, FACTS);
    expect(created.status, created.text).toBe(201);
    expect(created.headers.location).toBe(place);
    expect(created.json).toEqual({ form: 'assessment', platform: 'tiktok', savedAt: BEGUN, expiresAt: '2026-10-01T12:00:00.000Z', content: FACTS });
    const { etag = '' } = created.headers;

    const replaced = await put(place, { note: 'later' }, { headers: { 'if-match': etag } });
    expect(replaced).toMatchObject({ status: 200, json: { content: { note: 'later' } } });
    expect(replaced.headers.etag).not.toBe(etag);
    expect(await get(place)).toMatchObject({ status: 200, json: { content: { note: 'later' } }, headers: { etag: replaced.headers.etag } });

    expect((await service.call('DELETE', place, { as: analyst })).status).toBe(204);
    expect((await get(place)).status).toBe(404);
    expect((await service.call('DELETE', place, { as: analyst })).status).toBe(404);
  });

  test('is changed under a precondition alone: 428 without, 412 with another’s, also with that of one that was thrown away', async () => {
    const place = at('assessment', 'signal');
    expect((await put(place, FACTS, { headers: {} })).status).toBe(428);
    expect((await put(place, FACTS, { headers: { 'if-match': '"d1"' } })).status).toBe(412);
    const { etag = '' } = (await put(place, FACTS)).headers;
    expect(await put(place, FACTS)).toMatchObject({ status: 412, headers: { etag } });
    await service.call('DELETE', place, { as: analyst });
    service.setNow('2026-09-01T12:00:01.000Z');
    await put(place, { note: 'begun anew' });
    expect((await put(place, FACTS, { headers: { 'if-match': etag } })).status).toBe(412);
    expect((await get(place)).json.content).toEqual({ note: 'begun anew' });
  });

  test('of two windows that save at once one is told', async () => {
    const place = at('profile', 'signal');
    const { etag = '' } = (await put(place, { name: 'Signal' })).headers;
    const both = await Promise.all(['one', 'other'].map((name) => put(place, { name }, { headers: { 'if-match': etag } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('answers 304 to who has it', async () => {
    const place = at('profile', 'x');
    const { etag = '' } = (await put(place, { name: 'X' })).headers;
    expect((await service.call('GET', place, { as: analyst, headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('whose it is', () => {
  const place = at('assessment', 'wechat');
  test('nobody but its writer reads, replaces or throws it away, and others have their own under the same name', async () => {
    await put(place, { note: 'mine' });
    expect((await get(place, analyst2)).status).toBe(404);
    expect((await service.call('DELETE', place, { as: analyst2 })).status).toBe(404);
    const own = await put(place, { note: 'theirs' }, { as: analyst2 });
    expect(own.status).toBe(201);
    expect(await put(place, FACTS, { headers: { 'if-match': own.headers.etag ?? '' } })).toMatchObject({ status: 412 });
    expect((await get(place)).json.content).toEqual({ note: 'mine' });
    expect((await get(place, analyst2)).json.content).toEqual({ note: 'theirs' });
  });

  test.each([
    ['a person of the other scope', decider1],
    ['an auditor', auditor],
    ['a policy tool', policyTool],
  ])('%s is refused', async (_, as) => {
    for (const method of ['GET', 'DELETE'] as const) expect((await service.call(method, place, { as })).status).toBe(403);
    expect((await put(place, FACTS, { as })).status).toBe(403);
  });

  test.each([
    ['proposal', analyst, decider1],
    ['profile', decider1, analyst],
    ['assessment', decider1, analyst],
  ])('a draft of the form %s needs the scope of what it becomes', async (form, without, having) => {
    expect(await put(at(form, 'line'), {}, { as: without })).toMatchObject({ status: 403, json: { type: '/v1/problems/missing-scope' } });
    expect((await put(at(form, 'line'), {}, { as: having })).status).toBe(201);
  });

  test('a machine has no draft of a decision', async () => {
    const machine: Person = { id: 'robot', scopes: ['decide'], isMachine: true };
    expect(await put(at('proposal', 'x'), {}, { as: machine })).toMatchObject({ status: 403, json: { type: '/v1/problems/person-needed' } });
  });

  test.each(['analyst#assessment', 'DRAFT#analyst', '../analyst', 'a'.repeat(200), 'Ünï 漢字'])(
    'an id such as %s is one person, and no other',
    async (id) => {
      const as: Person = { id, scopes: ['assess'] };
      expect((await put(at('assessment', 'zoom'), { note: 'own' }, { as })).status).toBe(201);
      expect((await get(at('assessment', 'zoom'), as)).json.content).toEqual({ note: 'own' });
      expect((await get(at('assessment', 'zoom'))).status).toBe(404);
    },
  );
});

describe('how long it is kept', () => {
  test('30 days from when it was last saved, by the clock and not by the table’s expiry', async () => {
    const place = at('assessment', 'threads');
    service.setNow(BEGUN);
    const { etag = '' } = (await put(place, FACTS)).headers;
    service.setNow('2026-09-30T12:00:00.000Z');
    const saved = await put(place, FACTS, { headers: { 'if-match': etag } });
    expect(saved.json.expiresAt).toBe('2026-10-30T12:00:00.000Z');
    service.setNow('2026-10-30T11:59:59.000Z');
    expect((await get(place)).status).toBe(200);
    service.setNow('2026-10-30T12:00:00.000Z');
    expect((await get(place)).status).toBe(404);
    expect((await put(place, FACTS, { headers: { 'if-match': saved.headers.etag ?? '' } })).status).toBe(412);
    expect((await put(place, { note: 'begun anew' })).status).toBe(201);
    expect((await get(place)).json.content).toEqual({ note: 'begun anew' });
  });
});

describe('what it may hold', () => {
  test.each([
    ['assessment', { asOf: '2026-0', sources: null, paths: [{ mode: 'sto' }, null, 7], complete: { storage: true } }],
    ['profile', { name: '', apps: { ios: [''] } }],
    ['proposal', { decision: 'sus', scope: 'corporate', effectiveAt: null }],
  ])('a draft of the form %s may be unfinished in every value', async (form, content) => {
    const as = form === 'proposal' ? decider1 : analyst;
    expect(await put(at(form, 'mastodon-eu'), content, { as })).toMatchObject({ status: 201, json: { content } });
  });

  test.each<[string, Json, string, RegExp]>([
    ['a member of another form', { decision: 'suspend' }, '/decision', /no such field/],
    ['a misspelt member', { path: [] }, '/path', /did you mean "paths"/],
    ['a list', [FACTS], '', /expected an object, not a list/],
    ['null', null, '', /expected an object, not null/],
    ['a text', 'draft', '', /expected an object/],
    ['a depth that no form has', { paths: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) }, '/paths', /in one another/],
  ])('%s is refused', async (_, content, pointer, detail) => {
    const { status, json } = await put(at('assessment', 'bluesky'), content);
    expect(status).toBe(400);
    expect(json.errors).toEqual([expect.objectContaining({ pointer, detail: expect.stringMatching(detail) })]);
  });

  test.each([
    ['a prototype', '{"__proto__":{"a":1}}', 400],
    ['a name twice', '{"note":"a","note":"b"}', 400],
    ['no JSON', '{"note":', 400],
    ['nothing', '', 400],
    ['brackets to the limit', `{"paths":${'['.repeat(150_000)}${']'.repeat(150_000)}}`, 400],
    ['too much', JSON.stringify({ note: 'x'.repeat(350_000) }), 413],
    ['numbers that grow when they are written out', `{"paths":[${Array(60_000).fill('1e20').join()}]}`, 413],
  ])('%s is refused as it is elsewhere', async (_, text, status) => {
    const answer = await service.call('PUT', at('assessment', 'bluesky'), { as: analyst, headers: NEW, text });
    expect(answer.status, answer.text).toBe(status);
  });

  test('the largest assessment that can be submitted fits', async () => {
    const content = { note: 'ä'.repeat(174_900) };
    expect((await put(at('assessment', 'pinterest'), content)).status).toBe(201);
  });

  test.each(['draft', 'Assessment', 'assessment%23x', '__proto__', ''])('the form %j is refused', async (form) => {
    const answer = await put(at(form, 'tiktok'), {});
    expect([400, 404]).toContain(answer.status);
  });

  test.each(['TikTok', 'tik..tok', 'register', 'a%23b', 'x'.repeat(65), 'tik%2Ftok'])('the platform %j is refused', async (platform) => {
    expect((await put(at('assessment', platform), {})).status).toBe(400);
  });
});

describe('what it is not', () => {
  test('of the record: no score, list, event, chain or platform shows it', async () => {
    await service.call('PUT', '/v1/platforms/tiktok', { as: analyst, headers: NEW, body: readExample('tiktok/platform.json') });
    const before = await Promise.all(LOOKS.map(([path, as]) => service.call('GET', path, { as })));
    const content = { asOf: '2026-08-31', paths: MODES.map((mode) => ({ id: mode, mode, jurisdiction: 'CN', note: 'SECRET' })) };
    expect((await put(at('assessment', 'tiktok'), content)).status).toBe(201);
    const after = await Promise.all(LOOKS.map(([path, as]) => service.call('GET', path, { as })));
    expect(after.map(({ status, text }) => [status, text])).toEqual(before.map(({ status, text }) => [status, text]));
    expect(after.some(({ text }) => text.includes('SECRET'))).toBe(false);
  });
});

const LOOKS: [string, Person][] = [
  ['/v1/platforms', analyst],
  ['/v1/platforms/tiktok', analyst],
  ['/v1/platforms/tiktok/assessments', analyst],
  ['/v1/platforms/tiktok/events', analyst],
  ['/v1/assessments?state=submitted', analyst],
  ['/v1/events', analyst],
  ['/v1/audit/verify?platform=tiktok', auditor],
];

test('one person has 50 drafts at the most; those that stand are saved on, and another person’s are counted apart', async () => {
  service.setNow(BEGUN);
  const as: Person = { id: 'collector', scopes: ['assess'] };
  const { store, now } = service.deps;
  for (let i = 1; i < 50; i += 1) await store.putDraft({ by: as.id, form: 'assessment', platform: `p-${i}` }, '{}', undefined, now());
  const last = await put(at('assessment', 'p-50'), {}, { as });
  expect(last.status).toBe(201);
  expect(await put(at('profile', 'p-51'), {}, { as })).toMatchObject({
    status: 409,
    json: { type: '/v1/problems/limit-reached', params: { count: 50 } },
  });
  expect((await put(at('assessment', 'p-50'), { note: 'on' }, { as, headers: { 'if-match': last.headers.etag ?? '' } })).status).toBe(200);
  expect((await put(at('profile', 'p-51'), {}, { as: { ...as, id: 'another' } })).status).toBe(201);
  await service.call('DELETE', at('assessment', 'p-50'), { as });
  expect((await put(at('profile', 'p-51'), {}, { as })).status).toBe(201);
  // Those that have run out count no more.
  service.setNow('2026-10-02T12:00:00.000Z');
  expect((await put(at('profile', 'p-52'), {}, { as })).status).toBe(201);
});
