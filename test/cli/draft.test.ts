import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import type { Json } from '../started-service.ts';
import { type Home, openHome } from './program.ts';

const STORED = 'We store messages in the United States.';
const REACHED = 'Employees of our group in China have remote access to this data.';
const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

let folder: string;
let local: Local;
let home: Home;
let [older, younger] = ['', ''];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'draft-'));
  local = await startLocal({ port: 0, data: join(folder, 'data'), log: { log: () => {}, error: () => {} } });
  home = openHome({ WHEREABOUTS_URL: local.url });
  const as = (who: string, method: string, path: string, body: Json, headers: Record<string, string> = {}) =>
    signIn(local.url, who)(`/v1/platforms/harbour${path}`, { method, body, headers }) as Promise<{ body: Json }>;
  await as('analyst', 'PUT', '', { name: 'Harbour', operator: 'Harbour Social Ltd', parent: 'Tidal Group' }, { 'if-none-match': '*' });
  await home.run(['sign-in', 'analyst']);
  older = await keep(STORED, at(-400));
  const day = at(-400).slice(0, 10);
  const policy = { title: 'Policy', publisher: 'Harbour', published: day, reliability: 'B', statementBy: 'platform', document: 'policy' };
  const evidence = [{ source: 'policy', credibility: 2, observed: day, quote: STORED, capture: older }];
  const paths = [{ id: 'store-us', jurisdiction: 'US', mode: 'storage', data: 'content', evidence }];
  const submitted = await as('analyst', 'POST', '/assessments', { asOf: day, sources: { policy }, paths }, { 'idempotency-key': 'one' });
  const { revision, hash } = submitted.body.revision;
  await as('reviewer', 'POST', `/assessments/${revision}/verdict`, { verdict: 'approve', hash });
});
afterAll(async () => {
  await local.stop();
  home.close();
  rmSync(folder, { recursive: true, force: true });
});

async function keep(text: string, capturedAt: string, ...more: string[]): Promise<string> {
  writeFileSync(join(home.folder, 'page.txt'), text);
  const kept = await home.run(['capture', 'page.txt', '--platform', 'harbour', '--language', 'en', '--captured-at', capturedAt, ...more]);
  expect(kept.err).toBe('');
  return kept.out.split('\n')[0] ?? '';
}
const draft = (...more: string[]) => home.run(['draft', 'harbour', ...more]);
const json = (file: string): Json => JSON.parse(readFileSync(join(home.folder, file), 'utf8'));

test('without an open review there is nothing to draft from, and that is said', async () => {
  expect(await draft()).toMatchObject({ code: 0, out: expect.stringContaining('No review is open for changed terms') });
});

test('a dry run shows facts with their words and keys, and keeps nothing', async () => {
  younger = await keep(`${STORED}\n\n${REACHED}`, at(-1));
  const { code, out } = await draft('--capture', younger, '--from', older, '--dry-run', '--file', 'none.json');
  expect(code).toBe(0);
  expect(out).toContain('remote-access CN');
  expect(out).toContain(REACHED);
  expect(out).toMatch(/"China" was read as CN/);
  expect(out).toContain('Nothing was kept.');
  expect(existsSync(join(home.folder, 'none.json'))).toBe(false);
});

test('a refused fact is not drafted again, and is once the refusal is taken back', async () => {
  const key = /--refuse ([0-9a-f]{32})/.exec((await draft('--capture', younger, '--from', older, '--dry-run')).out)?.[1] ?? '';
  const refused = await draft('--capture', younger, '--from', older, '--refuse', key);
  expect(refused.err).toBe('');
  expect(refused.out).toContain('nothing was drafted');
  expect(refused.out).toContain(`--take-back ${key}`);
  expect((await draft('--capture', younger, '--from', older, '--dry-run', '--take-back', key)).out).toContain('remote-access CN');
  expect(await draft('--take-back', key)).toMatchObject({ code: 4, err: expect.stringContaining('no refusal') });
});

test('a draft is kept and written, without grades; another takes its place only where that is asked for', async () => {
  const kept = await draft('--capture', younger, '--from', older, '--file', 'draft.json');
  expect([kept.err, kept.code]).toEqual(['', 0]);
  const drafted = json('draft.json');
  expect(drafted.paths[1]).toMatchObject({ jurisdiction: 'CN', data: null, evidence: [{ credibility: null, capture: younger }] });
  const lint = await home.run(['lint', 'draft.json']);
  expect(lint.code).toBe(1);
  expect(lint.out).toContain('reliability');
  const again = await draft('--capture', younger, '--from', older);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('--replace') });
  expect((await draft('--capture', younger, '--from', older, '--replace')).code).toBe(0);
  expect(await draft('--capture', younger, '--file', 'draft.json')).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
});

test('renew says what each item moves, writes the renewed file, and leaves a sentence that has grown to a person', async () => {
  const { code, out } = await home.run(['renew', 'harbour', '--capture', younger, '--file', 'renewed.json']);
  expect(code).toBe(0);
  expect(out).toMatch(/1 quote still stood on/);
  expect(out).toMatch(/alone: \d/);
  expect(out).toMatch(/Today: .+\nWith 1 item renewed: /);
  expect(json('renewed.json').paths[0].evidence[0]).toMatchObject({ capture: younger, observed: at(-1).slice(0, 10) });
  const grown = await keep(STORED.replace('.', ' and Chile.'), at(-0.5));
  const said = (await home.run(['renew', 'harbour', '--capture', grown])).out;
  expect(said).toContain('0 quotes still stood on');
  expect(said).toContain('now: "We store messages in the United States and Chile."');
  expect(await home.run(['renew', 'harbour', '--capture', grown, '--item', '/paths/0/evidence/0'])).toMatchObject({ code: 1 });
});

test('the review that a brought version opens is what draft begins from', async () => {
  const terms = [{ id: 'policy', service: 'Harbour', termsType: 'Privacy Policy', language: 'en' }];
  await signIn(local.url, 'operator')('/v1/platforms/harbour/terms', { method: 'PUT', body: { terms } });
  const bring = (text: string, days: number) => keep(text, at(days), '--document', 'policy');
  await bring(STORED, -30);
  await bring('We store messages in Brazil.', -20);
  await bring('We store messages in Brazil. Write to us.', -10);
  const { code, out } = await draft('--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('policy, ');
  expect(out).toContain('storage BR');
});
