import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDate } from '../../domain/facts/date.ts';
import { rescorePlatform } from '../../lambdas/jobs/rescore-platform.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { analyst, analyst2, auditor, type Json, readExample, reviewer, reviewer2, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const head = async (platform: string) => {
  const found = await service.deps.store.findHead(platform);
  if (!found) throw new Error(`no ${platform}`);
  return found;
};
const run = () => reviewPlatforms(service.deps);
const due = async (state: string) => (await service.call('GET', '/v1/reviews', { as: analyst, query: { state } })).json.items;

async function approve(platform: string, facts: Json, profile: Json = { name: platform, operator: 'Somebody' }): Promise<Json> {
  if (!(await service.deps.store.findHead(platform)))
    await service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: profile, headers: { 'if-none-match': '*' } });
  const submitted = await service.call('POST', `/v1/platforms/${platform}/assessments`, {
    as: analyst,
    body: facts,
    headers: { 'idempotency-key': `${Math.random()}` },
  });
  const { revision, hash } = submitted.json.revision;
  const answer = await service.call('POST', `/v1/platforms/${platform}/assessments/${revision}/verdict`, {
    as: reviewer,
    body: { verdict: 'approve', hash },
  });
  expect(answer.status).toBe(200);
  return answer.json;
}
const confirm = (platform: string, review: string, as = reviewer, body: Json = {}) =>
  service.call('POST', `/v1/platforms/${platform}/reviews/${review}/outcome`, {
    as,
    body: { outcome: 'confirmed-unchanged', note: 'Nothing new.', lookedAt: ['https://www.tiktok.com/legal'], ...body },
  });

const facts = (change: Json = {}) => ({ ...readExample('signal/2026-04-30.json'), commitments: [], ...change });

describe('a review opens when its time has come, and is announced without a request', () => {
  it('by its interval, once, then overdue once per step', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await approve('interval', facts(), { name: 'I', operator: 'O', reviewEveryDays: { days: 7, reason: 'Closely watched.' } });
    expect((await head('interval')).nextReviewOn).toBe('2026-05-08');
    const seen: string[] = [];
    let sequence = (await head('interval')).sequence;
    for (let day = 2; day <= 45; day += 1) {
      service.setNow(new Date(Date.UTC(2026, 4, day, 0, 10)).toISOString());
      await run();
      await run();
      const now = await head('interval');
      if (now.review && now.sequence !== sequence) seen.push(`${toDate(service.deps.now().toISOString())} ${now.review.announced}`);
      sequence = now.sequence;
    }
    const reviewDays = seen.filter((line, i) => i === 0 || line.split(' ')[1] !== seen[i - 1]?.split(' ')[1]);
    expect(reviewDays).toEqual(['2026-05-08 0', '2026-05-09 1', '2026-05-15 7', '2026-06-07 30']);
    expect((await due('overdue'))[0]).toMatchObject({ platform: 'interval', state: 'overdue', reasons: [{ kind: 'interval' }] });
  });

  it('ends by a confirmation, which renews the interval and not the evidence', async () => {
    const before = await head('interval');
    const answer = await confirm('interval', before.review?.id ?? '');
    expect(answer.json).toMatchObject({
      state: 'done',
      outcome: 'confirmed-unchanged',
      closedBy: 'reviewer',
      lookedAt: ['https://www.tiktok.com/legal'],
    });
    const after = await head('interval');
    expect(after.review).toBeUndefined();
    expect(after.nextReviewOn).toBe('2026-06-21');
    expect(after.approved).toEqual(before.approved);
    expect(after.published).toEqual(before.published);
    expect(await due('overdue')).toEqual([]);
    expect((await due('done'))[0]).toMatchObject({ id: before.review?.id });
    expect((await confirm('interval', before.review?.id ?? '')).json).toMatchObject({ status: 409, type: '/v1/problems/review-closed' });
  });

  it('is not confirmed by the author, by one person three times running, or without having looked', async () => {
    const ask = async () => (await service.call('POST', '/v1/platforms/interval/reviews', { as: analyst2, body: { reason: 'A report.' } })).json.id;
    let review = await ask();
    expect((await confirm('interval', review, { ...analyst, scopes: ['review'] })).json).toMatchObject({
      status: 403,
      type: '/v1/problems/self-approval',
    });
    expect((await confirm('interval', review, { ...reviewer, isMachine: true })).json).toMatchObject({
      status: 403,
      type: '/v1/problems/person-needed',
    });
    expect((await confirm('interval', review, analyst2)).json).toMatchObject({ status: 403, type: '/v1/problems/missing-scope' });
    expect((await confirm('interval', review, reviewer, { lookedAt: [], note: ' ' })).json.errors.map(({ pointer }: Json) => pointer)).toEqual([
      '/note',
      '/lookedAt',
    ]);
    expect((await confirm('interval', review, reviewer, { outcome: 'new-assessment' })).json).toMatchObject({
      status: 409,
      type: '/v1/problems/not-approved-yet',
    });
    expect((await confirm('interval', review)).status).toBe(200);
    review = await ask();
    expect((await confirm('interval', review)).json).toMatchObject({ status: 403, type: '/v1/problems/same-person-again' });
    expect((await confirm('interval', review, reviewer2)).status).toBe(200);
    review = await ask();
    expect((await confirm('interval', review)).status).toBe(200);
  });
});

describe('a review opens for what happens', () => {
  it('when an analyst asks; what is asked while it is open joins it, once', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await approve('asked', facts());
    const ask = (reason = 'The press reports a sale.', as = analyst) => service.call('POST', '/v1/platforms/asked/reviews', { as, body: { reason } });
    const first = await ask();
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      state: 'open',
      dueOn: '2026-05-08',
      reasons: [{ kind: 'asked', text: 'The press reports a sale.', data: { by: 'analyst' } }],
    });
    const events = async () => (await head('asked')).sequence;
    const before = await events();
    expect(await ask()).toMatchObject({ status: 200, json: first.json });
    expect(await events()).toBe(before);
    service.setNow('2026-05-03T12:00:00Z');
    const joined = await ask('Staff are said to move.');
    expect(joined).toMatchObject({ status: 200, json: { id: first.json.id, dueOn: '2026-05-08', openedAt: first.json.openedAt } });
    expect(joined.json.reasons).toEqual([...first.json.reasons, { kind: 'asked', text: 'Staff are said to move.', data: { by: 'analyst' } }]);
    expect((await ask('Staff are said to move.', analyst2)).json.reasons.map(({ data }: Json) => data.by)).toEqual([
      'analyst',
      'analyst',
      'analyst-2',
    ]);
    expect(await events()).toBe(before + 2);
    expect((await service.call('GET', first.headers.location ?? '', { as: analyst })).json.id).toBe(first.json.id);
    await approve('asked', facts({ note: 'Looked again.' }));
    expect((await service.call('GET', first.headers.location ?? '', { as: analyst })).json).toMatchObject({
      state: 'done',
      outcome: 'new-assessment',
      revision: 2,
      reasons: [{ text: 'The press reports a sale.' }, { text: 'Staff are said to move.' }, { text: 'Staff are said to move.' }],
    });
  });

  it('and has room for so many reasons; the record has those beyond', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await approve('many', facts());
    const ask = (reason: string) => service.call('POST', '/v1/platforms/many/reviews', { as: analyst, body: { reason } });
    const words = (i: number) => `${i} ${'字'.repeat(3900)}`;
    for (let i = 0; i < 20; i += 1) expect((await ask(words(i))).status).toBe(i === 0 ? 201 : 200);
    const { json } = await ask('The last.');
    expect(json.reasons.length + json.furtherReasons).toBe(21);
    expect(json.furtherReasons).toBeGreaterThan(1);
    expect(json.reasons.map(({ text }: Json) => text)).toEqual(json.reasons.map((_: Json, i: number) => words(i)));
    const { items } = (await service.call('GET', '/v1/platforms/many/events', { as: analyst, query: { limit: '50' } })).json;
    const said = items
      .reverse()
      .flatMap(({ data }: Json) => data.reasons ?? data.reason ?? [])
      .map(({ text }: Json) => text);
    expect(said).toEqual([...Array.from({ length: 20 }, (_, i) => words(i)), 'The last.']);
    expect((await service.call('GET', '/v1/audit/verify', { as: auditor, query: { platform: 'many' } })).json.intact).toBe(true);
    await approve('many', facts({ note: 'Looked again.' }));
    expect((await service.call('GET', `/v1/platforms/many/reviews/${json.id}`, { as: analyst })).json).toMatchObject({
      state: 'done',
      furtherReasons: json.furtherReasons,
    });
  });

  it('and its interval joins it, where it runs out while the review is open', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await approve('both', facts());
    const { nextReviewOn } = await head('both');
    await service.call('POST', '/v1/platforms/both/reviews', { as: analyst, body: { reason: 'Why not.' } });
    service.setNow(`${nextReviewOn}T12:00:00Z`);
    for (let i = 0; i < 2; i += 1) await rescorePlatform('both', service.deps);
    expect((await head('both')).review?.reasons.map(({ kind, data }: Json) => [kind, data.dueOn])).toEqual([
      ['asked', undefined],
      ['interval', nextReviewOn],
    ]);
  });

  it('when a promise’s day has passed, with its words, who made it and where, and only once', async () => {
    service.setNow('2023-03-01T12:00:00Z');
    const tiktok = readExample('tiktok/2023-02-23.json');
    await approve('promise', { ...tiktok, commitments: [{ ...tiktok.commitments[0], dueOn: '2023-03-10' }] });
    expect((await head('promise')).review).toBeUndefined();
    service.setNow('2023-03-10T00:10:00Z');
    await run();
    expect((await head('promise')).review).toBeUndefined();
    service.setNow('2023-03-11T00:10:00Z');
    await run();
    const { review } = await head('promise');
    expect(review?.reasons).toHaveLength(1);
    expect(review?.reasons[0]).toMatchObject({
      kind: 'commitment-due',
      data: { dueOn: '2023-03-10', words: expect.any(String), source: { publisher: expect.any(String), published: expect.any(String) } },
    });
    await confirm('promise', review?.id ?? '');
    service.setNow('2023-03-12T00:10:00Z');
    await run();
    expect((await head('promise')).review).toBeUndefined();
  });

  it('when the evidence contradicts itself', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    const contested = facts();
    const [first] = contested.paths;
    const source = first.evidence[0].source;
    contested.sources.other = { title: 'The contrary', publisher: 'Somebody else', published: '2026-04-01', reliability: 'A' };
    contested.sources.self = { ...contested.sources[source], reliability: 'A', statementBy: 'third-party', origin: 'itself' };
    first.evidence = [
      { source: 'self', credibility: 1, observed: '2026-04-01' },
      { source: 'other', credibility: 2, observed: '2026-04-01', stance: 'contradicts' },
    ];
    await approve('contested', contested);
    expect((await head('contested')).review?.reasons).toEqual([
      expect.objectContaining({ kind: 'conflict', data: expect.objectContaining({ fact: `paths/${first.id}` }) }),
    ]);
  });
});

describe('scores move by themselves', () => {
  it('are published again when something changed, with causes that add up', async () => {
    service.setNow('2023-07-01T12:00:00Z');
    await approve('ages', { ...readExample('tiktok/2023-02-23.json'), commitments: [] });
    const first = (await head('ages')).published;
    let changes = 0;
    let last = first;
    for (let day = 2; day <= 60; day += 1) {
      service.setNow(new Date(Date.UTC(2023, 6, day, 0, 10)).toISOString());
      await run();
      const { published } = await head('ages');
      if (published?.id === last?.id) continue;
      changes += 1;
      expect(published?.score).not.toEqual(last?.score);
      last = published;
    }
    expect(changes).toBeGreaterThan(3);
    const { json } = await service.call('GET', '/v1/platforms/ages/scores', { as: analyst });
    expect(json.items).toHaveLength(changes + 1);
  });
});

describe('the machine’s work survives', () => {
  it('a poisoned platform, which is tried later and later and holds back no other', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await approve('poisoned', facts());
    await approve('healthy', facts());
    const { store } = service.deps;
    const findApproved: typeof store.findApproved = async (platform, approved) => {
      if (platform === 'poisoned') throw new Error('poison');
      return store.findApproved(platform, approved);
    };
    const poisoned = { ...service.deps, store: { ...store, findApproved } };
    service.setNow('2026-05-02T00:10:00Z');
    const figures = await reviewPlatforms(poisoned);
    expect(figures).toMatchObject({ failed: 1 });
    expect(figures.looked).toBeGreaterThan(1);
    expect(await reviewPlatforms(poisoned)).toMatchObject({ looked: 0 });
    const pauses: number[] = [];
    let at = Date.UTC(2026, 4, 2, 0, 10);
    let previous = at;
    while (pauses.length < 4) {
      at += 60_000;
      service.setNow(new Date(at).toISOString());
      if ((await reviewPlatforms(poisoned)).failed === 1) {
        pauses.push((at - previous) / 60_000);
        previous = at;
      }
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses[3]).toBeGreaterThan(pauses[0] ?? 0);
    expect(service.logged.some((line) => line.includes('"platform":"poisoned"') && !line.includes('"poison"'))).toBe(true);
  });

  it('a second run at the same moment', async () => {
    service.setNow('2026-05-09T00:10:00Z');
    await run();
    service.setNow('2026-05-10T00:10:00Z');
    const runs = await Promise.all([run(), run(), run()]);
    const alone = await run();
    expect(alone).toMatchObject({ looked: 0 });
    const looked = runs.reduce((sum, figures) => sum + (figures.looked ?? 0), 0);
    const failed = runs.reduce((sum, figures) => sum + (figures.failed ?? 0), 0);
    expect(failed).toBe(0);
    // All but `interval`, which was looked at on a later day above.
    expect(looked).toBe(['asked', 'many', 'both', 'promise', 'contested', 'ages', 'poisoned', 'healthy'].length);
  });

  it('an approval between its two reads, whose facts it scores and not the ones before', async () => {
    service.setNow('2026-05-11T12:00:00Z');
    await approve('between', readExample('tiktok/2022-11-02.json'));
    const { store } = service.deps;
    const stale = await store.findHead('between');
    await approve('between', readExample('tiktok/2023-02-23.json'));
    service.setNow('2027-05-04T00:10:00Z');
    let asked = 0;
    const findHead: typeof store.findHead = async (platform) => {
      if (platform !== 'between') return store.findHead(platform);
      asked += 1;
      return asked === 1 ? stale : store.findHead(platform);
    };
    await reviewPlatforms({ ...service.deps, store: { ...store, findHead } });
    expect(asked).toBe(2);
    const { published } = await head('between');
    expect(published?.asOf).toBe('2027-05-04');
    const afresh = await service.call('GET', '/v1/platforms/between/score', { as: analyst });
    expect(published?.score).toEqual(afresh.json.score);
    expect((await store.findPublished('between', published?.id ?? ''))?.score.assessment.revision).toBe(2);
  });
});
