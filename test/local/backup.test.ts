import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { seed } from '../../local/seed.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { newFolder } from './open-gateway.ts';

const quiet = { log: () => {}, error: () => {} };
const script = (name: string) => fileURLToPath(new URL(`../../local/commands/${name}.ts`, import.meta.url));
const environment = (data: string) => ({ ...process.env, WHEREABOUTS_DATA: data, DYNAMODB_ENDPOINT: '' });
const run = (name: string, file: string, data: string) =>
  execFileSync(process.execPath, [script(name), file], { env: environment(data), encoding: 'utf8' });
const fail = (name: string, given: string[], data: string) =>
  spawnSync(process.execPath, [script(name), ...given], { env: environment(data), encoding: 'utf8' });

test('an instance that is backed up comes back in another folder, with every score, and verifies', async () => {
  const [before, after, elsewhere] = [newFolder(), newFolder(), newFolder()];
  const file = join(elsewhere, 'record.jsonl');
  const first = await startLocal({ port: 0, data: before, log: quiet });
  await seed(first.url);
  const { body: scores } = await signIn(first.url, 'analyst')('/v1/platforms/tiktok/score');
  const refused = fail('backup', [file], before);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toMatch(/in use by another Whereabouts.*\n$/);
  expect(existsSync(file)).toBe(false);
  await first.stop();

  expect(run('backup', file, before)).toMatch(/^\d{3} items of \d+ chains are in .*record\.jsonl; its hash is [0-9a-f]{64}\.\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(fail('backup', [file], before).stderr).toContain('cannot be written (EEXIST)');
  expect(readFileSync(file, 'utf8').endsWith('}\n')).toBe(true);

  expect(run('restore', file, after)).toMatch(/are restored, and every chain verifies\.\n$/);
  expect(fail('restore', [file], after).stderr).toContain('is not empty');
  const second = await startLocal({ port: 0, data: after, log: quiet });
  try {
    expect((await signIn(second.url, 'analyst')('/v1/platforms/tiktok/score')).body).toEqual(scores);
    expect((await signIn(second.url, 'operator')('/v1/audit/verify')).body).toMatchObject({ intact: true });
  } finally {
    await second.stop();
  }
});

test.each([
  ['backup', [], /^Usage: node local\/backup\.ts FILE/],
  ['restore', ['a', 'b'], /^Usage: node local\/restore\.ts FILE/],
  ['restore', ['--into', 'x'], /^Usage/],
  ['restore', ['nothing.jsonl'], /^nothing\.jsonl is not there\.\n$/],
  ['backup', ['no/such/folder.jsonl'], /cannot be written \(ENOENT\)/],
])('%s %j says in a line what is wrong', (name, given, message) => {
  const { status, stderr } = fail(name, given, newFolder());
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
