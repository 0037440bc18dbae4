import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { findEngineBinary } from '../../local/engine/engine.ts';
import { LOCAL_ACCESS, openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { openStore } from '../../store/open-store.ts';
import { readExample, startService } from '../started-service.ts';
import { expectIntact, expectWholeFeed, openRecord } from '../store/record.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const facts = readExample('x/2023-02-23.json');
/** Each time the whole record is read again, so not as often as is asked. */
const TIMES = Math.min(FAULT_TIMES, 20);
/** What the disk still takes beyond what is there. */
const ROOM_BYTES = 200_000;

test('a full disk refuses what it cannot keep, keeps what was answered, and goes on when there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-'));
  const engine = await startEngineThatMayFill(folder);
  const client = await openTable(engine.endpoint);
  const service = await startService(() => ({ store: openStore(new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: engine.endpoint }), TABLE_NAME) }));
  onTestFinished(async () => {
    client.destroy();
    await service.stop();
    engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const { create, submit, judge, events } = openRecord(service, 'full');
  await create();

  let round = 0;
  let refused = 0;
  let logged = 0;
  /** Submits and rejects until something is refused; the refused act is the next to be tried. */
  const write = async (atMost: number): Promise<void> => {
    for (let written = 0; written < atMost; written += 1) {
      const submitted = await submit(`${round + 1}`, facts);
      if (submitted.status >= 500) {
        refused += 1;
        return;
      }
      expect(submitted.status).toBe(201);
      const { revision, hash } = submitted.json.revision;
      expect(revision).toBe(round + 1);
      const verdict = await judge(revision, { verdict: 'reject', hash, note: 'No.' });
      if (verdict.status >= 500) {
        refused += 1;
        return;
      }
      expect([200, 409]).toContain(verdict.status);
      round += 1;
    }
  };
  for (let time = 0; time < TIMES; time += 1) {
    engine.leaveRoom(ROOM_BYTES);
    const before = service.logged.length;
    const refusedBefore = refused;
    await write(500);
    expect(refused).toBe(refusedBefore + 1);
    if (service.logged.slice(before).some((line) => line.includes('"level":"error"'))) logged += 1;
    // What was answered can still be read.
    expect((await events()).length).toBeGreaterThanOrEqual(1 + 2 * round);
    engine.makeRoom();
    await write(2);
    expect(refused).toBe(refusedBefore + 1);
  }
  expect(logged).toBe(TIMES);
  const types = (await events()).map(({ type }) => type);
  expect(types).toEqual(['platform.changed', ...Array.from({ length: round }, () => ['assessment.submitted', 'assessment.rejected']).flat()]);
  Object.assign(service.jobs, { client, endpoint: engine.endpoint, table: TABLE_NAME });
  await expectIntact(service);
  await expectWholeFeed(service);
  observe({
    fault: 'the disk of the database is full',
    times: TIMES,
    seen: `${2 * round} writes answered, none lost, none doubled; ${refused} refused with a 500 and a line in the log; it went on as soon as there was room`,
    means: 'Somebody makes room, and nothing else has to be done.',
  });
});

/** The engine with a limit on its file, which answers as a full disk does where the signal for it is not heard. */
async function startEngineThatMayFill(folder: string) {
  const database = join(folder, 'whereabouts.db');
  const port = await findPort();
  const command = ['-c', 'trap "" XFSZ; exec "$0" "$@"', findEngineBinary(), '--host', '127.0.0.1', '--port', `${port}`, '--db-path', database];
  const child = spawn('sh', command, { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await fetch(endpoint).catch(() => undefined))) await delay(20);
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', `${child.pid}`, `--fsize=${bytes}:unlimited`]);
  const sizes = () => Math.max(...['', '-wal'].map((suffix) => statSync(`${database}${suffix}`, { throwIfNoEntry: false })?.size ?? 0));
  return {
    endpoint,
    leaveRoom: (bytes: number) => limit(`${sizes() + bytes}`),
    makeRoom: () => limit('unlimited'),
    stop: () => child.kill('SIGKILL'),
  };
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
