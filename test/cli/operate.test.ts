import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { analyst, startService } from '../started-service.ts';
import { writeBatch } from './batch.ts';
import { type Home, openHome } from './program.ts';

const quiet = { log: () => undefined, error: () => undefined };
let home: Home;
beforeAll(() => {
  home = openHome();
});
afterAll(() => home.close());

it('takes the record of this machine out and brings it back into another instance, whole', async () => {
  const [before, after] = [join(home.folder, 'before'), join(home.folder, 'after')];
  const first = await startLocal({ port: 0, data: before, log: quiet });
  await home.run(['sign-in', 'analyst', '--url', first.url]);
  await home.run(['submit', writeBatch(home, 2)]);
  const busy = await home.run(['backup', 'record.jsonl'], { env: { WHEREABOUTS_DATA: before } });
  expect([busy.code, busy.err]).toEqual([1, expect.stringMatching(/^whereabouts: .*(in use|open|another|running)/)]);
  await first.stop();

  const saved = await home.run(['backup', 'record.jsonl', '--json'], { env: { WHEREABOUTS_DATA: before } });
  expect([saved.code, JSON.parse(saved.out)]).toEqual([
    0,
    { command: 'backup', said: [expect.stringMatching(/items of \d+ chains are in record\.jsonl/)] },
  ]);
  expect(readFileSync(join(home.folder, 'record.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(5);
  const restored = await home.run(['restore', 'record.jsonl'], { env: { WHEREABOUTS_DATA: after } });
  expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('are restored, and every chain verifies')]);

  const second = await startLocal({ port: 0, data: after, log: quiet });
  await home.run(['sign-in', 'auditor', '--url', second.url]);
  expect((await home.run(['verify'])).out).toContain('The record is whole.');
  expect((await home.run(['waiting'])).out).toMatch(/platform-001 [\s\S]*platform-002 /);
  await second.stop();
});

it('sends a part of the feed again, in its order, to the bus that is named', async () => {
  const service = await startService();
  const sent: { bus: string; type: string; feed: number }[] = [];
  const bus = createServer(async (request, response) => {
    const { Entries } = JSON.parse(await text(request)) as { Entries: { EventBusName: string; DetailType: string; Detail: string }[] };
    for (const entry of Entries) sent.push({ bus: entry.EventBusName, type: entry.DetailType, feed: JSON.parse(entry.Detail).feed });
    response.setHeader('content-type', 'application/x-amz-json-1.1').end('{"FailedEntryCount": 0, "Entries": [{"EventId": "1"}]}');
  });
  await new Promise<void>((resolve) => bus.listen(0, '127.0.0.1', resolve));
  const address = bus.address();
  for (const id of ['one', 'two', 'three', 'four'])
    await service.call('PUT', `/v1/platforms/${id}`, { as: analyst, headers: { 'if-none-match': '*' }, body: { name: id, operator: 'Example Ltd' } });
  await service.pump();
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: service.jobs.endpoint,
    AWS_ENDPOINT_URL_EVENTBRIDGE: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    ...{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
  };
  const replayed = await home.run(['replay', '--after', '1', '--to', '3', '--table', service.table, '--bus', 'whereabouts-test'], { env });
  expect(replayed).toEqual({ code: 0, out: '2 events were sent again, up to place 3.\n', err: '' });
  expect(sent.map(({ bus: name, feed }) => [name, feed])).toEqual([
    ['whereabouts-test', 2],
    ['whereabouts-test', 3],
  ]);
  expect(sent[0]?.type).toBe('eu.whereabouts.platform.changed.v1');
  bus.close();
  await service.stop();
});

it('says what a replay lacks before it reaches for anything', async () => {
  expect((await home.run(['replay', '--after', '1'])).err).toContain('--to is missing');
  const bad = await home.run(['replay', '--after', '5', '--to', '3', '--table', 't', '--bus', 'b']);
  expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('must be 1 to 1,000 places')]);
});
