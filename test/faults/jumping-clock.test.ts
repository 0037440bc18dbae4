import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceDecisions } from '../../lambdas/jobs/advance-decisions.ts';
import { archiveCheckpoint } from '../../lambdas/jobs/archive-checkpoint.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { readExample, type Service, startService } from '../started-service.ts';
import { countAnswers, expectIntact, expectWholeFeed, openRecord } from '../store/record.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const facts = readExample('x/2023-02-23.json');
const PLATFORMS = ['one', 'two', 'three'];
const JOBS = { reviewPlatforms, advanceDecisions, renewPolicy, releasePolicy, archiveCheckpoint };
const START = Date.UTC(2026, 8, 1, 12);
const YEAR_MS = 365 * 86_400_000;
const JUMPS = 10 * Math.min(FAULT_TIMES, 20);

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('a clock that jumps back and forth by up to a year loses nothing, doubles nothing, and stops no job', async () => {
  const jump = () => service.setNow(new Date(START + (Math.random() - 0.5) * 2 * YEAR_MS).toISOString());
  service.setNow(new Date(START).toISOString());
  for (const platform of PLATFORMS) await openRecord(service, platform).create();
  const expected = new Map(PLATFORMS.map((platform) => [platform, 0]));
  for (let i = 0; i < JUMPS; i += 1) {
    const platform = PLATFORMS[i % PLATFORMS.length] ?? '';
    const { submit, judge } = openRecord(service, platform);
    jump();
    const submitted = await submit(`${i}`, facts);
    expect(submitted.status).toBe(201);
    const { revision, hash } = submitted.json.revision;
    expected.set(platform, revision);
    jump();
    // The same key: the answer of the first time, or, where the clock says that it is older than a day, that it is done already.
    const again = await submit(`${i}`, facts);
    expect(countAnswers([again])).toEqual(again.status === 201 ? { '201': 1 } : { '409 assessment-pending': 1 });
    if (again.status === 201) expect(again.json.revision).toEqual(submitted.json.revision);
    const verdict = await judge(revision, { verdict: 'approve', hash });
    expect(verdict.status, verdict.text).toBe(200);
    for (const job of Object.values(JOBS)) {
      jump();
      await job(service.deps);
    }
  }
  for (const platform of PLATFORMS) {
    const events = await openRecord(service, platform).events();
    const submitted = events.filter(({ type }) => type === 'assessment.submitted');
    expect(submitted.map(({ data }) => data.revision)).toEqual(Array.from({ length: expected.get(platform) ?? 0 }, (_, i) => i + 1));
  }
  await expectIntact(service);
  await expectWholeFeed(service);
  // Back on its way, the clock finds the machine at work as ever.
  service.setNow(new Date(START + 2 * YEAR_MS).toISOString());
  expect(await reviewPlatforms(service.deps)).toMatchObject({ looked: PLATFORMS.length, failed: 0 });
  observe({
    fault: 'the clock jumps back and forth by up to a year',
    times: JUMPS * (2 + Object.keys(JOBS).length),
    seen: 'no act was lost or done twice, every job ran, chains and feed in order; events keep their order by their number, not by their time',
    means: 'A machine with a wrong clock writes wrong times, and nothing worse.',
  });
});
