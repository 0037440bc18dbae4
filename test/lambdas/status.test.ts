import { afterAll, beforeAll, expect, it } from 'vitest';
import { toNoteKey, writeVerifierKey } from '../../domain/log/key.ts';
import { readLogPolicy } from '../../domain/log/policy.ts';
import { askWitnesses } from '../../lambdas/jobs/ask-witnesses.ts';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
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
    log: null,
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

it('says since when no checkpoint has had enough cosignatures, and nothing waits for it', async () => {
  const policy = readLogPolicy(
    `witness w1 ${writeVerifierKey(toNoteKey('w1.example', 'witness', new Uint8Array(32)))} https://w1.example\nquorum w1\n`,
  );
  if (typeof policy === 'string') throw new Error(policy);
  const deps = { ...service.deps, logPolicy: policy, askWitness: async () => ({ status: 503, text: '' }) };
  await service.pump();
  service.setNow('2023-05-01T10:00:00Z');
  await signCheckpoint(deps);
  await askWitnesses(deps);
  service.setNow('2023-05-01T13:00:00Z');
  await askWitnesses(deps);
  const since = '2023-05-01T10:00:00.000Z';
  expect((await status()).log).toMatchObject({
    cosigned: null,
    noQuorumSince: since,
    witnesses: [{ name: 'w1', fault: 'it answers with status 503' }],
  });
  expect((await measureLag(deps)).noQuorumHours).toBe(3);
  const asked = await service.call('POST', '/v1/platforms/tiktok/reviews', { as: analyst, body: { reason: 'A reader asked.' } });
  expect(asked.status).toBeLessThan(300);
  expect((await service.call('GET', '/v1/log/checkpoint')).status).toBe(200);
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
