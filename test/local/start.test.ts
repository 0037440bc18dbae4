import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { listExamples, seed } from '../../local/seed.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { copySeededFolder } from '../seeded-folder.ts';
import { newFolder } from './open-gateway.ts';

const START = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
const PATIENCE_MS = 300_000;

/** `npm start` as a process of its own, in a group of its own as a terminal would give it. */
function run(variables: Record<string, string>) {
  const { PORT: _, WHEREABOUTS_DATA: __, DYNAMODB_ENDPOINT: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [START], { env: { ...rest, PORT: '0', ...variables }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const exit: Promise<{ code: number | null }> = once(child, 'close').then(([code]) => ({ code }));
  return { child, said, exit };
}

type Running = ReturnType<typeof run>;

async function untilListening({ said, exit }: Running): Promise<string> {
  let ended = false;
  void exit.then(() => {
    ended = true;
  });
  for (let waited = 0; waited < PATIENCE_MS && !ended; waited += 25) {
    const url = /Listening on (\S+)/.exec(said.out)?.[1];
    if (url) return url;
    await delay(25);
  }
  throw new Error(`it did not come up: ${said.err}`);
}

/** The processes that name the folder in their command line: the engine and its watcher. */
function childrenOn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('what keeps it from starting is reported in one line, with exit code 1', () => {
  const busy = async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return String((server.address() as { port: number }).port);
  };
  const fileInTheWay = () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    return join(file, 'data');
  };
  test.each<[string, () => Promise<Record<string, string>> | Record<string, string>, RegExp]>([
    [
      'a busy port',
      async () => ({ PORT: await busy(), WHEREABOUTS_DATA: newFolder() }),
      /^Port \d+ is in use: stop what listens there, or choose another with PORT\.\n$/,
    ],
    ['a port that is none', () => ({ PORT: '70000', WHEREABOUTS_DATA: newFolder() }), /^The variable PORT does not fit: .*\n$/],
    ['a folder that cannot be written', () => ({ WHEREABOUTS_DATA: fileInTheWay() }), /^The data folder .* cannot be written \(ENOTDIR\): .*\n$/],
    [
      'a database that is not there',
      () => ({ WHEREABOUTS_DATA: newFolder(), DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }),
      /^The database at http:\/\/127\.0\.0\.1:9 does not serve \(ECONNREFUSED\)\.\n$/,
    ],
    [
      'an endpoint that is no address',
      () => ({ WHEREABOUTS_DATA: newFolder(), DYNAMODB_ENDPOINT: 'nowhere' }),
      /^The variable DYNAMODB_ENDPOINT does not fit: .*\n$/,
    ],
  ])('%s', async (_, variables, line) => {
    const set = await variables();
    const running = run(set);
    expect(await running.exit).toEqual({ code: 1 });
    expect(running.said.err).toMatch(line);
    expect(running.said.out).toBe('');
    expect(childrenOn(set.WHEREABOUTS_DATA ?? '')).toEqual([]);
  });
});

describe('local mode that is started', () => {
  test('shows the scores of the examples, an address, and a command that works as printed; Ctrl-C ends it and its children', async () => {
    const folder = newFolder();
    const running = run({ WHEREABOUTS_DATA: folder });
    const url = await untilListening(running);
    expect(running.said.out).toMatch(/tiktok +2026-08-31 +\d+\.\d - \d+\.\d - \d+\.\d +100\.0 +severe +restrict/);
    for (const { platform, days } of listExamples('9999-12-31')) expect(running.said.out).toMatch(new RegExp(`${platform} +${days[0]} +\\d`));
    const commands = /Try:\n((?: {2}.*\n)+)/.exec(running.said.out)?.[1] ?? '';
    const shell = spawn('sh', ['-c', commands], { stdio: ['ignore', 'pipe', 'inherit'] });
    const printed = (await shell.stdout.toArray()).join('');
    expect(JSON.parse(printed)).toMatchObject({ platform: 'tiktok', asOf: '2026-08-31', band: 'severe' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

    const second = run({ WHEREABOUTS_DATA: folder });
    expect(await second.exit).toEqual({ code: 1 });
    expect(second.said.err).toBe(
      `The data folder ${folder} is in use by another Whereabouts (process ${running.child.pid}): stop that one, or choose another with WHEREABOUTS_DATA.\n`,
    );

    running.child.kill('SIGINT');
    expect(await running.exit).toEqual({ code: 0 });
    expect(running.said.err).toBe('');
    expect(childrenOn(folder)).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends at once by %s while its clock is moved by years', async (signal) => {
    const folder = await copySeededFolder(newFolder());
    const running = run({ WHEREABOUTS_DATA: folder });
    const url = await untilListening(running);
    const moving = fetch(`${url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance": "P100Y"}',
    }).catch(() => undefined);
    await delay(500);
    const stopped = Date.now();
    running.child.kill(signal);
    expect(await running.exit).toEqual({ code: 0 });
    // Moving it would take hours: a day in it takes longer than 10 ms.
    expect(Date.now() - stopped).toBeLessThan(60_000);
    await moving;
    expect(childrenOn(folder)).toEqual([]);
  });

  test('ends at once by SIGTERM while it starts', async () => {
    const folder = newFolder();
    const running = run({ WHEREABOUTS_DATA: folder });
    while (!existsSync(join(folder, 'engine'))) await delay(20);
    running.child.kill('SIGTERM');
    expect(await running.exit).toEqual({ code: 0 });
    for (let waited = 0; waited < PATIENCE_MS && childrenOn(folder).length > 0; waited += 50) await delay(50);
    expect(childrenOn(folder)).toEqual([]);
  });

  test('ends when the npm that started it is killed outright', async () => {
    const folder = await copySeededFolder(newFolder());
    const script = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(START)}], { stdio: 'inherit' })`;
    const env = { ...process.env, npm_lifecycle_event: 'start', PORT: '0', WHEREABOUTS_DATA: folder, DYNAMODB_ENDPOINT: '' };
    const npm = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(npm.stdout, 'data');
    expect(childrenOn(folder).length).toBe(2);
    npm.kill('SIGKILL');
    for (let waited = 0; waited < PATIENCE_MS && childrenOn(folder).length > 0; waited += 50) await delay(50);
    expect(childrenOn(folder)).toEqual([]);
  });

  test('keeps what it acknowledged when everything is killed in the middle of writes', async () => {
    const folder = await copySeededFolder(newFolder());
    const running = run({ WHEREABOUTS_DATA: folder });
    const acknowledged = await writeUntilKilled(await untilListening(running), () => killAll(running.child, folder));
    expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED);

    const again = run({ WHEREABOUTS_DATA: folder });
    const analyst = signIn(await untilListening(again), 'analyst');
    for (const platform of acknowledged) expect((await analyst(`/v1/platforms/${platform}`)).body).toMatchObject({ id: platform });
    again.child.kill('SIGTERM');
    expect(await again.exit).toEqual({ code: 0 });
  });

  test('is seeded once, keeps its sign-in and its clock over a restart, and leaves others’ changes alone', async () => {
    const folder = newFolder();
    const first = await startLocal({ port: 0, data: folder, log: silent });
    await seed(first.url);
    const analyst = signIn(first.url, 'analyst');
    await analyst('/local/clock', { method: 'POST', body: { advance: 'P5D' } });
    const before = await analyst('/v1/platforms/tiktok');
    await first.stop();

    const port = Number(new URL(first.url).port);
    const second = await startLocal({ port, data: folder, log: silent });
    onTestFinished(second.stop);
    await seed(second.url);
    expect(second.url).toBe(first.url);
    expect((await analyst('/v1/platforms/tiktok')).body).toEqual(before.body);
    const clock = (await analyst('/local/clock')).body as { now: string; real: string };
    expect(Math.round((Date.parse(clock.now) - Date.parse(clock.real)) / 86_400_000)).toBe(5);
  });

  test('takes up a seeding that was cut off between any two steps', async () => {
    const local = await startLocal({ port: 0, data: newFolder(), log: silent });
    onTestFinished(local.stop);
    const analyst = signIn(local.url, 'analyst');
    const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../examples/${file}.json`, import.meta.url), 'utf8'));
    for (const platform of ['signal', 'tiktok']) {
      await analyst(`/v1/platforms/${platform}`, { method: 'PUT', headers: { 'if-none-match': '*' }, body: read(`${platform}/platform`) });
    }
    const submit = (platform: string, asOf: string, more: object = {}) =>
      analyst(`/v1/platforms/${platform}/assessments`, {
        method: 'POST',
        headers: { 'idempotency-key': `mine-${platform}` },
        body: { ...(read(`${platform}/${asOf}`) as object), ...more },
      });
    await submit('tiktok', '2023-02-23');
    const own = await analyst('/v1/platforms/wechat', { method: 'PUT', headers: { 'if-none-match': '*' }, body: read('wechat/platform') });
    expect(own.status).toBe(201);
    await submit('wechat', '2023-02-23', { note: 'My own reading.' });
    await analyst('/local/clock', { method: 'POST', body: { advance: 'P2D' } });
    await seed(local.url);
    expect((await analyst('/v1/platforms/wechat')).body, 'somebody’s own submission waits for somebody else').toMatchObject({
      approved: null,
      pending: { revision: 1 },
    });
    for (const { platform, days } of listExamples('9999-12-31').filter(({ platform }) => platform !== 'wechat')) {
      expect((await analyst(`/v1/platforms/${platform}`)).body).toMatchObject({ approved: { asOf: days[0] }, pending: null });
      const { items } = (await analyst(`/v1/platforms/${platform}/assessments`)).body as { items: { asOf: string; status: string }[] };
      expect(items.map(({ asOf }) => asOf).sort()).toEqual(days.toReversed());
      expect(items.every(({ status }) => status === 'approved')).toBe(true);
      const { items: scores } = (await analyst(`/v1/platforms/${platform}/scores`)).body as { items: unknown[] };
      expect(scores).toHaveLength(1);
    }
  });

  test('completes the history of a folder of 0.1.0, adds the platforms that came since, and leaves the facts that stand there', async () => {
    const folder = newFolder();
    execFileSync('tar', ['-xzf', OLDER, '-C', folder]);
    const local = await startLocal({ port: 0, data: folder, log: silent });
    onTestFinished(local.stop);
    const analyst = signIn(local.url, 'analyst');
    const standing = async () => {
      const { items } = (await analyst('/v1/platforms?limit=200')).body as { items: { id: string; approved: unknown }[] };
      return items.map(({ id, approved }) => ({ id, approved }));
    };
    await local.settle();
    const before = await standing();
    await seed(local.url);
    const after = await standing();
    const had = new Set(before.map(({ id }) => id));
    expect(after.filter(({ id }) => had.has(id))).toEqual(before);
    const added = listExamples('9999-12-31').filter(({ platform }) => !had.has(platform));
    expect(added.length).toBeGreaterThan(0);
    expect(after.filter(({ id }) => !had.has(id))).toEqual(
      added.map(({ platform, days }) => ({ id: platform, approved: expect.objectContaining({ asOf: days[0] }) })),
    );
    expect(await seed(local.url)).toBe(false);
  });
});

const OLDER = fileURLToPath(new URL('../fixtures/data-folder-0.1.0/data-folder.tgz', import.meta.url));
const silent = { log: () => {}, error: () => {} };

/** The parent, the watcher and the engine at once. */
function killAll(child: ChildProcess, folder: string): void {
  for (const pid of [child.pid ?? 0, ...childrenOn(folder)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // The one before took it along.
    }
  }
}

const ACKNOWLEDGED = 12;

/** Creates platforms as fast as they are acknowledged, kills while more are under way, and answers which were acknowledged. */
async function writeUntilKilled(url: string, kill: () => void): Promise<string[]> {
  const analyst = signIn(url, 'analyst');
  const acknowledged: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; ; n += 1) {
      const platform = `p-${writer}-${n}`;
      await analyst(`/v1/platforms/${platform}`, { method: 'PUT', headers: { 'if-none-match': '*' }, body: { name: platform, operator: 'Test' } });
      acknowledged.push(platform);
      if (acknowledged.length === ACKNOWLEDGED) kill();
    }
  };
  await Promise.allSettled([write(1), write(2), write(3)]);
  return acknowledged;
}
