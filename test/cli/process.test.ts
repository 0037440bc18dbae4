import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openHome } from './program.ts';

/** What only a process of its own can show; everything else calls `main` in the process of the tests. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TIKTOK = join(ROOT, 'test/golden/tiktok.json');
const home = openHome();
afterAll(() => home.close());

describe('whereabouts as a process', () => {
  it('ends with the exit code of its answer, which goes to standard output alone', async () => {
    const done = await home.spawn(['vector', TIKTOK, '--short', '--known-by', '2023-02-23']);
    expect(done).toEqual({ code: 0, out: 'EXS:2.0/T:20230223/S:88.1[75.2-97.1]/O:100/B:severe/TOP:CN.C\n', err: '' });
    const unknown = await home.spawn(['rate']);
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('there is no command "rate"');
    const missing = await home.spawn(['score', 'nowhere.json']);
    expect(missing).toEqual({ code: 1, out: '', err: 'whereabouts: nowhere.json cannot be read: there is no such file\n' });
  });

  it('reads standard input for -', async () => {
    expect((await home.spawn(['score', '-'], { input: '[]' })).err).toContain('whereabouts: -:1:1: the whole: ');
  });

  it('finds its own files from whichever folder it is started in, and those that are named from there', () => {
    const folder = join(home.folder, 'elsewhere');
    mkdirSync(folder);
    const start = (...args: string[]) => spawnSync(process.execPath, [join(ROOT, 'cli/whereabouts.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
    expect(start('new', 'example-social', '--on', '2026-11-01').stdout).toContain('written example-social/2026-11-01.jsonc');
    expect(start('lint', 'example-social/2026-11-01.jsonc').stdout).toContain("is still the template's");
    expect(start('jurisdiction', 'CN', '--on', '2023-02-23').stdout).toContain('hazard');
  });

  it('is content with a reader that has seen enough', () => {
    const script = `set -o pipefail; "$0" "$1" score "$2" --explain | head -1`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, join(ROOT, 'cli/whereabouts.mjs'), TIKTOK], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toHaveLength(2);
  });
});
