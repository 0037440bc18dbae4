import type { DynamoDBRecord } from 'aws-lambda';
import { expect, onTestFinished, test } from 'vitest';
import { announceEvents } from '../../lambdas/jobs/announce-events.ts';
import { onStream } from '../../lambdas/runtime/job.ts';
import { startService } from '../started-service.ts';
import { expectIntact, expectWholeFeed, openRecord } from '../store/record.ts';
import { FAULT_TIMES, observe } from './observe.ts';

const PLATFORMS = ['one', 'two', 'three', 'four'];
const ROUNDS = 2 * Math.min(FAULT_TIMES, 10);

test('records of the stream that come twice, late and in any order are announced once each, in the order of their chains', async () => {
  const sent: string[] = [];
  const service = await startService({ announce: async ({ subject, sequence }) => void sent.push(`${subject} ${Number(sequence)}`) });
  onTestFinished(() => service.stop());
  const announce = onStream(announceEvents, () => service.deps, { log: () => {}, error: () => {} });
  let records = 0;
  const written: DynamoDBRecord[] = [];
  for (const platform of PLATFORMS) await openRecord(service, platform).create();
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const platform of PLATFORMS) await openRecord(service, platform).approve(`${round}`);
    for (const platform of PLATFORMS) {
      const events = await openRecord(service, platform).events();
      for (const { sequence } of events.slice(written.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === platform).length))
        written.push(toRecord(platform, sequence));
    }
    // All that was ever written, three times over, shuffled, in batches that two functions work on at once.
    const batch = shuffle([...written, ...written, ...written]);
    records += batch.length;
    const half = Math.floor(batch.length / 2);
    await Promise.all([announce({ Records: batch.slice(0, half) }), announce({ Records: batch.slice(half) })]);
  }
  expect(new Set(sent).size).toBe(written.length);
  for (const platform of PLATFORMS) {
    const first = sent.filter((it, i) => it.startsWith(`${platform} `) && sent.indexOf(it) === i).map((it) => Number(it.split(' ')[1]));
    expect(first).toEqual(first.map((_, i) => i + 1));
  }
  await expectWholeFeed(service);
  await expectIntact(service);
  observe({
    fault: 'records of the table’s stream come twice, late and in any order, to two functions at once',
    times: records,
    seen: `${written.length} events in the feed once each and in the order of their chains, ${sent.length - written.length} sent to the bus again`,
    means: 'A reader of the feed never misses an event; a subscriber of the bus may get one twice, which its number shows.',
  });
});

function toRecord(chain: string, sequence: number): DynamoDBRecord {
  const image = { chain: { S: chain }, sequence: { N: `${sequence}` } };
  return { eventName: 'INSERT', dynamodb: { SequenceNumber: `${chain}-${sequence}`, Keys: { pk: { S: chain } }, NewImage: image } };
}

function shuffle<T>(list: readonly T[]): T[] {
  return list
    .map((it) => [Math.random(), it] as const)
    .sort(([a], [b]) => a - b)
    .map(([, it]) => it);
}
