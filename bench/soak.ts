import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { type Client, signIn } from '../local/sign-in/sign-in.ts';
import type { Extent } from './extent.ts';
import { startLocalProcess } from './local-process.ts';
import type { Measurement } from './result.ts';
import { mean } from './statistics.ts';

/** Workers that read and write at once, each on platforms of its own. */
const WORKERS = 6;
const PAUSE_MS = 40;
/** The clock is moved this often, by half a day, so that an hour passes two months, with every job of every night. */
const CLOCK_EVERY_MS = 30_000;
const CLOCK_STEP = 'PT12H';
const SAMPLE_EVERY_MS = 2_000;
/** Of the memory: the last third of the run may lie this far above the middle third, which is past all warming up. */
const MOST_GROWTH = 0.1;
const SMALL = JSON.parse(readFileSync(new URL('../examples/x/2023-02-23.json', import.meta.url), 'utf8'));
const PROFILE = JSON.parse(readFileSync(new URL('../examples/x/platform.json', import.meta.url), 'utf8'));
const Submitted = z.object({ revision: z.object({ revision: z.int(), hash: z.string() }) });
const Verified = z.object({ intact: z.boolean(), chains: z.int(), events: z.int(), nextCursor: z.string().nullable() });

type Sums = { requests: number; clockMoves: number; readonly errors: string[]; readonly memory: number[] };

/** Mixed load on local mode with the jobs running and the clock moving: memory flat, no error, chains intact. */
export async function measureSoak({ minutes }: Extent): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const local = await startLocalProcess(folder);
  const sums: Sums = { requests: 0, clockMoves: 0, errors: [], memory: [] };
  try {
    const until = Date.now() + minutes * 60_000;
    const workers = Array.from({ length: WORKERS }, (_, i) => work(i, local.url, until, sums));
    await Promise.all([...workers, moveClock(local.url, until, sums), watchMemory(local.pid, until, sums)]);
    const record = await verify(local.url);
    return toMeasurement(minutes, sums, { ...record, said: local.said() });
  } finally {
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Submits, judges, reads, asks what is due and what happened, over and over. */
async function work(worker: number, url: string, until: number, sums: Sums): Promise<void> {
  const analyst = signIn(url, 'analyst');
  const reviewer = signIn(url, 'reviewer');
  const platform = `/v1/platforms/soak-${worker}`;
  const ask = async (client: Client, ...call: Parameters<Client>): Promise<unknown> => {
    sums.requests += 1;
    try {
      return (await client(...call)).body;
    } catch (error) {
      sums.errors.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  await ask(analyst, platform, { method: 'PUT', headers: { 'if-none-match': '*' }, body: PROFILE });
  for (let round = 0; Date.now() < until; round += 1) {
    const headers = { 'idempotency-key': `${worker}-${round}` };
    const submitted = Submitted.safeParse(await ask(analyst, `${platform}/assessments`, { method: 'POST', headers, body: SMALL }));
    if (submitted.success) {
      const { revision, hash } = submitted.data.revision;
      const verdict = round % 4 === 3 ? { verdict: 'reject', hash, note: 'Again, please.' } : { verdict: 'approve', hash };
      await ask(reviewer, `${platform}/assessments/${revision}/verdict`, { method: 'POST', body: verdict });
    }
    const reads = ['/score', '/scores', '/assessments', ''].map((path) => `${platform}${path}`);
    for (const path of [...reads, '/v1/platforms', '/v1/reviews?state=due', '/v1/events', '/v1/jurisdictions/CN']) {
      await ask(analyst, path);
      await delay(PAUSE_MS);
    }
  }
}

/** Recomputes every chain, page by page. */
async function verify(url: string): Promise<{ isIntact: boolean; events: number }> {
  const auditor = signIn(url, 'auditor');
  let [isIntact, events] = [true, 0];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = Verified.parse((await auditor(`/v1/audit/verify${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)).body);
    isIntact &&= page.intact;
    events += page.events;
    cursor = page.nextCursor;
  }
  return { isIntact, events };
}

async function moveClock(url: string, until: number, sums: Sums): Promise<void> {
  while (Date.now() + CLOCK_EVERY_MS < until) {
    await delay(CLOCK_EVERY_MS);
    const body = JSON.stringify({ advance: CLOCK_STEP });
    const answer = await fetch(`${url}/local/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (answer.status === 200) sums.clockMoves += 1;
    else sums.errors.push(`the clock answered ${answer.status}: ${await answer.text()}`);
  }
}

/** Resident memory of the server in MB; its database is another process. */
async function watchMemory(pid: number, until: number, sums: Sums): Promise<void> {
  while (Date.now() < until) {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    sums.memory.push(Number(kilobytes) / 1000);
    await delay(SAMPLE_EVERY_MS);
  }
}

function toMeasurement(
  minutes: number,
  { requests, clockMoves, errors, memory }: Sums,
  end: { isIntact: boolean; events: number; said: string },
): Measurement {
  const third = Math.floor(memory.length / 3);
  const middle = mean(memory.slice(third, 2 * third));
  const last = mean(memory.slice(-third));
  const faults = [...errors, ...end.said.split('\n').filter((line) => line !== '' && !line.includes('"overdue"'))];
  for (const fault of new Set(faults)) console.error(fault);
  return {
    title: 'Soak',
    how:
      `Local mode under mixed load for ${minutes} minutes: ${WORKERS} people submit, judge and read, every job runs, and the clock is moved by half a ` +
      'day every half minute.',
    figures: [
      {
        name: 'requests answered',
        value: requests,
        unit: '',
        note: `${errors.length} errors; ${faults.length - errors.length} lines of faults; the clock moved ${clockMoves} times`,
        reach: { at: 'no error', isMet: faults.length === 0 },
        means: 'It can be left running.',
      },
      {
        name: 'memory at the end',
        value: last,
        unit: 'MB',
        ratio: last / middle,
        note: `${Math.round(memory[0] ?? 0)} MB at the start, ${Math.round(middle)} MB in the middle third, ${Math.round(Math.max(...memory))} MB at most`,
        reach: { at: `flat: the last third at most ${MOST_GROWTH * 100} % over the middle`, isMet: last / middle <= 1 + MOST_GROWTH },
        means: 'It does not have to be started again now and then.',
      },
      {
        name: 'events in the record',
        value: end.events,
        unit: '',
        note: end.isIntact ? 'every chain intact' : 'a chain is broken',
        reach: { at: 'intact', isMet: end.isIntact && end.events > 0 },
        means: 'The verifier recomputed the record of every platform from the first event to the last.',
      },
    ],
    ratioOf: 'the middle third of the run',
  };
}
