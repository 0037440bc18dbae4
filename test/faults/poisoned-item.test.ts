import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { checkpointChains } from '../../lambdas/jobs/checkpoint-chains.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { headKey } from '../../store/keys.ts';
import { analyst, auditor, startService } from '../started-service.ts';
import { openRecord } from '../store/record.ts';
import { observe } from './observe.ts';

const HEALTHY = ['healthy-a', 'healthy-b', 'healthy-c'];
const POISONS = {
  'a number where a text is': (item: object) => ({ ...item, hash: { N: '7' } }),
  'an attribute gone': ({ pk, sk }: { pk?: object; sk?: object }) => ({ pk, sk }),
  'a list where an object is': (item: object) =>
    Object.fromEntries(Object.entries(item).map(([name, value]) => [name, isKey(name) ? value : { L: [] }])),
};
const isKey = (name: string) => /^(pk|sk)$|^[a-z]+(pk|sk)$/i.test(name);

test('an item of the table that is no longer what it was stops its own platform alone, and is reported', async () => {
  const service = await startService();
  onTestFinished(() => service.stop());
  service.setNow('2026-05-01T12:00:00Z');
  for (const platform of [...HEALTHY, 'poisoned']) {
    const { create, approve } = openRecord(service, platform);
    await create();
    await approve('a');
  }
  await service.pump();
  // The nightly checkpoint knows every platform, those too that the listing has lost.
  await checkpointChains(service.deps);
  const { client, table: TableName } = service;
  const { pk, sk } = headKey('poisoned');
  const Key = { pk: { S: pk }, sk: { S: sk } };
  const { Item: sound = {} } = await client.send(new GetItemCommand({ TableName, Key }));
  expect(Object.keys(sound).length).toBeGreaterThan(3);

  let day = 2;
  for (const poison of Object.values(POISONS)) {
    await client.send(new PutItemCommand({ TableName, Item: poison(sound) as never }));
    service.setNow(`2026-05-0${day}T00:10:00Z`);
    day += 1;
    const before = service.logged.length;
    const answer = await openRecord(service, 'poisoned').read();
    expect(answer.status).toBe(500);
    const figures = await reviewPlatforms(service.deps);
    expect(figures).toMatchObject({ looked: HEALTHY.length + 1, failed: 1 });
    expect(service.logged.slice(before).some((line) => line.includes('"level":"error"') && line.includes('poisoned'))).toBe(true);
    for (const platform of HEALTHY) expect((await openRecord(service, platform).read()).status).toBe(200);
    const report = await service.call('GET', '/v1/audit/verify', { as: auditor });
    expect(report.json).toMatchObject({ intact: false, broken: [expect.objectContaining({ chain: 'poisoned' })] });
    await client.send(new PutItemCommand({ TableName, Item: sound }));
  }
  // Put back from the backup, it is looked at again when its pause is over.
  service.setNow('2026-05-06T00:10:00Z');
  expect(await reviewPlatforms(service.deps)).toMatchObject({ looked: HEALTHY.length + 1, failed: 0 });
  expect((await service.call('GET', '/v1/audit/verify', { as: auditor })).json.intact).toBe(true);
  expect((await service.call('GET', '/v1/platforms/poisoned/score', { as: analyst })).status).toBe(200);
  observe({
    fault: 'an item of the table is poisoned: of the wrong type, gutted, or of another shape',
    times: Object.keys(POISONS).length,
    seen: 'its platform answered 500; every other was read and scored as ever; the job reported it at each try, and the verifier named the item',
    means: 'One broken record does not hold up the others; it is restored from the backup, which takes a hand.',
  });
});
