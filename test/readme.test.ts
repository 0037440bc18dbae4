import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocal } from '../local/bring-up.ts';
import { toGreeting } from '../local/greeting.ts';
import { seed } from '../local/seed.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The code block between two markers. */
function block(name: string): string {
  const between = readme.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0];
  const code = between?.match(/```\w*\n([\s\S]*?)```/)?.[1];
  if (code === undefined) throw new Error(`README.md has no block ${name}`);
  return code;
}

let folder: string;
let local: Awaited<ReturnType<typeof startLocal>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-readme-'));
  local = await startLocal({ port: 0, data: join(folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  await seed(local.url);
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('README.md tells the truth', () => {
  it('shows the table of scores that npm start prints', async () => {
    const printed = (await toGreeting(local.url)).replace(local.url, 'http://127.0.0.1:4200');
    expect(printed.startsWith(block('greeting').trimEnd())).toBe(true);
  });

  it('walks through a first assessment with commands that work', async () => {
    const script = block('walk').replace('http://127.0.0.1:4200', local.url);
    const { stdout: said } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
    const answers = said
      .replaceAll('}{', '}\n{')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [platform, dryRun, refused, approved, score] = answers;
    expect(platform).toMatchObject({ id: 'example-social' });
    expect(dryRun).toMatchObject({ asOf: '2026-11-01', band: 'elevated' });
    expect(refused).toMatchObject({ type: '/v1/problems/missing-scope' });
    expect(approved).toMatchObject({ revision: { status: 'approved' }, published: { platform: 'example-social' } });
    expect(score).toMatchObject({ platform: 'example-social', assessment: { revision: 1 } });
  });
});
