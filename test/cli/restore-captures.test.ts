import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyst, auditor, type Person, readExample, startService } from '../started-service.ts';
import { openHome } from './program.ts';

type Service = Awaited<ReturnType<typeof startService>>;
const operator: Person = { id: 'operator', scopes: ['operate', 'read'] };
const PAGES = { gone: 'A page on Jane Doe. We store data in Chile.', kept: 'We store data in Peru.' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const [gone, kept] = [sha256(PAGES.gone), sha256(PAGES.kept)];

const home = openHome();
let [first, second]: Service[] = [];
beforeAll(async () => {
  [first, second] = [await startService(), await startService()];
});
afterAll(async () => {
  await first?.stop();
  await second?.stop();
  home.close();
});

it('a backup from before an erasure, restored, brings back the record and no key', async () => {
  if (!first || !second) throw new Error('not started');
  const ask = (service: Service, method: 'GET' | 'POST', path: string, as: Person, more = {}) => service.call(method, path, { as, ...more });
  const on = (service: Service, name: string) => ({ WHEREABOUTS_DATA: join(home.folder, name), DYNAMODB_ENDPOINT: service.jobs.endpoint });
  await first.call('PUT', '/v1/platforms/signal', { as: analyst, headers: { 'if-none-match': '*' }, body: readExample('signal/platform.json') });
  for (const text of Object.values(PAGES))
    await ask(first, 'POST', '/v1/platforms/signal/captures', analyst, { text, headers: { 'content-type': 'text/plain' } });
  const evidence = [
    { quote: 'We store data in Chile.', capture: gone },
    { quote: 'We store data in Peru.', capture: kept },
  ].map((item) => ({ source: 'a', credibility: 2, observed: '2026-04-30', ...item }));
  const body = {
    asOf: '2026-04-30',
    sources: { a: { title: 'Policy', publisher: 'Signal', published: '2026-04-30', reliability: 'B' } },
    paths: [{ id: 'p', jurisdiction: 'CL', mode: 'storage', data: 'content', evidence }],
  };
  const submitted = await ask(first, 'POST', '/v1/platforms/signal/assessments', analyst, { body, headers: { 'idempotency-key': 'captures-1' } });
  expect(submitted.status).toBe(201);

  expect((await home.run(['backup', 'before.jsonl'], { env: on(first, 'one') })).code).toBe(0);
  const key = JSON.parse(readFileSync(join(first.jobs.folder, 'capture-keys', gone), 'utf8'));
  expect(readFileSync(join(home.folder, 'before.jsonl'), 'utf8')).not.toContain(key.wrapped);
  for (const as of [operator, auditor])
    expect((await ask(first, 'POST', `/v1/captures/${gone}/erasure`, as, { body: { reason: 'It names a person.' } })).status).toBe(200);

  expect((await home.run(['restore', 'before.jsonl'], { env: on(second, 'two') })).err).toBe('');
  // What outlives the table in the cloud: the archive, and the data keys with what wraps them.
  for (const part of ['archive', 'capture-keys', 'capture-key'])
    cpSync(join(first.jobs.folder, part), join(second.jobs.folder, part), { recursive: true });
  expect(await ask(second, 'GET', `/v1/captures/${kept}`, analyst)).toMatchObject({ status: 200 });
  expect((await ask(second, 'GET', `/v1/captures/${gone}`, analyst)).json).toMatchObject({
    type: '/v1/problems/capture-erased',
    detail: expect.stringContaining('its data key was destroyed'),
  });
  const { items } = (await ask(second, 'GET', '/v1/platforms/signal/captures', analyst)).json;
  expect(Object.fromEntries(items.map(({ capture, state }: { capture: string; state: string }) => [capture, state]))).toEqual({
    [gone]: 'erased',
    [kept]: 'held',
  });
  const read = (await ask(second, 'GET', '/v1/platforms/signal/assessments/1', analyst)).json;
  expect(read.quotes).toEqual({ quotes: 2, held: 1, erased: 1, excerpt: 0, unverified: 0 });
  const again = { text: PAGES.gone, headers: { 'content-type': 'text/plain' } };
  expect((await ask(second, 'POST', '/v1/platforms/signal/captures', analyst, again)).status).toBe(410);
  expect((await ask(second, 'GET', '/v1/audit/verify', auditor)).json).toMatchObject({ intact: true });

  // Two people say it again in the record that forgot it.
  for (const as of [operator, auditor]) await ask(second, 'POST', `/v1/captures/${gone}/erasure`, as, { body: { reason: 'It named a person.' } });
  expect((await ask(second, 'GET', '/v1/platforms/signal/captures', analyst)).json.items).toContainEqual(
    expect.objectContaining({ capture: gone, state: 'erased', erasure: expect.objectContaining({ reason: 'It named a person.' }) }),
  );
});
