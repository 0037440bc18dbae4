import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocal } from '../local/bring-up.ts';
import { toGreeting } from '../local/greeting.ts';
import { copySeededFolder } from './seeded-folder.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** The code block between two markers. */
function block(name: string, file = 'README.md'): string {
  const between = read(file).split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0];
  const code = between?.match(/```\w*\n([\s\S]*?)```/)?.[1];
  if (code === undefined) throw new Error(`${file} has no block ${name}`);
  return code;
}

let folder: string;
let local: Awaited<ReturnType<typeof startLocal>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-readme-'));
  local = await startLocal({ port: 0, data: await copySeededFolder(join(folder, 'data')), log: { log: () => undefined, error: () => undefined } });
  symlinkSync(fileURLToPath(new URL('../examples', import.meta.url)), join(folder, 'examples'));
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the service answers to the lines of a document, one after the other. */
async function answersOf(lines: string) {
  const script = lines.replace('http://127.0.0.1:4200', local.url);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
  return stdout
    .replaceAll('}{', '}\n{')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('README.md and docs/by-hand.md are true', () => {
  it('shows the table of scores that npm start prints', async () => {
    const printed = (await toGreeting(local.url)).replace(local.url, 'http://127.0.0.1:4200');
    expect(printed.startsWith(block('greeting').trimEnd())).toBe(true);
  });

  it('names commands that work', async () => {
    const program = fileURLToPath(new URL('../cli/whereabouts.mjs', import.meta.url));
    const npx = `npx() { shift; node ${JSON.stringify(program)} "$@"; }`;
    const env = { ...process.env, WHEREABOUTS_URL: local.url, WHEREABOUTS_CONFIG: join(folder, 'config'), WHEREABOUTS_TOKEN: '' };
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', `${npx}\n${block('use')}`], { cwd: folder, env });
    for (const words of ['Find out next', 'Signed in as analyst', 'tiktok', 'written drafts/example-social/platform.jsonc', 'Exit codes:'])
      expect(stdout).toContain(words);
  });

  it('shows a first assessment by curl that works', async () => {
    const [platform, verdict, score] = await answersOf(block('curl'));
    expect(platform).toMatchObject({ id: 'first' });
    expect(verdict).toMatchObject({ revision: { status: 'approved' }, published: { platform: 'first' } });
    expect(score).toMatchObject({ platform: 'first', assessment: { revision: 1 }, band: 'low' });
  });

  it('shows the summary of npm test with every check that it runs', () => {
    const shown = [...block('summary').matchAll(/^ok {6}(\S+) +\d+ s( {2}\d+ passed, 0 failed)?$/gm)].map(([, name]) => name);
    const checks = [...(/CHECKS = \[(.+)\]/.exec(read('.ci/check.ts'))?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name);
    expect(checks.length).toBeGreaterThan(2);
    expect(shown).toEqual([...checks, 'test:quick']);
  });

  it('walks through a first assessment with commands that work', async () => {
    const [platform, dryRun, refused, approved, score] = await answersOf(block('walk', 'docs/by-hand.md'));
    expect(platform).toMatchObject({ id: 'example-social' });
    expect(dryRun).toMatchObject({ asOf: '2026-11-01', band: 'elevated' });
    expect(refused).toMatchObject({ type: '/v1/problems/missing-scope' });
    expect(approved).toMatchObject({ revision: { status: 'approved' }, published: { platform: 'example-social' } });
    expect(score).toMatchObject({ platform: 'example-social', assessment: { revision: 1 } });
  });
});
