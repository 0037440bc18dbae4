import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocal } from '../../local/bring-up.ts';
import { commissionCase } from '../decision-case.ts';
import { type Json, readExample } from '../started-service.ts';

const run = promisify(execFile);
const guide = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
const blocks = (language: string) => [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code ?? '');

let folder: string;
let local: Awaited<ReturnType<typeof startLocal>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-guide-'));
  local = await startLocal({ port: 0, data: join(folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  await suspend();
});
afterAll(async () => {
  await local?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function send(as: string, method: string, path: string, body: Json, headers: Record<string, string> = {}): Promise<Json> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: as });
  const { access_token }: Json = await (await fetch(`${local.url}/local/oauth/token`, { method: 'POST', body: form })).json();
  const given = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json', ...headers };
  const answer = await fetch(`${local.url}${path}`, { method, headers: given, body: JSON.stringify(body) });
  expect([path, answer.ok]).toEqual([path, true]);
  return answer.json();
}

/** TikTok, assessed and suspended by now. */
async function suspend(): Promise<void> {
  const path = '/v1/platforms/tiktok';
  await send('analyst', 'PUT', path, readExample('tiktok/platform.json'), { 'if-none-match': '*' });
  const { revision } = await send('analyst', 'POST', `${path}/assessments`, readExample('tiktok/2026-08-31.json'), { 'idempotency-key': 'facts' });
  await send('reviewer', 'POST', `${path}/assessments/1/verdict`, { verdict: 'approve', hash: revision.hash });
  const { id, hash } = await send('decider-1', 'POST', `${path}/decisions`, commissionCase, { 'idempotency-key': 'suspend' });
  const waived = { reason: 'It was heard last year.' };
  for (const name of ['decider-1', 'decider-2']) await send(name, 'POST', `${path}/decisions/${id}/hearing`, { hash, waived });
  for (const name of ['decider-2', 'decider-3']) await send(name, 'POST', `${path}/decisions/${id}/approval`, { hash });
}

it('the lines of the policy guide fetch every export, and leave a file alone while nothing changes', async () => {
  const [first = '', ...others] = blocks('sh');
  const served = 'until curl -sf "$URL/v1/policy/scores.json" -H "authorization: Bearer $TOKEN" | grep -q suspend; do sleep 0.2; done';
  const lines = [first.replace('http://127.0.0.1:4200', local.url).replace(/^poll scores/m, `${served}\npoll scores`), ...others, ...others].join(
    '\n',
  );
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', lines], { cwd: folder });
  expect(stdout.match(/^Verified OK$/gm)).toHaveLength(2);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  expect(others.length).toBeGreaterThanOrEqual(5);
  for (const file of ['scores.json', 'scores.csv', 'android.json', 'intune.json', 'whereabouts.mobileconfig', 'cedar-entities'])
    expect([file, read(file).includes('com.zhiliaoapp.musically')]).toEqual([file, true]);
  expect(JSON.parse(read('whereabouts.json')).URLBlocklist).toContain('tiktok.com');
  expect(read('whereabouts.rpz')).toContain('\ntiktok.com CNAME .\n');
  expect(JSON.parse(read('android.json')).modifications[0].changes[0].application.installType).toBe('BLOCKED');
});

it('the lines of the guide see what was changed', async () => {
  const signing = blocks('sh').find((block) => block.includes('openssl dgst')) ?? '';
  const [check = ''] = /^check\(\)[\s\S]*?^\}$/m.exec(signing) ?? [];
  writeFileSync(join(folder, 'domains.txt'), `${readFileSync(join(folder, 'domains.txt'), 'utf8')}europa.eu\n`);
  await expect(run('bash', ['-euo', 'pipefail', '-c', `${check}\ncheck domains.txt`], { cwd: folder })).rejects.toThrow();
});

it('the program of the guide has Cedar deny the app', async () => {
  const [program = ''] = blocks('js');
  writeFileSync(join(folder, 'ask.mjs'), program);
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  const { stdout } = await run(process.execPath, ['ask.mjs'], { cwd: folder });
  expect(stdout).toBe('deny\n');
});
