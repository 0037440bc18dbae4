import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addDays } from '../../domain/facts/date.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { strikeAdequacy } from '../review/strike-adequacy.ts';
import { analyst, type Json, readExample, reviewer, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const run = () => reviewPlatforms(service.deps);
const headOf = async (platform: string) => {
  const found = await service.deps.store.findHead(platform);
  if (!found) throw new Error(`no ${platform}`);
  return found;
};
const put = async (platform: string, profile: object) => {
  const found = await service.call('GET', `/v1/platforms/${platform}`, { as: analyst });
  const headers: Record<string, string> = found.status === 404 ? { 'if-none-match': '*' } : { 'if-match': found.headers.etag ?? '' };
  return service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: { name: platform, operator: 'Somebody', ...profile }, headers });
};
async function approve(platform: string, facts: Json): Promise<Json> {
  const path = `/v1/platforms/${platform}/assessments`;
  const submitted = await service.call('POST', path, { as: analyst, body: facts, headers: { 'idempotency-key': `${Math.random()}` } });
  const { revision, hash } = submitted.json.revision;
  const answer = await service.call('POST', `${path}/${revision}/verdict`, { as: reviewer, body: { verdict: 'approve', hash } });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.published;
}
const facts = (change: Json = {}) => ({ ...readExample('signal/2026-04-30.json'), commitments: [], ...change });
const ask = async (platform: string) =>
  (await service.call('POST', `/v1/platforms/${platform}/reviews`, { as: analyst, body: { reason: 'A report.' } })).json;
const scoresOf = async (platform: string) => (await service.call('GET', `/v1/platforms/${platform}/scores`, { as: analyst })).json.items;

describe('the day of the next review', () => {
  it('of an open review is not put off by another name, nor by another interval', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await put('days', {});
    await approve('days', facts());
    expect((await headOf('days')).nextReviewOn).toBe(addDays('2026-05-01', 180));
    expect((await ask('days')).dueOn).toBe('2026-05-08');
    await put('days', { note: 'Another word.' });
    await put('days', { reviewEveryDays: { days: 90, reason: 'Quiet.' } });
    expect(await headOf('days')).toMatchObject({ nextReviewOn: '2026-05-08', review: { dueOn: '2026-05-08' } });
    service.setNow('2026-05-03T12:00:00Z');
    const longer = { name: 'days', operator: 'O', reviewEveryDays: { days: 365, reason: 'Busy.' } };
    const { headers } = await service.call('GET', '/v1/platforms/days', { as: analyst });
    const refused = await service.call('PUT', '/v1/platforms/days', { as: analyst, headers: { 'if-match': headers.etag ?? '' }, body: longer });
    expect(refused).toMatchObject({
      status: 409,
      json: {
        type: '/v1/problems/interval-too-long',
        detail: 'reviewEveryDays is 365 days; the band of this platform, low, asks for a review every 180 days at least',
      },
    });
    await put('days', { reviewEveryDays: { days: 7, reason: 'The DPC decides this week.' } });
    expect((await headOf('days')).nextReviewOn).toBe('2026-05-08');
  });

  it('counts from the last confirmation, not from the approval', async () => {
    const { review } = await headOf('days');
    service.setNow('2026-05-08T12:00:00Z');
    const outcome = { outcome: 'confirmed-unchanged', note: 'Nothing new.', lookedAt: ['The policy'] };
    await service.call('POST', `/v1/platforms/days/reviews/${review?.id}/outcome`, { as: reviewer, body: outcome });
    await put('days', { reviewEveryDays: { days: 30, reason: 'Less often.' } });
    expect((await headOf('days')).nextReviewOn).toBe('2026-06-07');
    await put('days', { note: 'And a word.' });
    expect((await headOf('days')).nextReviewOn).toBe(addDays('2026-05-08', 180));
  });

  it('is today where a shorter interval has run out already, so that nothing is overdue at once', async () => {
    service.setNow('2026-08-01T12:00:00Z');
    await put('days', { reviewEveryDays: { days: 14, reason: 'Watched.' } });
    expect((await headOf('days')).nextReviewOn).toBe('2026-08-01');
    const { json } = await service.call('GET', '/v1/reviews', { as: analyst, query: { state: 'overdue' } });
    expect(json.items.map(({ platform }: Json) => platform)).not.toContain('days');
  });

  it('is what a score says it holds until, also where the score itself opened the review', async () => {
    service.setNow('2026-05-01T12:00:00Z');
    await put('fresh', {});
    const commitments = [{ id: 'dc', summary: 'A promise.', announcedOn: '2026-01-01', dueOn: '2026-04-01', evidence: facts().paths[0].evidence }];
    const published = await approve('fresh', facts({ commitments }));
    expect((await headOf('fresh')).review?.reasons).toEqual([expect.objectContaining({ kind: 'commitment-due' })]);
    expect(published.freshUntil).toBe('2026-05-08');
    expect((await headOf('fresh')).nextReviewOn).toBe('2026-05-08');
  });
});

it('a file full of broken promises is approved, and each comes up in its turn', async () => {
  service.setNow('2026-05-01T12:00:00Z');
  const [{ evidence }] = facts().paths;
  const commitments = Array.from({ length: 100 }, (_, i) => ({
    id: `promise-${i}`,
    summary: 'x'.repeat(2500),
    announcedOn: '2026-01-01',
    dueOn: '2026-04-01',
    evidence: evidence.slice(0, 1),
  }));
  await put('promises', {});
  await approve('promises', facts({ commitments }));
  const seen = new Set<unknown>();
  for (let round = 0; round < 6; round += 1) {
    const { review } = await headOf('promises');
    if (!review) break;
    for (const { kind, data } of review.reasons) if (kind === 'commitment-due') seen.add(data.commitment);
    await approve('promises', facts({ commitments, note: `Round ${round}.` }));
  }
  expect(seen.size).toBe(100);
  expect((await headOf('promises')).review).toBeUndefined();
});

describe('a new register in the middle of a day', () => {
  const facebook = () => readExample('facebook/2026-08-31.json');
  const mastodon = () => readExample('mastodon-eu/2024-06-30.json');

  it('is noted once, calls everybody up, and opens reviews only where it changes the law of a file', async () => {
    service.setNow('2026-09-10T00:10:00Z');
    await put('touched', {});
    await put('untouched', {});
    await approve('touched', facebook());
    await approve('untouched', mastodon());
    service.setNow('2026-09-11T00:10:00Z');
    await run();
    const [before, after] = [service.deps.register, strikeAdequacy(service.deps.register, '2026-09-11')];
    service.setNow('2026-09-11T15:00:00Z');
    expect(await run()).toMatchObject({ requeued: 0, looked: 0 });
    Object.assign(service.deps, { register: after });
    const runs = await Promise.all([run(), run()]);
    expect(runs.reduce((sum, { looked = 0 }) => sum + looked, 0)).toBeGreaterThanOrEqual(4);
    expect(await run()).toMatchObject({ requeued: 0, looked: 0 });

    expect((await headOf('touched')).review?.reasons).toEqual([
      { kind: 'register-changed', text: expect.stringContaining('US'), data: { from: before.version, to: after.version, jurisdictions: ['US'] } },
    ]);
    expect((await headOf('untouched')).review).toBeUndefined();
    const [moved, stayed] = [await scoresOf('touched'), await scoresOf('untouched')].map((scores) => scores.slice(-2)) as [Json[], Json[]];
    expect(moved[1].score).not.toEqual(moved[0].score);
    expect(stayed[1].score).toEqual(stayed[0].score);
    for (const [, { register }] of [moved, stayed]) expect(register.version ?? register).toBe(after.version);
  });

  it('has its event on a chain of its own, which the feed shows and the audit recomputes', async () => {
    await service.pump();
    const { json } = await service.call('GET', '/v1/events', { as: analyst, query: { types: 'register.changed', limit: '200' } });
    expect(json.items.map(({ subject, source, sequence }: Json) => [subject, source, sequence])).toEqual([
      ['register', '/v1/jurisdictions', '0000000001'],
      ['register', '/v1/jurisdictions', '0000000002'],
    ]);
    const [first, second] = json.items;
    expect(first.data).toMatchObject({ from: null, jurisdictions: [] });
    expect(second.data).toMatchObject({ from: { version: first.data.to.version }, jurisdictions: ['US'] });
    const audit = await service.call('GET', '/v1/audit/verify', { as: { id: 'operator', scopes: ['operate'] }, query: { limit: '200' } });
    expect(audit.json).toMatchObject({ intact: true });
    expect((await service.deps.store.listChains({ limit: 200 })).chains).toContain('register');
    expect((await service.call('GET', '/v1/platforms', { as: analyst })).json.items.map(({ id }: Json) => id)).not.toContain('register');
  });

  test.each(['register', 'consumers', 'policy', 'archive'])('no platform may be called %s', async (platform) => {
    expect((await put(platform, {})).status).toBe(400);
  });
});

it('queueing all platforms goes on after a failure, and queues none twice', async () => {
  const { deps } = service;
  service.setNow('2026-09-12T00:10:00Z');
  await run();
  service.setNow('2026-09-12T15:00:00Z');
  Object.assign(deps, { register: { ...deps.register, version: 'another', hash: 'f'.repeat(64) } });
  let left = 2;
  const reschedule: typeof deps.store.reschedule = async (...args) => {
    left -= 1;
    if (left < 0) throw new Error('gone');
    return deps.store.reschedule(...args);
  };
  await expect(reviewPlatforms({ ...deps, store: { ...deps.store, reschedule } })).rejects.toThrow('gone');
  const all = (await deps.store.listLaterWork('2000-01-01T00:00:00.000Z', { limit: 100 })).items.length;
  const figures = await run();
  expect(figures.looked).toBe(all);
  expect(figures.requeued).toBeLessThan(all);
  expect(await run()).toMatchObject({ requeued: 0, looked: 0 });
});
