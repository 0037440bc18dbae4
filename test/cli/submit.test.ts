import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { countSubmitted, submitInterrupted, writeBatch } from './batch.ts';
import { type Home, openHome } from './program.ts';

let home: Home;
let local: Local;
beforeAll(async () => {
  const data = openHome();
  local = await startLocal({ port: 0, data: join(data.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const opened = openHome({ WHEREABOUTS_URL: local.url });
  const close = () => {
    opened.close();
    data.close();
  };
  home = { ...opened, close };
  for (const name of ['reviewer', 'analyst']) await home.run(['sign-in', name]);
});
afterAll(async () => {
  await local.stop();
  home.close();
});

describe('a batch', () => {
  const COUNT = 24;
  let batch: string;

  it('stops at Ctrl-C after what is under way, and the same command goes on there and doubles nothing', async () => {
    batch = writeBatch(home, COUNT);
    const { first, second, read } = await submitInterrupted(home, batch, 5);
    expect(first.code).toBe(130);
    expect(first.out).toMatch(/Interrupted\.\n\d+ left: the same command goes on where it stopped\./);
    const before = first.out.match(/^submitted/gm)?.length ?? 0;
    expect(before).toBeGreaterThanOrEqual(5);
    expect(before).toBeLessThan(COUNT);
    expect([second.code, read.left]).toEqual([0, 0]);
    const counts = Map.groupBy(read.outcomes, ({ outcome }) => outcome);
    const known = counts.get('known')?.length ?? 0;
    // What was still under way when it ended, a platform in each of four lanes, may have reached the service.
    expect(known).toBeGreaterThanOrEqual(before);
    expect(known).toBeLessThanOrEqual(before + 4);
    expect(counts.get('submitted')).toHaveLength(COUNT - known);
    await expect.poll(() => countSubmitted(home), { timeout: 300_000 }).toEqual({ events: COUNT, platforms: COUNT });
  });

  it('names each file that is bad with line and place, and submits the others', async () => {
    const file = join(batch, 'platform-001/2026-11-02.json');
    const good = JSON.parse(readFileSync(join(batch, 'platform-001/2026-11-01.json'), 'utf8'));
    writeFileSync(file, JSON.stringify({ ...good, paths: [{ ...good.paths[0], mode: 'rumour' }] }, null, 2));
    const { code, out } = await home.run(['submit', batch]);
    expect(code).toBe(1);
    expect(out).toMatch(/bad {8}\S+2026-11-02\.json\n {2}\S+2026-11-02\.json:1\d:\d+: paths 1 \(store-us\), mode: .*\(\/paths\/0\/mode\)/);
    expect(out).toContain(`${COUNT} known`);
  });

  it('holds a second file of a day until the first has its verdict', async () => {
    const file = join(batch, 'platform-002/2026-11-02.json');
    const good = JSON.parse(readFileSync(join(batch, 'platform-002/2026-11-01.json'), 'utf8'));
    writeFileSync(file, JSON.stringify({ ...good, note: 'Read again.' }));
    const held = await home.run(['submit', file]);
    expect([held.code, held.out]).toEqual([4, expect.stringContaining('revision 1 of 2026-11-01 waits for its verdict')]);
    const { hash } = JSON.parse((await home.run(['show', 'platform-002', '--json'])).out).revision;
    await home.run(['reject', 'platform-002', '--hash', hash, '--note', 'No such words in the policy.', '--as', 'reviewer']);
    expect((await home.run(['submit', file])).out).toContain('platform-002 revision 2');
  });

  it('submits what was rejected only with --again', async () => {
    const file = join(batch, 'platform-003/2026-11-01.json');
    const { hash } = JSON.parse((await home.run(['show', 'platform-003', '--json'])).out).revision;
    await home.run(['reject', 'platform-003', '--hash', hash, '--note', 'Not yet.', '--as', 'reviewer']);
    expect((await home.run(['submit', file])).out).toContain('platform-003 revision 1, rejected; --again submits it again');
    expect((await home.run(['submit', file, '--again'])).out).toContain('platform-003 revision 2');
  });

  it('says what is missing where the service does not know the platform and nothing describes it', async () => {
    const file = join(home.folder, 'lonely.json');
    writeFileSync(file, readFileSync(join(batch, 'platform-001/2026-11-01.json')));
    const { code, out } = await home.run(['submit', file, '--platform', 'lonely']);
    expect([code, out]).toEqual([1, expect.stringContaining('the service knows no platform lonely')]);
    expect((await home.run(['submit', file, '--platform', 'Not A Slug'])).err).toContain('PLATFORM is a slug such as tiktok');
  });
});

describe('a service that does not answer as expected', () => {
  it('is reported in a sentence when it does not answer', async () => {
    const url = await findDeadAddress();
    const { code, err } = await home.run(['platforms'], { env: { WHEREABOUTS_URL: url, WHEREABOUTS_TOKEN: 'x' } });
    expect(code).toBe(5);
    expect(err).toBe(
      `whereabouts: Nothing answers at ${url} (ECONNREFUSED).\n` +
        'whereabouts: In local mode, start it with: npm start. Elsewhere, look at the address: --url, or WHEREABOUTS_URL.\n',
    );
    const json = await home.run(['platforms', '--json'], { env: { WHEREABOUTS_URL: url, WHEREABOUTS_TOKEN: 'x' } });
    expect(JSON.parse(json.err)).toMatchObject({ error: 'Outage' });
  });

  it('is reported when it does not accept the token', async () => {
    const { code, err } = await home.run(['platforms'], { env: { WHEREABOUTS_TOKEN: 'eyJhbGciOiJSUzI1NiJ9.e30.bad' } });
    expect(code).toBe(3);
    expect(err).toContain(
      `${local.url} does not accept the token: it may have run out, or be for another service. Sign in again: whereabouts sign-in`,
    );
  });

  it('is reported when it is something else, or broken, and stops a batch where it stood', async () => {
    const { server, url } = await listen((request, response) => {
      response.statusCode = request.url?.includes('/platform-001/') ? 500 : 404;
      response.end('<html>Not here</html>');
    });
    const other = await home.run(['platforms'], { env: { WHEREABOUTS_URL: url, WHEREABOUTS_TOKEN: 'x' } });
    expect([other.code, other.err]).toEqual([5, `whereabouts: What answers at ${url} is not Whereabouts (404 without a content type).\n`]);
    const batch = await home.run(['submit', join(home.folder, 'batch')], { env: { WHEREABOUTS_URL: url, WHEREABOUTS_TOKEN: 'x' } });
    expect(batch.code).toBe(5);
    expect(batch.out).toMatch(/is not Whereabouts|failed: it answered 500/);
    expect(batch.out).toMatch(/\d+ left: the same command goes on where it stopped/);
    server.close();
  });

  it("repeats the service's faults in words", async () => {
    const { code, err } = await home.run(['decisions', '--at', 'yesterday']);
    expect(code).toBe(1);
    expect(err).toMatch(/The request is not valid \(400\)\nwhereabouts: {3}query at: /);
  });

  it('is not needed offline', async () => {
    const file = join(home.folder, 'batch/platform-004/2026-11-01.json');
    const env = { WHEREABOUTS_URL: await findDeadAddress() };
    for (const command of ['score', 'explain', 'vector', 'lint']) expect((await home.run([command, file], { env })).code).toBe(0);
  });
});

async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}

/** A port that was free a moment ago. */
async function findDeadAddress(): Promise<string> {
  const { server, url } = await listen(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  return url;
}
