import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished, test } from 'vitest';
import { startLocalProcess } from '../../bench/local-process.ts';
import { copySeededFolder } from '../seeded-folder.ts';
import { FAULT_TIMES, observe } from './observe.ts';
import { startWriters } from './writers.ts';

/** Of a start on a busy machine, about. */
const LONGEST_START_MS = 1500;
const PLATFORMS = ['killed-one', 'killed-two', 'killed-three', 'killed-four'];

test('local mode killed in the middle of anything loses nothing that was answered, and comes back by being started', async () => {
  const folder = await copySeededFolder(mkdtempSync(join(tmpdir(), 'killed-')));
  const port = await findPort();
  let local = await startLocalProcess(folder, port);
  onTestFinished(async () => {
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const writers = startWriters(local.url, PLATFORMS);
  let startsKilled = 0;
  for (let kill = 0; kill < FAULT_TIMES; kill += 1) {
    await delay(Math.random() * 600);
    process.kill(local.pid, 'SIGKILL');
    await local.ended;
    // Every other time its next start is killed as well, wherever it is by then.
    if (kill % 2 === 1) {
      const killSoon = (pid: number) => void setTimeout(() => process.kill(pid, 'SIGKILL'), Math.random() * LONGEST_START_MS);
      const cameUp = await startLocalProcess(folder, port, killSoon).catch(() => undefined);
      await cameUp?.ended;
      startsKilled += 1;
    }
    local = await startLocalProcess(folder, port);
  }
  const { answered } = await writers.finish();
  observe({
    fault: 'local mode is killed (SIGKILL) at any moment, or while it starts, under the writes of four people',
    times: FAULT_TIMES + startsKilled,
    seen: `${answered} writes answered, none lost, none doubled; each start came up by itself and announced every event that the one before had not`,
    means: 'A crash costs the time until it is started again.',
  });
});

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
