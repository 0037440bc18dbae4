import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { copySeededFolder } from '../seeded-folder.ts';

const SCRIPT = fileURLToPath(new URL('../../examples/score-history/history.ts', import.meta.url));

let folder: string;
let local: Local;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-history-'));
  local = await startLocal({ port: 0, data: await copySeededFolder(join(folder, 'data')), log: { log: () => undefined, error: () => undefined } });
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function pull(...args: string[]): Promise<string[][]> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args], {
    env: { ...process.env, WHEREABOUTS_URL: local.url, WHEREABOUTS_TOKEN: '' },
  });
  return stdout
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

it('pulls every published score of every platform, or of those that are named, as CSV', async () => {
  const [header, ...rows] = await pull();
  expect(header?.slice(0, 7)).toEqual(['platform', 'computedAt', 'asOf', 'low', 'point', 'high', 'band']);
  expect(rows.length).toBeGreaterThan(10);
  const tiktok = rows.find(([platform]) => platform === 'tiktok');
  expect([tiktok?.[6], tiktok?.[7], tiktok?.[11]]).toEqual(['severe', 'restrict', '1']);
  for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
  const [, ...one] = await pull('signal');
  expect(new Set(one.map(([platform]) => platform))).toEqual(new Set(['signal']));
});

it('says what the service answered where it has no such platform', async () => {
  await expect(pull('nowhere')).rejects.toThrow(/404/);
});
