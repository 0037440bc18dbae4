import { afterAll, beforeAll, expect, it } from 'vitest';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { deciding } from '../decision-case.ts';
import { analyst, auditor, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T09:00:00Z');
});
afterAll(() => service.stop());

const status = async () => (await service.call('GET', '/v1/status', { as: auditor })).json;

it('is shown to operators alone', async () => {
  expect((await service.call('GET', '/v1/status', { as: analyst })).status).toBe(403);
});

it('says that nothing has happened where nothing has', async () => {
  expect(await status()).toEqual({
    oldestOverdue: null,
    lastRescoring: null,
    queue: { due: 0, since: null },
    lastExport: null,
    withheld: null,
    consumers: { behind: 0, ahead: 0, missing: [] },
    setAside: { count: 0, items: [] },
    terms: { finishedAt: null, isLate: false, documents: 0, unread: 0, silent: 0, notWatched: 0 },
    audit: { finishedAt: null, broken: [] },
  });
});

it('says what waits, what was done last, and what is overdue and stale', async () => {
  const acts = deciding(service);
  await acts.assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
  const { lastExport } = await status();
  expect(lastExport).toMatchObject({ revision: expect.stringMatching(/^000001-/), freshUntil: '2023-02-25T09:00:00.000Z', isStale: false });

  service.setNow('2023-05-01T09:00:00Z');
  const waiting = await status();
  expect(waiting.queue).toMatchObject({ due: 1 });
  expect(waiting.queue.since < '2023-05-01').toBe(true);
  expect(waiting.lastExport.isStale).toBe(true);
  await reviewPlatforms(service.deps);
  service.setNow('2023-05-01T09:30:00Z');
  await reviewPlatforms(service.deps);
  const { queue, lastRescoring, oldestOverdue } = await status();
  expect(queue).toEqual({ due: 0, since: null });
  expect(lastRescoring).toMatchObject({ at: '2023-05-01T09:00:00.000Z', looked: 1, failed: 0 });
  expect(oldestOverdue).toMatchObject({ platform: 'tiktok', days: expect.any(Number) });
  expect(new Date(Date.parse(oldestOverdue.dueOn) + oldestOverdue.days * 86_400_000).toISOString()).toBe('2023-05-01T00:00:00.000Z');
});

it('says how the watch over terms keeps up: what is not watched, what is silent, and that it has not run for a day', async () => {
  service.setNow('2023-05-02T12:00:00Z');
  await watchTerms(service.deps);
  const first = { finishedAt: '2023-05-02T12:00:00.000Z', isLate: false, documents: 0, unread: 0, silent: 0, notWatched: 1 };
  expect((await status()).terms).toEqual(first);
  service.setNow('2023-05-03T12:00:01Z');
  expect((await status()).terms).toEqual({ ...first, isLate: true });
  const terms = [{ id: 'privacy-policy', service: 'TikTok', termsType: 'Privacy Policy', language: 'en' }];
  expect((await service.call('PUT', '/v1/platforms/tiktok/terms', { as: auditor, body: { terms } })).status).toBe(200);
  await watchTerms(service.deps);
  for (const [day, silent] of [
    ['2023-07-31', 0],
    ['2023-08-02', 1],
    ['2023-08-03', 1],
  ] as const) {
    service.setNow(`${day}T12:00:00Z`);
    await watchTerms(service.deps);
    expect((await status()).terms, day).toMatchObject({ isLate: false, documents: 1, silent, notWatched: 0 });
  }
});
