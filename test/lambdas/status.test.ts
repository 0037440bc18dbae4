import { afterAll, beforeAll, expect, it } from 'vitest';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
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
