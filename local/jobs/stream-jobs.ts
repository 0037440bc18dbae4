import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, type DynamoDBStreamsClientConfig } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { onStream, type StreamJob } from '../../lambdas/runtime/job.ts';
import type { Log } from '../../lambdas/runtime/log.ts';
import { LOCAL_ACCESS } from '../engine/open-table.ts';
import { loadJob } from './load-job.ts';
import { openStreamReader, type StreamReader } from './stream-reader.ts';

export type StreamJobsOptions = {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  /** How the endpoint is spoken to. */
  readonly access?: DynamoDBStreamsClientConfig;
  readonly table: string;
  /** The folder where each job's place in the stream is kept, and what had to be given up. */
  readonly folder: string;
  readonly deps: Deps;
  readonly log: Log;
};

const IDLE_MS = 200;
/** While there is something: what is written meanwhile comes in one batch, and not in one for each write. */
const BUSY_MS = 50;
const LONGEST_PAUSE_MS = 10_000;

/** A reader of the table's stream for each job that it wakes, and an end to all of them. */
export async function openStreamJobs({ client, endpoint, access = LOCAL_ACCESS, table, folder, deps, log }: StreamJobsOptions) {
  const stream = (await client.send(new DescribeTableCommand({ TableName: table }))).Table?.LatestStreamArn;
  if (stream === undefined) throw new Error(`the table ${table} has no stream`);
  const streams = new DynamoDBStreamsClient({ endpoint, ...access });
  const readers: StreamReader[] = [];
  for (const entry of (jobs as readonly JobEntry[]).filter(({ on }) => on === 'stream')) {
    const job = await loadJob<StreamJob>(entry.name);
    const giveUp = (record: DynamoDBRecord) => {
      const { SequenceNumber, Keys } = record.dynamodb ?? {};
      log.error(JSON.stringify({ level: 'error', job: entry.name, givenUp: SequenceNumber }));
      appendFileSync(join(folder, 'dead-letters.jsonl'), `${JSON.stringify({ job: entry.name, SequenceNumber, Keys })}\n`, { mode: 0o600 });
    };
    const file = join(folder, `stream-${entry.name}.json`);
    readers.push(
      openStreamReader({ client: streams, stream, file, wants: (record) => wakes(entry, record), handle: onStream(job, () => deps, log), giveUp }),
    );
  }
  return { readers, close: () => streams.destroy() };
}

/** Keeps the readers reading, each at its own pace: `settle` waits until they have read all that is there now, `stop` ends them. */
export async function startStreamJobs(options: StreamJobsOptions) {
  const { readers, close } = await openStreamJobs(options);
  const ended = new AbortController();
  const kept = readers.map((reader) => keepReading(reader, ended.signal, options.log));
  return {
    settle: async (): Promise<void> => {
      await Promise.all(kept.map(({ settle }) => settle()));
    },
    stop: async (): Promise<void> => {
      ended.abort();
      await Promise.all(kept.map(({ reading }) => reading));
      close();
    },
  };
}

function keepReading({ readOnce, keepPlace }: StreamReader, ended: AbortSignal, log: Log) {
  let waiting: (() => void)[] = [];
  let wake = () => {};
  const pause = async (ms: number) => {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([delay(ms, undefined, { signal: ended }).catch(() => {}), woken]);
  };
  const read = async () => {
    let failures = 0;
    while (!ended.aborted) {
      // A caller that comes while a read is under way may have written behind it, and waits for the next.
      const asked = waiting.splice(0);
      const outcome = await readOnce().catch((error: unknown) => {
        if (!ended.aborted && failures === 0) log.error(JSON.stringify({ level: 'error', stream: error instanceof Error ? error.name : 'unknown' }));
        return 'failed' as const;
      });
      if (outcome === 'idle') for (const settle of asked) settle();
      else waiting = [...asked, ...waiting];
      failures = outcome === 'failed' ? failures + 1 : 0;
      if (outcome === 'failed') await pause(Math.min(IDLE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS));
      else if (waiting.length === 0) await pause(outcome === 'done' ? BUSY_MS : IDLE_MS);
    }
    keepPlace();
  };
  const settle = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      wake();
    });
  return { reading: read(), settle };
}

/** As the filter of the event source mapping does in the cloud. */
function wakes({ items }: JobEntry, { eventName, dynamodb }: DynamoDBRecord): boolean {
  const sortKey = dynamodb?.Keys?.sk?.S ?? '';
  if (eventName === 'REMOVE') return false;
  return items === undefined || ('is' in items ? sortKey === items.is : sortKey.startsWith(items.prefix));
}
