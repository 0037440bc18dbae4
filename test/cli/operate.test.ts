import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { takeCheckpoint } from '../faults/take-checkpoint.ts';
import { copySeededFolder } from '../seeded-folder.ts';
import { analyst, auditor, startService } from '../started-service.ts';
import { openRecord } from '../store/record.ts';
import { writeBatch } from './batch.ts';
import { type Home, openHome } from './program.ts';

const quiet = { log: () => undefined, error: () => undefined };
let home: Home;
beforeAll(() => {
  home = openHome();
});
afterAll(() => home.close());

it('writes the record of this machine to a file and restores it into another folder, with every score and every hash', async () => {
  const [before, after] = [await copySeededFolder(join(home.folder, 'before')), join(home.folder, 'after')];
  const first = await startLocal({ port: 0, data: before, log: quiet });
  await home.run(['sign-in', 'analyst', '--url', first.url]);
  await home.run(['submit', writeBatch(home, 2)]);
  const scored = await home.run(['score', 'tiktok', '--json']);
  const busy = await home.run(['backup', 'record.jsonl'], { env: { WHEREABOUTS_DATA: before } });
  expect([busy.code, busy.err]).toEqual([1, expect.stringMatching(/^whereabouts: .* is in use by another Whereabouts/)]);
  expect(existsSync(join(home.folder, 'record.jsonl'))).toBe(false);
  await first.stop();

  const backUp = () => home.run(['backup', 'record.jsonl', '--json'], { env: { WHEREABOUTS_DATA: before } });
  const saved = await backUp();
  expect([saved.code, JSON.parse(saved.out)]).toEqual([
    0,
    { file: 'record.jsonl', items: expect.any(Number), chains: expect.any(Number), broken: [], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(statSync(join(home.folder, 'record.jsonl')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(home.folder, 'record.jsonl'), 'utf8')).toMatch(/^(\{.*\}\n){50,}$/);
  expect((await backUp()).err).toContain('record.jsonl cannot be written (EEXIST)');
  const restore = () => home.run(['restore', 'record.jsonl'], { env: { WHEREABOUTS_DATA: after } });
  expect(await restore()).toEqual({
    code: 0,
    out: expect.stringMatching(
      /^\d+ items of \d+ chains are restored, and every chain verifies\.\nThe next policy revision is of epoch 1: every tool takes it in place of what it holds\.\n$/,
    ),
    err: '',
  });
  expect((await restore()).err).toContain('is not empty');

  const second = await startLocal({ port: 0, data: after, log: quiet });
  for (const name of ['auditor', 'analyst']) await home.run(['sign-in', name, '--url', second.url]);
  expect((await home.run(['verify', '--as', 'auditor'])).out).toContain('The record is whole.');
  expect(await home.run(['score', 'tiktok', '--json'])).toEqual(scored);
  // Both were submitted at once, and are listed by when the service had them.
  const { out } = await home.run(['waiting']);
  for (const platform of ['platform-001', 'platform-002']) expect(out).toContain(`${platform} `);
  await second.stop();
});

it('a restore, and whoever lost the archive, begin it anew: verify says from where, by whom and why', async () => {
  const [first, second] = [await startService(), await startService()];
  const on = (service: typeof first, name: string) => ({ WHEREABOUTS_DATA: join(home.folder, name), DYNAMODB_ENDPOINT: service.jobs.endpoint });
  const begin = (...more: string[]) => home.run(['begin-archive', '--reason', 'The disk was lost.', ...more], { env: on(first, 'one') });
  expect(await begin()).toEqual({ code: 0, out: 'Nothing was written: the record names no checkpoint.\n', err: '' });
  await openRecord(first, 'a').create();
  for (const at of ['2026-01-02T00:10:00Z', '2026-01-03T00:10:00Z']) {
    first.setNow(at);
    await takeCheckpoint(first);
  }
  expect((await home.run(['backup', 'archived.jsonl'], { env: on(first, 'one') })).code).toBe(0);
  expect((await begin('--by', 'operator')).out).toBe(
    'The archive begins anew: checkpoints taken before are not looked for any more, but for those that the next night finds in it.\n',
  );
  expect((await first.deps.store.findArchived()).begun).toMatchObject({ by: 'operator', reason: 'The disk was lost.', before: 2 });

  const restored = await home.run(['restore', 'archived.jsonl', '--json'], { env: on(second, 'two') });
  expect([restored.err, JSON.parse(restored.out)]).toEqual(['', expect.objectContaining({ archiveBegins: true })]);
  const { json } = await second.call('GET', '/v1/audit/verify', { as: auditor });
  expect(json).toMatchObject({
    intact: true,
    archive: {
      checkpoints: 0,
      begun: { by: expect.stringMatching(/./), reason: expect.stringMatching(/^Restored from the backup with the hash [0-9a-f]{64}\.$/), before: 2 },
    },
  });
  await first.stop();
  await second.stop();
});

it.each([
  ['begin-archive', [], 2, /--reason is missing: say what became of the old archive/],
  ['begin-archive', ['--reason', ''], 2, /--reason is empty/],
  ['begin-archive', ['all', '--reason', 'x'], 2, /Usage: whereabouts begin-archive/],
  ['restore', ['a', '--by', ''], 2, /--by is empty/],
  ['backup', [], 2, /FILE is missing\nUsage: whereabouts backup FILE/],
  ['restore', ['a', 'b'], 2, /one FILE too many/],
  ['restore', ['--into', 'x'], 2, /Unknown option '--into'/],
  ['restore', ['nothing.jsonl'], 1, /^whereabouts: nothing\.jsonl is not there\.\n$/],
  ['backup', ['no/such/folder.jsonl'], 1, /^whereabouts: no\/such\/folder\.jsonl cannot be written \(ENOENT\).*\n$/],
])('%s %j says in a line what is wrong', async (name, given, code, message) => {
  const ran = await home.run([name, ...given], { env: { WHEREABOUTS_DATA: join(home.folder, 'empty') } });
  expect(ran).toEqual({ code, out: '', err: expect.stringMatching(message) });
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
  const replayed = await home.spawn(['replay', '--after', '1', '--to', '3', '--table', service.table, '--bus', 'whereabouts-test'], { env });
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
