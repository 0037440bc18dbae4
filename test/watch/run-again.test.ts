import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import type { TermsClient } from '../../lambdas/runtime/terms/terms-client.ts';
import { analyst, type Json, type Service, startService } from '../started-service.ts';
import { createPlatform, document, eventsOf, facts, isIntact, openFolder, play, termsOf } from './terms-case.ts';

const terms = openFolder();
/** Whoever reads waits for this. */
let hold: Promise<void> = Promise.resolve();
const client: TermsClient = {
  ...terms.client,
  read: async (question) => {
    await hold;
    return terms.client.read(question);
  },
};
let service: Service;
beforeAll(async () => {
  service = await startService({ terms: client });
});
afterAll(async () => {
  await service.stop();
  terms.end();
});

const STORED = 'We store your information in the United States.';
const policy = (stored: string) => `# Privacy Policy\n\nThis policy explains what we collect.\n\n${stored}\n\nYou can write to us at any time.`;
const LINES = [
  { day: '2023-01-02', content: policy(STORED) },
  { day: '2023-01-10', content: policy('We store your information in Malaysia.') },
  { day: '2023-01-20', content: policy('We store your information in Malaysia and Chile.') },
];
const told = async (platform: string) => (await eventsOf(service, platform, /^(terms|review|capture)\./)).map(({ type }: Json) => type);

async function create(platform: string) {
  // The same bytes are one capture, of whichever platform.
  const lines = LINES.map(({ day, content }) => ({ day, content: `${content}\n\nOf ${platform}.` }));
  terms.write(platform, platform, 'Privacy Policy', lines);
  service.setNow('2023-01-01T12:00:00Z');
  await createPlatform(service, platform, facts({ storage: STORED }), [document({ service: platform })]);
}
/** What a run that nothing disturbs says of them. */
const EXPECTED = [
  'terms.watched',
  ...['capture.kept', 'terms.recorded'],
  ...['capture.kept', 'terms.recorded', 'terms.changed', 'review.opened'],
  ...['capture.kept', 'terms.recorded', 'terms.changed', 'review.reason-added'],
];

test('a clock that is put back doubles nothing and loses nothing', async () => {
  await create('backwards');
  await play(service, '2023-01-02T12:00:00Z', '2023-01-14T12:00:00Z');
  const before = await told('backwards');
  await play(service, '2023-01-01T12:00:00Z', '2023-01-11T00:00:00Z');
  expect(await told('backwards')).toEqual(before);
  service.setNow('2022-06-01T00:00:00Z');
  await watchTerms(service.deps);
  expect(await told('backwards')).toEqual(before);
  await play(service, '2023-01-20T12:00:00Z', '2023-01-23T00:00:00Z');
  expect(await told('backwards')).toEqual(EXPECTED);
  expect(await isIntact(service, 'backwards')).toMatchObject({ intact: true });
  expect((await termsOf(service, 'backwards')).terms[0]).toMatchObject({ fault: null, waiting: null, suspect: null });
});

test('runs that go on at once, the one held up for longer than its lease, take each version once', async () => {
  await create('at-once');
  for (const at of ['2023-01-02T12:00:00Z', '2023-01-10T12:00:00Z', '2023-01-12T12:00:00Z', '2023-01-20T12:00:00Z', '2023-01-22T12:00:00Z']) {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const runs = [];
    // Each begins when the lease of the one before has run out, and all of them read at once.
    for (let run = 0; run < 3; run += 1) {
      service.setNow(new Date(Date.parse(at) + run * 16 * 60_000).toISOString());
      const begun = watchTerms(service.deps);
      runs.push(begun);
      await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, 150))]);
    }
    release();
    expect((await Promise.all(runs)).map(({ skipped }) => skipped)).toEqual([0, 0, 0]);
  }
  expect(await told('at-once')).toEqual(EXPECTED);
  const { json } = await service.call('GET', '/v1/platforms/at-once/captures', { as: analyst });
  expect(json.items).toHaveLength(LINES.length);
  expect(await isIntact(service, 'at-once')).toMatchObject({ intact: true });
});
