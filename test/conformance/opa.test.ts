import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { commissionCase } from '../decision-case.ts';
import { type Json, readExample } from '../started-service.ts';

/** Built from its source with Go, a few minutes the first time; OPA_BINARY names one that is there already. */
const OPA = 'github.com/open-policy-agent/opa@v1.10.0';
const folder = new URL('../../reports/opa/', import.meta.url).pathname;
const binary = process.env.OPA_BINARY || join(folder, 'opa');
const scratch = mkdtempSync(join(tmpdir(), 'whereabouts-opa-'));

const BUNDLE = '/v1/policy/opa/bundles/whereabouts.tar.gz';
const POLLING = { min_delay_seconds: 1, max_delay_seconds: 2 };
const QUESTION = { os: 'android', appId: 'com.zhiliaoapp.musically', deviceClass: 'enrolled-personal-device', groups: [] };

let local: Local;
const logged: string[] = [];
const begun: ChildProcess[] = [];
const tokens = new Map<string, string>();

beforeAll(async () => {
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    const { status, stderr } = spawnSync('go', ['install', OPA], { encoding: 'utf8', env: { ...process.env, GOBIN: folder } });
    if (status !== 0) throw new Error(`OPA could not be built: ${stderr}`);
  }
  const log = { log: (line: string) => logged.push(line), error: (line: string) => logged.push(line) };
  local = await startLocal({ port: 0, data: join(scratch, 'data'), log });
  await assess();
  await send('auditor', 'POST', '/local/clock', { advance: 'PT2M' });
});
afterAll(async () => {
  for (const process of begun) process.kill();
  await local?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function tokenOf(name: string): Promise<string> {
  const known = tokens.get(name);
  if (known) return known;
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: name });
  const answer: Json = await (await fetch(`${local.url}/local/oauth/token`, { method: 'POST', body: form })).json();
  tokens.set(name, answer.access_token);
  return answer.access_token;
}

async function send(as: string, method: string, path: string, body?: Json, headers: Record<string, string> = {}): Promise<Json> {
  const answer = await fetch(`${local.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(as)}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function assess(): Promise<void> {
  await send('analyst', 'PUT', '/v1/platforms/tiktok', readExample('tiktok/platform.json'), { 'if-none-match': '*' });
  const facts = readExample('tiktok/2026-08-31.json');
  const { revision } = await send('analyst', 'POST', '/v1/platforms/tiktok/assessments', facts, { 'idempotency-key': 'facts' });
  await send('reviewer', 'POST', '/v1/platforms/tiktok/assessments/1/verdict', { verdict: 'approve', hash: revision.hash });
}

const publicKey = async (): Promise<string> => (await send('auditor', 'GET', '/v1/keys')).keys[0].pem;

/** Starts an OPA that polls for the bundle and reports its status, and tells how to ask it. */
async function startOpa(name: string, { key, url = `${local.url}/v1/policy/opa` }: { key: string; url?: string }) {
  const port = await freePort();
  const service = { url, credentials: { bearer: { token: await tokenOf('policy-tool') } } };
  const reporting = { url: `${local.url}/v1/policy/opa`, credentials: service.credentials };
  const config = {
    labels: { name },
    services: { whereabouts: service, reporting },
    keys: { whereabouts: { algorithm: 'RS256', key } },
    bundles: {
      whereabouts: {
        service: 'whereabouts',
        resource: 'bundles/whereabouts.tar.gz',
        polling: POLLING,
        signing: { keyid: 'whereabouts', scope: 'whereabouts' },
      },
    },
    status: { service: 'reporting' },
  };
  const file = join(scratch, `${name}.json`);
  writeFileSync(file, JSON.stringify(config));
  const process = spawn(binary, ['run', '--server', '--addr', `127.0.0.1:${port}`, '--config-file', file, '--log-level', 'error'], {
    stdio: 'ignore',
  });
  begun.push(process);
  const ask = async (): Promise<Json> => {
    const question = { method: 'POST', body: JSON.stringify({ input: QUESTION }) };
    const answer = await fetch(`http://127.0.0.1:${port}/v1/data/whereabouts/verdict`, question).catch(() => undefined);
    return answer && ((await answer.json()) as Json).result;
  };
  return { ask };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until it holds, and tells in how many seconds. */
async function until(holds: () => Promise<boolean> | boolean, seconds = 60): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > seconds * 1000) throw new Error(`it did not come true in ${seconds} s`);
    await delay(100);
  }
  return (performance.now() - start) / 1000;
}

const consumers = async (): Promise<Json[]> => (await send('auditor', 'GET', '/v1/policy/consumers')).items;
const answersWith = (status: number) => logged.filter((line) => line.includes(BUNDLE) && line.includes(`"status":${status}`)).length;

describe('a real OPA', () => {
  let opa: Awaited<ReturnType<typeof startOpa>>;

  it('verifies the bundle, activates it, and is answered 304 after that', async () => {
    opa = await startOpa('sound', { key: await publicKey() });
    await until(async () => (await opa.ask())?.known === true);
    expect(await opa.ask()).toMatchObject({ decision: 'none', deny: false, stale: false });
    await until(() => answersWith(304) > 2);
    expect(answersWith(200)).toBe(1);
  });

  it('denies the app seconds after the second approval, and allows it seconds after the revocation', async () => {
    const now = Date.now();
    const [effectiveAt, expiresAt] = [new Date(now - 60_000).toISOString(), new Date(now + 86_400_000).toISOString()];
    const proposal = { ...commissionCase, effectiveAt, enforceBy: effectiveAt, expiresAt };
    const path = '/v1/platforms/tiktok/decisions';
    const { id, hash } = await send('decider-1', 'POST', path, proposal, { 'idempotency-key': 'suspend' });
    await send('decider-2', 'POST', `${path}/${id}/approval`, { hash });
    await send('decider-3', 'POST', `${path}/${id}/approval`, { hash });
    const denied = await until(async () => (await opa.ask())?.deny === true);
    expect(await opa.ask()).toMatchObject({ decision: 'suspend', decisionId: id });
    await send('decider-1', 'POST', `${path}/${id}/revocation`, { hash });
    await send('decider-2', 'POST', `${path}/${id}/revocation`, { hash });
    const allowed = await until(async () => (await opa.ask())?.deny === false);
    console.info(`with a poll every 1 to 2 s: denied after ${denied.toFixed(1)} s, allowed after ${allowed.toFixed(1)} s`);
    expect(Math.max(denied, allowed)).toBeLessThan(15);
  });

  it('reports which revision it holds', async () => {
    const { revision } = await opa.ask();
    await until(async () => (await consumers()).some((consumer) => consumer.revision === revision && consumer.error === null));
  });
});

describe('a real OPA refuses', () => {
  const refused = async () => (await consumers()).filter(({ error }) => error !== null);

  it('a bundle by another key than its own, and reports so', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const opa = await startOpa('wrong-key', { key: other });
    await until(async () => (await refused()).length === 1);
    expect((await opa.ask())?.known).toBeUndefined();
    expect((await refused())[0]).toMatchObject({ revision: null });
  });

  it('a bundle in which a letter was changed', async () => {
    const answer = await fetch(`${local.url}${BUNDLE}`, { headers: { authorization: `Bearer ${await tokenOf('policy-tool')}` } });
    const tar = gunzipSync(Buffer.from(await answer.arrayBuffer()));
    const place = tar.indexOf('com.zhiliaoapp.musically');
    tar.write('X', place);
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(tar))).listen(0);
    try {
      const { port } = server.address() as AddressInfo;
      const opa = await startOpa('tampered', { key: await publicKey(), url: `http://127.0.0.1:${port}` });
      await until(async () => (await refused()).length === 2);
      expect((await opa.ask())?.known).toBeUndefined();
    } finally {
      server.close();
    }
  });
});

it('fifty consumers that come back at once with nothing get the whole bundle', async () => {
  const headers = { authorization: `Bearer ${await tokenOf('policy-tool')}`, prefer: 'modes=snapshot,delta', 'if-none-match': '' };
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: 50 }, async () => (await fetch(`${local.url}${BUNDLE}`, { headers })).arrayBuffer()));
  console.info(`fifty whole bundles in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  expect(new Set(answers.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(1);
});
