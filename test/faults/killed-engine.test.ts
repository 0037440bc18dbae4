import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalProcess } from '../../bench/local-process.ts';
import { copySeededFolder } from '../seeded-folder.ts';
import { FAULT_TIMES, observe } from './observe.ts';
import { startWriters } from './writers.ts';

const PLATFORMS = ['one', 'two', 'three', 'four', 'five', 'six'];

test('an engine killed in the middle of writing loses no write that was answered, is logged, and comes back by itself', async () => {
  const folder = await copySeededFolder(mkdtempSync(join(tmpdir(), 'killed-')));
  const local = await startLocalProcess(folder);
  onTestFinished(async () => {
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const writers = startWriters(local.url, PLATFORMS);
  const restarts = () => local.said().match(/restarted after SIGKILL/g)?.length ?? 0;
  for (let kill = 1; kill <= FAULT_TIMES; kill += 1) {
    await delay(300 + Math.random() * 400);
    process.kill(Number(readFileSync(join(folder, 'engine'), 'utf8')), 'SIGKILL');
    while (restarts() < kill) await delay(20);
  }
  const { answered, refused } = await writers.finish();
  expect(restarts()).toBe(FAULT_TIMES);
  observe({
    fault: 'the database engine is killed (SIGKILL) while six people write',
    times: FAULT_TIMES,
    seen:
      `${answered} writes answered, none lost, none doubled; the log names each kill, the engine was up again without a hand, and ` +
      `${refused} requests had to be sent again`,
    means: 'The machine may lose its power at any moment.',
  });
});
