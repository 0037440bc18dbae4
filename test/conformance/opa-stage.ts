import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { commissionCase } from '../decision-case.ts';
import { type Json, readExample } from '../started-service.ts';
import { buildOpa } from './build-opa.ts';

export const BUNDLE = '/v1/policy/opa/bundles/whereabouts.tar.gz';
export const QUESTION = { os: 'android', appId: 'com.zhiliaoapp.musically', deviceClass: 'enrolled-personal-device', groups: [] };
/** With letters that Go and JavaScript could write in two ways, which would break the signature. */
const CONSEQUENCE = 'Perte d’accès: <e-mail> & "Skype" – œuvre \u{1F6AB}\tend';
const DECISIONS = '/v1/platforms/tiktok/decisions';

/** Whereabouts at home with TikTok assessed, and as many real OPAs as a test starts. */
export async function openStage() {
  const binary = buildOpa();
  const scratch = mkdtempSync(join(tmpdir(), 'whereabouts-opa-'));
  const data = join(scratch, 'data');
  const begun: ChildProcess[] = [];
  const tokens = new Map<string, string>();
  const logged: string[] = [];
  const log = { log: (line: string) => logged.push(line), error: (line: string) => logged.push(line) };
  let local: Local = await startLocal({ port: 0, data, log });
  const { url } = local;

  async function tokenOf(name: string): Promise<string> {
    const known = tokens.get(name);
    if (known) return known;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: name });
    const answer: Json = await (await fetch(`${url}/local/oauth/token`, { method: 'POST', body: form })).json();
    tokens.set(name, answer.access_token);
    return answer.access_token;
  }

  async function send(as: string, method: string, path: string, body?: Json, headers: Record<string, string> = {}): Promise<Json> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${await tokenOf(as)}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  const endorse = (as: string, { id, hash }: Json, act: 'approval' | 'revocation') => send(as, 'POST', `${DECISIONS}/${id}/${act}`, { hash });
  let proposals = 0;

  const stage = {
    url,
    data,
    scratch,
    logged,
    tokenOf,
    send,
    keys: async (): Promise<{ kid: string; pem: string }[]> => (await send('auditor', 'GET', '/v1/keys')).keys,
    consumers: async (): Promise<Json[]> => (await send('auditor', 'GET', '/v1/policy/consumers')).items,
    served: async (): Promise<string> => (await send('auditor', 'GET', '/v1/policy/consumers')).revision,
    advance: (duration: string) => send('auditor', 'POST', '/local/clock', { advance: duration }),

    async fetchBundle(headers: Record<string, string> = {}): Promise<Buffer> {
      const answer = await fetch(`${url}${BUNDLE}`, { headers: { authorization: `Bearer ${await tokenOf('policy-tool')}`, ...headers } });
      if (answer.status !== 200) throw new Error(`the bundle was answered with ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },

    /** The Commission’s case as of now, approved by two. */
    async suspend(): Promise<Json> {
      const now = Date.now();
      const [effectiveAt, expiresAt] = [new Date(now - 60_000).toISOString(), new Date(now + 86_400_000).toISOString()];
      proposals += 1;
      const key = { 'idempotency-key': `suspend-${proposals}` };
      const decision = await send(
        'decider-1',
        'POST',
        DECISIONS,
        { ...commissionCase, effectiveAt, enforceBy: effectiveAt, expiresAt, consequence: CONSEQUENCE },
        key,
      );
      for (const name of ['decider-1', 'decider-2'])
        await send(name, 'POST', `${DECISIONS}/${decision.id}/hearing`, {
          hash: decision.hash,
          waived: { reason: 'It was heard on the same grounds last year.' },
        });
      await endorse('decider-2', decision, 'approval');
      await endorse('decider-3', decision, 'approval');
      return decision;
    },
    async revoke(decision: Json): Promise<void> {
      await endorse('decider-1', decision, 'revocation');
      await endorse('decider-2', decision, 'revocation');
    },

    /** The same instance on the same port, after what is done while it is down. */
    async restart(meanwhile: () => void | Promise<void>): Promise<void> {
      await local.stop();
      await meanwhile();
      local = await startLocal({ port: Number(new URL(url).port), data, log });
    },

    /** Starts an OPA with a configuration, and returns how to ask it. */
    async startOpa(name: string, configuration: string) {
      const port = await freePort();
      const folder = join(scratch, name);
      mkdirSync(folder);
      writeFileSync(join(folder, 'token'), await tokenOf('policy-tool'));
      writeFileSync(join(folder, 'opa.yaml'), configuration.replace(/token_path: \S+/, `token_path: ${join(folder, 'token')}`));
      const options = ['run', '--server', '--addr', `127.0.0.1:${port}`, '--config-file', 'opa.yaml', '--log-level', 'error'];
      const process = spawn(binary, options, { cwd: folder, stdio: 'ignore' });
      begun.push(process);
      const base = `http://127.0.0.1:${port}`;
      return {
        verdict: async (input: Json = QUESTION): Promise<Json> => {
          const question = { method: 'POST', body: JSON.stringify({ input }) };
          const answer = await fetch(`${base}/v1/data/whereabouts/verdict`, question).catch(() => undefined);
          return answer && ((await answer.json()) as Json).result;
        },
        /** Its own id, by which it reports; undefined until it answers. */
        id: async (): Promise<string | undefined> => {
          const answer = await fetch(`${base}/v1/config`).catch(() => undefined);
          return answer && ((await answer.json()) as Json).result?.labels?.id;
        },
        end: () => process.kill('SIGKILL'),
      };
    },

    async stop(): Promise<void> {
      for (const process of begun) process.kill('SIGKILL');
      await local.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };

  await assess();
  await stage.advance('PT2M');
  return stage;

  async function assess(): Promise<void> {
    await send('analyst', 'PUT', '/v1/platforms/tiktok', readExample('tiktok/platform.json'), { 'if-none-match': '*' });
    const facts = readExample('tiktok/2026-08-31.json');
    const { revision } = await send('analyst', 'POST', '/v1/platforms/tiktok/assessments', facts, { 'idempotency-key': 'facts' });
    await send('reviewer', 'POST', '/v1/platforms/tiktok/assessments/1/verdict', { verdict: 'approve', hash: revision.hash });
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until it holds, and returns in how many seconds. */
export async function until(holds: () => Promise<boolean> | boolean, seconds = 60): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > seconds * 1000) throw new Error(`it did not come true in ${seconds} s`);
    await delay(100);
  }
  return (performance.now() - start) / 1000;
}
