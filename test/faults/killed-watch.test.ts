import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { analyst, type Json, startService } from '../started-service.ts';
import { createPlatform, document, eventsOf, facts, isIntact, openFolder } from '../watch/terms-case.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const PROGRAM = fileURLToPath(new URL('watching-process.ts', import.meta.url));
const START = Date.UTC(2023, 0, 1, 12);
const HOUR_MS = 3_600_000;
const instant = (ms: number) => new Date(ms).toISOString();
const KILLED = ['killed-one', 'killed-two', 'killed-three'];
const PLACES = ['the United States', 'Ireland', 'Malaysia and Chile', 'Ireland and Norway'];
const stored = (i: number) => `We store your information in ${PLACES[i % PLACES.length]}.`;
const page = (platform: string, i: number) =>
  `# Privacy Policy\n\nThis is what ${platform} collects.\n\n${stored(i)}\n\nYou can write to us. Version ${i}.`;

test('the watch killed in the middle of its job loses no version, tells no change twice, and goes on by itself', async () => {
  const terms = openFolder();
  const service = await startService({ terms: terms.client });
  onTestFinished(async () => {
    await service.stop();
    terms.end();
  });
  const { endpoint, table, folder } = service.jobs;
  const faults: string[] = [];
  /** One run of the job at an instant; killed after so many milliseconds of it, unless it has come to its end. */
  async function run(at: number, killAfterMs?: number): Promise<{ tookMs?: number; skipped?: number }> {
    const child = fork(PROGRAM, [endpoint, table, folder, terms.folder, instant(at)], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let outcome: { tookMs?: number; skipped?: number } = {};
    child.on('message', (said: Json) => {
      if (said.begun && killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      else if (said.fault) faults.push(said.fault);
      else if (said.tookMs !== undefined) outcome = said;
    });
    await once(child, 'close');
    return outcome;
  }
  const write = (platform: string, upTo: number) =>
    terms.write(
      platform,
      platform,
      'Privacy Policy',
      Array.from({ length: upTo + 1 }, (_, i) => ({ day: instant(START + i * 72 * HOUR_MS), content: page(platform, i) })),
    );

  const all = [...KILLED, 'undisturbed'];
  service.setNow(instant(START));
  for (const platform of all) {
    write(platform, 0);
    await createPlatform(service, platform, facts({ storage: stored(0) }), [document({ service: platform })]);
  }
  // One run that is left alone: of what was recorded before a document is first read the newest is the beginning, and it says how long a run takes.
  let longestMs = (await run(START)).tookMs ?? 200;
  let killed = 0;
  let [at, last] = [START, 0];
  for (let runs = 0; killed < FAULT_TIMES && runs < 4 * FAULT_TIMES + 20; runs += 1) {
    // A version every three days, each read, waited for, and told; every run is killed.
    at += 12 * HOUR_MS;
    const index = Math.floor((at - START) / (72 * HOUR_MS));
    if (index > last) {
      last = index;
      for (const platform of all) write(platform, last);
    }
    const { tookMs } = await run(at, Math.random() * longestMs);
    if (tookMs === undefined) killed += 1;
    else longestMs = Math.max(longestMs, tookMs);
  }
  expect(killed).toBe(FAULT_TIMES);
  for (let left = 0; left < 4; left += 1) {
    at += 12 * HOUR_MS;
    expect((await run(at)).skipped).toBe(0);
  }
  expect(faults).toEqual([]);

  service.setNow(instant(at));
  let versions = 0;
  let changes = 0;
  for (const platform of all) {
    const events = await eventsOf(service, platform, /^(terms|review|capture)\./);
    const recorded = events.filter(({ type }) => type === 'terms.recorded').map(({ data }) => data.newest.recordedAt);
    expect(recorded).toEqual(Array.from({ length: last + 1 }, (_, i) => instant(START + i * 72 * HOUR_MS)));
    const told = events.filter(({ type }) => type === 'terms.changed');
    expect(told.map(({ data }) => [data.from.recordedAt, data.to.recordedAt])).toEqual(
      Array.from({ length: told.length }, (_, i) => [instant(START + i * 72 * HOUR_MS), instant(START + (i + 1) * 72 * HOUR_MS)]),
    );
    // Whatever has stood for 36 hours is told.
    expect(told.length).toBe(Math.min(last, Math.floor((at - START - 36 * HOUR_MS) / (72 * HOUR_MS))));
    expect(events.filter(({ type }) => type === 'review.opened')).toHaveLength(Math.min(1, told.length));
    const { json } = await service.call('GET', `/v1/platforms/${platform}/captures`, { as: analyst, query: { limit: '200' } });
    expect(json.items).toHaveLength(last + 1);
    expect(await isIntact(service, platform)).toMatchObject({ intact: true });
    versions += recorded.length;
    changes += told.length;
  }
  observe({
    fault: 'the watch over terms is killed (SIGKILL) at any moment of its job',
    times: FAULT_TIMES,
    seen: `${versions} versions recorded and ${changes} changes told, none lost, none twice, in one review a platform; the next run went on without a hand`,
    means: 'A night in which the job dies costs twelve hours.',
  });
});
