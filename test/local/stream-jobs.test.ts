import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { expect, onTestFinished, test } from 'vitest';
import type { CloudEvent } from '../../domain/record/cloud-event.ts';
import { startEngine } from '../../local/engine/engine.ts';
import { LOCAL_ACCESS, openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { openStreamJobs, startStreamJobs } from '../../local/jobs/stream-jobs.ts';
import { openStreamReader } from '../../local/jobs/stream-reader.ts';
import { analyst, readExample, type Service, startService } from '../started-service.ts';
import { newFolder } from './open-gateway.ts';

async function start(folder: string) {
  const engine = await startEngine(folder);
  onTestFinished(engine.stop);
  const client = await openTable(engine.endpoint);
  const streams = new DynamoDBStreamsClient({ endpoint: engine.endpoint, ...LOCAL_ACCESS });
  onTestFinished(() => client.destroy());
  onTestFinished(() => streams.destroy());
  const stream = (await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }))).Table?.LatestStreamArn ?? '';
  const put = (sk: string) => client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: { pk: { S: 'a' }, sk: { S: sk } } }));
  return { ...engine, streams, stream, put };
}

const sortKeyOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.sk?.S ?? '';

/** A reader whose job notes what it gets and fails on what the test says. */
function open({ streams, stream }: Awaited<ReturnType<typeof start>>, file: string, fails: (sortKey: string) => boolean = () => false) {
  const got: string[] = [];
  const givenUp: string[] = [];
  const handle = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      if (fails(sortKeyOf(record))) return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      got.push(sortKeyOf(record));
    }
    return { batchItemFailures: [] };
  };
  const giveUp = (record: DynamoDBRecord) => void givenUp.push(sortKeyOf(record));
  const { readOnce, keepPlace } = openStreamReader({
    client: streams,
    stream,
    file,
    wants: (record) => sortKeyOf(record) !== 'other',
    handle,
    giveUp,
  });
  const read = async () => {
    for (let rounds = 0; (await readOnce()) !== 'idle' && rounds < 50; rounds += 1);
    return got.splice(0);
  };
  return { read, readOnce, keepPlace, got, givenUp };
}

test('a job gets what it wants, in order, once, and goes on after a restart where it stopped', async () => {
  const folder = newFolder();
  const file = join(folder, 'place.json');
  const first = await start(folder);
  for (const sk of ['1', 'other', '2']) await first.put(sk);
  const reader = open(first, file);
  expect(await reader.read()).toEqual(['1', '2']);
  await first.put('3');
  expect(await reader.read()).toEqual(['3']);
  await first.put('4');
  await first.stop();

  const second = await start(folder);
  await second.put('5');
  expect(await open(second, file).read()).toEqual(['4', '5']);
  rmSync(file);
  expect(await open(second, file).read()).toEqual(['1', '2', '3', '4', '5']);
});

test('a place is written now and then while there is more to read: a reader that is killed meanwhile gets some records again, and loses none', async () => {
  const file = join(newFolder(), 'place.json');
  const instance = await start(newFolder());
  const { readOnce, keepPlace, got } = open(instance, file);
  for (const sk of ['1', '2', '3']) {
    await instance.put(sk);
    while (!got.includes(sk)) await readOnce();
  }
  const again = await open(instance, file).read();
  expect(['1', '2', '3'].slice(-again.length || 3)).toEqual(again);
  keepPlace();
  expect(await open(instance, file).read()).toEqual([]);
});

test('a record that fails comes again, with those behind it; one that fails every time is given up and logged', async () => {
  const folder = newFolder();
  const instance = await start(folder);
  for (let sk = 1; sk <= 4; sk += 1) await instance.put(String(sk));
  let times = 0;
  const { read, givenUp } = open(instance, join(folder, 'place.json'), (sk) => {
    if (sk === '2') times += 1;
    return (sk === '2' && times < 3) || sk === '3';
  });
  expect(await read()).toEqual(['1', '2', '4']);
  expect(givenUp).toEqual(['3']);
});

const change = (service: Service, platform: string) =>
  service.call('PUT', `/v1/platforms/${platform}`, { as: analyst, body: readExample('signal/platform.json'), headers: { 'if-none-match': '*' } });

test('each change is in the feed once the readers have settled, and stopping waits for what is under way', async () => {
  const sent: CloudEvent[] = [];
  const service = await startService({ announce: async (event) => void sent.push(event) });
  onTestFinished(service.stop);
  const { settle, stop } = await startStreamJobs(service.jobs);
  for (const platform of ['one', 'two', 'three']) {
    await change(service, platform);
    await settle();
    expect(sent.at(-1)?.subject).toBe(platform);
  }
  await stop();
  await change(service, 'four');
  await delay(300);
  expect(sent.map(({ feed, subject }) => [feed, subject])).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
  ]);
});

test('what a job had to give up is kept in a file, without contents', async () => {
  const service = await startService({
    announce: async () => {
      throw new Error('never');
    },
  });
  onTestFinished(service.stop);
  await change(service, 'one');
  const { readers, close } = await openStreamJobs(service.jobs);
  onTestFinished(close);
  const file = join(service.jobs.folder, 'dead-letters.jsonl');
  for (let rounds = 0; !existsSync(file) && rounds < 20; rounds += 1) for (const { readOnce } of readers) await readOnce();
  const [line = ''] = readFileSync(file, 'utf8').split('\n');
  expect(JSON.parse(line)).toMatchObject({ job: 'announce-events', Keys: { pk: { S: 'PLATFORM#one' } } });
  expect(line).not.toContain('Signal');
});
