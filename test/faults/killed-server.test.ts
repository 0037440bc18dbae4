import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startLocalProcess } from '../../bench/local-process.ts';
import { signIn } from '../../local/sign-in.ts';
import { readExample } from '../started-service.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const facts = readExample('x/2023-02-23.json');
const profile = readExample('x/platform.json');
/** Of a start on a busy machine, about. */
const LONGEST_START_MS = 1500;
const PLATFORMS = ['one', 'two', 'three', 'four'];
const ANY_FINAL = Array.from({ length: 300 }, (_, i) => 200 + i);

const Submitted = z.object({ revision: z.object({ revision: z.int(), hash: z.string() }) });
const Report = z.object({ intact: z.boolean(), nextCursor: z.string().nullable() });
const Feed = z.object({
  items: z.array(z.object({ feed: z.int(), subject: z.string().optional(), type: z.string(), sequence: z.coerce.number() })),
  nextCursor: z.string().nullable(),
});

test('local mode killed in the middle of anything loses nothing that was answered, and comes back by being started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const port = await findPort();
  let local = await startLocalProcess(folder, port);
  onTestFinished(async () => {
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const { url } = local;

  const done: Record<string, number> = {};
  let startsKilled = 0;
  let isOver = false;
  const write = async (name: string) => {
    const platform = `/v1/platforms/killed-${name}`;
    const send = (who: string, path: string, call: Parameters<ReturnType<typeof signIn>>[1]) =>
      untilAnswered(() => signIn(url, who)(path, { ...call, accept: ANY_FINAL }));
    await send('analyst', platform, { method: 'PUT', headers: { 'if-none-match': '*' }, body: profile });
    for (let round = 1; !isOver; round += 1) {
      const key = { 'idempotency-key': `${name}-${round}` };
      const submitted = await send('analyst', `${platform}/assessments`, { method: 'POST', headers: key, body: facts });
      expect(submitted.status).toBe(201);
      const { revision, hash } = Submitted.parse(submitted.body).revision;
      expect(revision).toBe(round);
      const body = { verdict: 'reject', hash, note: 'No.' };
      const verdict = await send('reviewer', `${platform}/assessments/${revision}/verdict`, { method: 'POST', body });
      // 409: it went through before the kill, and nobody heard of it.
      expect([200, 409]).toContain(verdict.status);
      done[name] = round;
    }
  };
  const writing = Promise.all(PLATFORMS.map(write));
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
  // However short its lives were, everybody has written before the end.
  while (!PLATFORMS.every((name) => (done[name] ?? 0) > 0)) await delay(100);
  isOver = true;
  await writing;

  const chains = await readFeed(url);
  for (const name of PLATFORMS) {
    const rounds = Array.from({ length: done[name] ?? 0 }, () => ['assessment.submitted', 'assessment.rejected']);
    expect(chains.get(`killed-${name}`)).toEqual(['platform.changed', ...rounds.flat()]);
  }
  await expectIntact(url);
  const answered = Object.values(done).reduce((sum, rounds) => sum + 2 * rounds, 0);
  observe({
    fault: 'local mode is killed (SIGKILL) at any moment, or while it starts, under the writes of four people',
    times: FAULT_TIMES + startsKilled,
    seen: `${answered} writes answered, none lost, none doubled; each start came up by itself and told every event that the one before had not`,
    means: 'A crash costs the time until it is started again.',
  });
});

/** A client that repeats what was not answered, with the same key, until it is told how it ended. */
async function untilAnswered<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await send().catch(() => undefined);
    if (answer) return answer;
    await delay(20);
  }
}

/** The types of every chain's events in the feed, once it holds as many as the chain: numbered without a gap. */
async function readFeed(url: string): Promise<Map<string, string[]>> {
  const auditor = signIn(url, 'auditor');
  for (let quiet = 0, before = -1; ; await delay(300)) {
    const events: z.infer<typeof Feed>['items'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = Feed.parse((await auditor(`/v1/events?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).body);
      events.push(...page.items);
      cursor = page.nextCursor;
    }
    // What the last life did not announce comes with the next record of its chain, or from the stream: it settles.
    quiet = events.length === before ? quiet + 1 : 0;
    before = events.length;
    if (quiet < 5) continue;
    expect(events.map(({ feed }) => feed)).toEqual(events.map((_, i) => i + 1));
    const chains = Map.groupBy(events, ({ subject = '' }) => subject);
    for (const chain of chains.values()) expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, i) => i + 1));
    return new Map([...chains].map(([subject, chain]) => [subject, chain.map(({ type }) => type.split('.').slice(2, -1).join('.'))]));
  }
}

async function expectIntact(url: string): Promise<void> {
  const auditor = signIn(url, 'auditor');
  for (let cursor: string | null = ''; cursor !== null; ) {
    const report = Report.parse((await auditor(`/v1/audit/verify${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)).body);
    expect(report.intact).toBe(true);
    cursor = report.nextCursor;
  }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
