import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findSubmissions } from '../../cli/find-files.ts';
import { openHome } from './program.ts';

const home = openHome();
afterAll(() => home.close());

describe('a folder that holds more than files', () => {
  it('is searched without waiting for a pipe, a device or a link to nothing, and each is named', () => {
    const folder = join(home.folder, 'example-social');
    mkdirSync(folder);
    writeFileSync(join(folder, '2026-11-01.json'), '{}');
    symlinkSync(join(folder, '2026-11-01.json'), join(folder, '2026-11-02.json'));
    symlinkSync('nowhere', join(folder, '2026-11-03.json'));
    symlinkSync('/dev/zero', join(folder, '2026-11-04.json'));
    symlinkSync('..', join(folder, '2026-11-05.json'));
    execFileSync('mkfifo', [join(folder, '2026-11-06.json'), join(folder, 'platform.json')]);
    const { submissions, skipped } = findSubmissions(['example-social'], undefined, home.folder);
    expect(submissions.map(({ file, profile }) => [file, profile])).toEqual([
      ['example-social/2026-11-01.json', undefined],
      ['example-social/2026-11-02.json', undefined],
    ]);
    expect([...skipped].sort()).toEqual([
      'example-social/2026-11-03.json: it is a link to nothing, not a file',
      'example-social/2026-11-04.json: it is a device, not a file',
      'example-social/2026-11-05.json: it is a link to a folder, not a file',
      'example-social/2026-11-06.json: it is a pipe, not a file',
      'example-social/platform.json: it is a pipe, not a file',
    ]);
  });

  it('has a line for what is skipped on standard error, and a list in the JSON', async () => {
    const batch = join(home.folder, 'empty-social');
    mkdirSync(batch);
    execFileSync('mkfifo', [join(batch, 'a.json')]);
    const env = { WHEREABOUTS_URL: 'http://127.0.0.1:9', WHEREABOUTS_TOKEN: 'x' };
    const { code, out, err } = await home.run(['submit', 'empty-social', '--json'], { env });
    expect([code, err]).toEqual([0, 'whereabouts: skipped empty-social/a.json: it is a pipe, not a file\n']);
    expect(JSON.parse(out)).toMatchObject({ outcomes: [], skipped: ['empty-social/a.json: it is a pipe, not a file'] });
  });
});

describe('a pipe without a writer', () => {
  const pipe = join(home.folder, 'pipe.json');
  execFileSync('mkfifo', [pipe]);

  it.each([
    ['SIGTERM', ['lint', pipe], 143],
    ['SIGINT', ['score', pipe], 130],
    ['SIGTERM', ['submit', pipe, '--platform', 'pipe-social'], 143],
  ] as const)('%s ends %j that waits for it, within seconds', async (signal, args, code) => {
    const started = Date.now();
    const running = home.spawn([...args], { signal, stopAfterMs: 1500, env: { WHEREABOUTS_URL: 'http://127.0.0.1:9', WHEREABOUTS_TOKEN: 'x' } });
    expect((await running).code).toBe(code);
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});

describe('a service that takes a request and never answers', () => {
  it.each([
    ['SIGTERM', ['events'], 143],
    ['SIGINT', ['events', '--follow'], 130],
    ['SIGTERM', ['verify'], 143],
    ['SIGINT', ['platforms', '--json'], 130],
  ] as const)('%s ends %j', async (signal, args, code) => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    try {
      await once(silent, 'listening');
      const address = silent.address();
      const env = { WHEREABOUTS_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, WHEREABOUTS_TOKEN: 'a.b.c' };
      expect((await home.spawn([...args], { signal, stopAfterMs: 1500, env })).code).toBe(code);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });
});

describe('what a file or a terminal should not be trusted with', () => {
  it('is nested deeper than the parser bears: a sentence, no stack', async () => {
    writeFileSync(join(home.folder, 'deep.json'), '['.repeat(2_000_000));
    const { code, out, err } = await home.run(['lint', 'deep.json']);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^fault {2}deep\.json: is nested too deeply to be read\n/);
  });

  it('is a link to nothing where a template would be written: a sentence, no stack', async () => {
    symlinkSync('nowhere/at/all', join(home.folder, 'dangling'));
    const { code, err } = await home.run(['new', 'other-social', '--in', 'dangling']);
    expect([code, err]).toEqual([1, expect.stringMatching(/^whereabouts: .*dangling.* cannot be read or written \(\w+\)\n$/)]);
  });

  it('is a name with escapes, in a fault and in JSON', async () => {
    const key = 'a\u001b]0;PWNED\u0007\u009b2J\u202e';
    writeFileSync(join(home.folder, 'escapes.json'), JSON.stringify({ [key]: 1 }));
    for (const options of [[], ['--json']]) {
      const { out } = await home.run(['lint', 'escapes.json', ...options], { isTerminal: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are ours
      expect(out.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      expect(out).toContain('PWNED');
    }
    const [report] = JSON.parse((await home.run(['lint', 'escapes.json', '--json'])).out);
    expect(report.faults.join('\n')).toContain(key);
    expect(readFileSync(join(home.folder, 'escapes.json'), 'utf8')).toContain('PWNED');
  });

  it('is what the service answers, as a record of an earlier release may hold it', async () => {
    const hostile = 'a\u001b]0;PWNED\u0007,\u001b[2J\u009b1A\u202eb\n';
    const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end(hostile)).listen(0, '127.0.0.1');
    try {
      await once(site, 'listening');
      const address = site.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const env = { WHEREABOUTS_TOKEN: 'a.b.c', WHEREABOUTS_URL: `http://127.0.0.1:${port}` };
      const memo = ['decide', 'memo', 'tiktok', 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V'];
      for (const args of [['export', 'csv'], ['export', 'csv', '--json'], memo, [...memo, '--json']]) {
        const { code, out, err } = await home.run(args, { env, isTerminal: true });
        expect([args, code]).toEqual([args, 0]);
        expect(out).toContain('PWNED');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are ours
        expect((out + err).replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      }
      expect(JSON.parse((await home.run([...memo, '--json'], { env })).out).page).toBe(hostile);
      // A file or a program gets the bytes as they are: a signature is over them.
      expect((await home.run(['export', 'csv'], { env })).out).toBe(hostile);
    } finally {
      site.close();
    }
  });
});
