import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { type Engine, startEngine } from '../../local/engine.ts';
import { LOCAL_ACCESS } from '../../local/open-table.ts';
import { openStore } from '../../store/open-store.ts';
import { type Answered, readExample, startService } from '../started-service.ts';
import { expectIntact, expectWholeFeed, openRecord } from '../store/record.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const facts = readExample('x/2023-02-23.json');
const PLATFORMS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** Starts the embedded engine again on the same database, as local mode would; a port of its own each time. */
function openEngines(folder: string) {
  let current: Engine | undefined;
  return {
    restart: async (): Promise<Engine> => {
      const pid = Number(readFileSync(join(folder, 'engine'), 'utf8'));
      process.kill(pid, 'SIGKILL');
      current = await startEngine(folder);
      return current;
    },
    stop: async () => current?.stop(),
  };
}

test('an engine killed in the middle of writing loses no write that was answered, and keeps no half of one', async () => {
  let endpoint = '';
  const toEndpoint = () => {
    const { protocol, hostname, port } = new URL(endpoint);
    return Promise.resolve({ protocol, hostname, port: Number(port), path: '/' });
  };
  const service = await startService((made) => {
    endpoint = made.endpoint;
    return { store: openStore(new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: toEndpoint }), made.table) };
  });
  const engines = openEngines(service.jobs.folder);
  onTestFinished(async () => {
    await engines.stop();
    await service.stop();
  });
  for (const platform of PLATFORMS) await openRecord(service, platform).create();

  const done: Record<string, number> = {};
  let isOver = false;
  const write = async (platform: string) => {
    const { submit, judge } = openRecord(service, platform);
    for (let round = 1; !isOver; round += 1) {
      const submitted = await untilAnswered(() => submit(`${round}`, facts));
      expect(submitted.status).toBe(201);
      const { revision, hash } = submitted.json.revision;
      expect(revision).toBe(round);
      const verdict = await untilAnswered(() => judge(revision, { verdict: 'reject', hash, note: 'No.' }));
      // 409: the verdict went through before the engine died, and nobody heard of it.
      expect([200, 409]).toContain(verdict.status);
      done[platform] = round;
    }
  };
  const writing = Promise.all(PLATFORMS.map(write));
  for (let kill = 0; kill < FAULT_TIMES; kill += 1) {
    await delay(300 + Math.random() * 400);
    ({ endpoint } = await engines.restart());
  }
  await delay(300);
  isOver = true;
  await writing;

  const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint });
  onTestFinished(() => client.destroy());
  Object.assign(service.jobs, { client, endpoint });
  for (const platform of PLATFORMS) {
    const rounds = Array.from({ length: done[platform] ?? 0 }, () => ['assessment.submitted', 'assessment.rejected']);
    expect((await openRecord(service, platform).events()).map(({ type }) => type)).toEqual(['platform.changed', ...rounds.flat()]);
  }
  expect(Math.min(...Object.values(done))).toBeGreaterThan(0);
  await expectIntact(service);
  await expectWholeFeed(service);
  const answered = Object.values(done).reduce((sum, rounds) => sum + 2 * rounds, 0);
  observe({
    fault: 'the database engine is killed (SIGKILL) while six people write',
    times: FAULT_TIMES,
    seen: `${answered} writes answered, none lost, none doubled; every write that met it was refused, and went through when repeated`,
    means: 'The machine may lose its power at any moment.',
  });
});

/** A client that repeats what failed on the way, with the same key, until it is told how it ended. */
async function untilAnswered(send: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answer = await send();
    if (answer.status < 500) return answer;
    await delay(20);
  }
}
