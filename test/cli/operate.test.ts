import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { writeBatch } from './batch.ts';
import { type Home, openHome } from './program.ts';

const quiet = { log: () => undefined, error: () => undefined };
let home: Home;
beforeAll(() => {
  home = openHome();
});
afterAll(() => home.close());

it('takes the record of this machine out and brings it back into another house, whole', async () => {
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

it('says what a replay lacks before it reaches for anything', async () => {
  expect((await home.run(['replay', '--after', '1'])).err).toContain('--to is missing');
  const bad = await home.run(['replay', '--after', '5', '--to', '3', '--table', 't', '--bus', 'b']);
  expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('must be 1 to 1,000 places')]);
});
