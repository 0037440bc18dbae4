import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { ulid } from 'ulid';
import * as z from 'zod';
import type { Extent } from './extent.ts';
import { startLocalProcess } from './local-process.ts';
import type { Figure, Measurement } from './result.ts';
import { quantile } from './statistics.ts';

const CONNECTIONS = [1, 4, 16, 64, 256];
/** Of each load at each number of connections, with the bare server between them. */
const ROUNDS = 3;
/** An idle instance answers a score sooner. */
const IDLE_MS = 50;
const BARE_NAME = 'bare';
const SCORE = '/v1/platforms/tiktok/score?asOf=2023-02-23&knownBy=2023-02-23';
const SMALL = readFileSync(new URL('../examples/x/2023-02-23.json', import.meta.url), 'utf8');
const PROFILE = readFileSync(new URL('../examples/x/platform.json', import.meta.url), 'utf8');
const BARE = `
import { createServer } from 'node:http';
const answer = Buffer.from(process.argv[1]);
const server = createServer((request, response) => response.setHeader('content-type', 'application/json').end(answer));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

type Load = { readonly name: string; readonly url: string; readonly status: string; readonly requests: autocannon.Request[]; readonly means: string };
type Seen = { readonly rate: number; readonly median: number; readonly slowest: number; readonly faults: number };

/** Reads, unchanged reads and writes through the local gateway, sign-in and table included, at rising numbers of connections. */
export async function measureHttp({ seconds }: Extent): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'http-load-'));
  const local = await startLocalProcess(folder);
  try {
    const { loads, score } = await prepare(local.url);
    const bare = await startBare(score);
    try {
      return toMeasurement(await measureLoads(loads, bare.url, seconds), loads, seconds);
    } finally {
      bare.stop();
    }
  } finally {
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A token, and what is read and written. */
async function prepare(url: string): Promise<{ loads: Load[]; score: string }> {
  const answer = await fetch(`${url}/local/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'analyst' }),
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
  const headers = { authorization: `Bearer ${access_token}` };
  const read = await fetch(`${url}${SCORE}`, { headers });
  const etag = read.headers.get('etag');
  if (read.status !== 200 || etag === null) throw new Error(`the score answers ${read.status}`);

  // Of one platform only one submission can wait at a time, so each gets a platform of its own.
  const toPlatform = (context: object) => `/v1/platforms/${(context as { platform?: string }).platform}`;
  const create: autocannon.Request = {
    method: 'PUT',
    body: PROFILE,
    setupRequest: (request, context) => {
      Object.assign(context, { platform: `load-${ulid().toLowerCase()}` });
      return { ...request, path: toPlatform(context), headers: { ...headers, 'content-type': 'application/json', 'if-none-match': '*' } };
    },
  };
  const submit: autocannon.Request = {
    method: 'POST',
    body: SMALL,
    setupRequest: (request, context) => {
      const own = { ...headers, 'content-type': 'application/json', 'idempotency-key': ulid() };
      return { ...request, path: `${toPlatform(context)}/assessments`, headers: own };
    },
  };
  const loads: Load[] = [
    {
      name: 'read a score',
      url,
      status: '200',
      requests: [{ method: 'GET', path: SCORE, headers }],
      means: 'A policy tool or a page asks for a score: scored afresh for the day that is asked for.',
    },
    {
      name: 'the same, unchanged (304)',
      url,
      status: '304',
      requests: [{ method: 'GET', path: SCORE, headers: { ...headers, 'if-none-match': etag } }],
      means: 'What a tool that polls with its ETag costs.',
    },
    {
      name: 'create a platform, submit its assessment',
      url,
      status: '201',
      requests: [create, submit],
      means: 'Every other request is an analyst’s file: validated, sealed, scored and written with its event in one transaction.',
    },
  ];
  return { loads, score: await read.text() };
}

/** A server that answers the same bytes and does nothing else. */
async function startBare(answer: string): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', BARE, answer], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${Number(port)}`, stop: () => child.kill() };
}

/** At each number of connections the bare server and every load, each in another place every round; what was seen in every round. */
async function measureLoads(loads: readonly Load[], bare: string, seconds: number): Promise<Map<string, Seen[]>> {
  const contenders = [{ name: BARE_NAME, url: bare, status: '200', requests: [{ method: 'GET', path: '/' } as const] }, ...loads];
  const found = new Map<string, Seen[]>();
  for (const connections of CONNECTIONS)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const contender of [...contenders.slice(round % contenders.length), ...contenders.slice(0, round % contenders.length)]) {
        const name = `${contender.name} ${connections}`;
        found.set(name, [...(found.get(name) ?? []), await run(contender, connections, seconds)]);
        await untilIdle(loads[0]);
      }
  return found;
}

/** What was under way when a load ended is still worked on; the next one must not pay for it. */
async function untilIdle(load: Load | undefined): Promise<void> {
  if (!load) return;
  for (;;) {
    const begun = performance.now();
    await (await fetch(`${load.url}${SCORE}`, { headers: load.requests[0]?.headers as Record<string, string> })).arrayBuffer();
    if (performance.now() - begun < IDLE_MS) return;
  }
}

async function run({ url, status, requests: asked }: Pick<Load, 'url' | 'status' | 'requests'>, connections: number, seconds: number): Promise<Seen> {
  const { requests, duration, latency, errors, timeouts, statusCodeStats } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: asked,
  });
  const others = Object.entries(statusCodeStats ?? {}).filter(([code]) => code !== status);
  const unexpected = others.reduce((sum, [, { count }]) => sum + (count ?? 0), 0);
  if (unexpected > 0) console.error(`${asked.at(-1)?.method} at ${connections}: ${JSON.stringify(statusCodeStats)}`);
  return { rate: requests.total / duration, median: latency.p50, slowest: latency.p99, faults: errors + timeouts + unexpected };
}

function toMeasurement(found: ReadonlyMap<string, readonly Seen[]>, loads: readonly Load[], seconds: number): Measurement {
  const figures = loads.flatMap(({ name, means }) =>
    CONNECTIONS.map((connections): Figure => {
      const seen = found.get(`${name} ${connections}`) ?? [];
      const bare = found.get(`${BARE_NAME} ${connections}`) ?? [];
      const median = (part: keyof Seen) =>
        quantile(
          seen.map((round) => round[part]),
          0.5,
        );
      const ratios = seen.map(({ rate }, round) => (bare[round]?.rate ?? Number.NaN) / rate);
      const ratio = quantile(ratios, 0.5);
      const rate = median('rate');
      const faults = seen.reduce((sum, round) => sum + round.faults, 0);
      return {
        name: `${name}, ${connections} connection${connections === 1 ? '' : 's'}`,
        value: rate,
        unit: 'requests/s',
        // Without an answer in a round there is nothing to compare.
        ...(Number.isFinite(ratio) && { ratio }),
        note: `median ${median('median')} ms, one in a hundred over ${median('slowest')} ms, ${faults} errors`,
        reach: { at: 'no error', isMet: faults === 0 && seen.every((round) => round.rate > 0) },
        means: connections === 1 ? means : `${connections} at once: ${Math.round(rate * 60).toLocaleString('en')} a minute.`,
      };
    }),
  );
  return {
    title: 'HTTP through the local gateway',
    how:
      `Load of autocannon in ${ROUNDS} interleaved rounds of ${seconds} s at each number of connections, of which the medians are shown, the client on the ` +
      'same machine; the gateway verifies every token, and the embedded database runs beside it. What the cloud adds or takes away is not in it.',
    ratioOf: 'what a bare node:http server answers with the bytes of the score, to ours: how many times as much',
    figures,
  };
}
