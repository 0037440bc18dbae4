import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBundle } from '../../examples/policy-gate/bundle.ts';
import { openSignature } from '../../examples/policy-gate/signature.ts';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { signIn } from '../../local/sign-in/sign-in.ts';
import { readExample } from '../started-service.ts';

const GATE = fileURLToPath(new URL('../../examples/policy-gate/gate.ts', import.meta.url));
const BUNDLE = '/v1/policy/opa/bundles/whereabouts.tar.gz';

let folder: string;
let local: Local;
/** Between gate and service: what the service answers, unless something else is put in its place. */
let between: { server: Server; url: string };
let instead: ((bytes: Buffer) => Buffer) | undefined;
let unsigned = false;
const statuses: number[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-gate-'));
  local = await startLocal({ port: 0, data: join(folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  const server = createServer(async (request, response) => {
    const headers = {
      authorization: request.headers.authorization ?? '',
      ...(!instead && request.headers['if-none-match'] && { 'if-none-match': request.headers['if-none-match'] }),
    };
    const answer = await fetch(`${local.url}${request.url}`, { headers });
    const bytes = Buffer.from(await answer.arrayBuffer());
    statuses.push(answer.status);
    const signature = unsigned ? undefined : answer.headers.get('whereabouts-signature');
    const kept = { etag: answer.headers.get('etag') ?? '', ...(signature && { 'whereabouts-signature': signature }) };
    response.writeHead(instead ? 200 : answer.status, kept).end(instead ? instead(bytes) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  between = { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
  writeFileSync(join(folder, 'keys.json'), await (await fetch(`${local.url}/v1/keys`)).text());
});
afterAll(async () => {
  between.server.close();
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A gate as its README starts it; polling faster, at any free port. */
async function startGate(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [GATE], {
    env: {
      ...process.env,
      WHEREABOUTS_URL: between.url,
      TOKEN_URL: `${local.url}/local/oauth/token`,
      CLIENT_ID: 'policy-tool',
      KEYS_FILE: join(folder, 'keys.json'),
      STATE_FOLDER: join(folder, 'gate'),
      POLL_SECONDS: '0.3',
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 300_000 }).toMatch(/answers at|: /);
  const ask = async (query: string) => {
    const answer = await fetch(`${/http:\S+allowed/.exec(said)?.[0]}?${query}`);
    return { status: answer.status, ...((await answer.json()) as { allowed: boolean; why: string }) };
  };
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { ask, said: () => said, stop, ended };
}

/** Suspends TikTok as three people would. */
async function suspend(): Promise<void> {
  const path = '/v1/platforms/tiktok';
  const [analyst, reviewer] = [signIn(local.url, 'analyst'), signIn(local.url, 'reviewer')];
  await analyst(path, { method: 'PUT', headers: { 'if-none-match': '*' }, body: readExample('tiktok/platform.json') });
  const body = readExample('tiktok/2023-02-23.json');
  const submitted = await analyst(`${path}/assessments`, { method: 'POST', headers: { 'idempotency-key': 'a' }, body });
  const { hash } = (submitted.body as { revision: { hash: string } }).revision;
  await reviewer(`${path}/assessments/1/verdict`, { method: 'POST', body: { verdict: 'approve', hash } });
  const decision = {
    decision: 'suspend',
    scope: ['corporate-device'],
    effectiveAt: '2023-02-23T00:00:00Z',
    enforceBy: '2023-03-15T00:00:00Z',
    expiresAt: '2099-01-01T00:00:00Z',
    consequence: 'Loss of corporate apps.',
    exemptions: [{ group: 'press', reason: 'Runs the account.', until: '2099-01-01T00:00:00Z' }],
    note: 'To protect data.',
  };
  const proposed = await signIn(local.url, 'decider-1')(`${path}/decisions`, { method: 'POST', headers: { 'idempotency-key': 'b' }, body: decision });
  const { id, hash: sealed } = proposed.body as { id: string; hash: string };
  const waived = { reason: 'It was heard on the same grounds last year.' };
  for (const name of ['decider-1', 'decider-2'])
    await signIn(local.url, name)(`${path}/decisions/${id}/hearing`, { method: 'POST', body: { hash: sealed, waived } });
  for (const name of ['decider-2', 'decider-3'])
    await signIn(local.url, name)(`${path}/decisions/${id}/approval`, { method: 'POST', body: { hash: sealed } });
}

const TIKTOK = 'os=android&app=com.zhiliaoapp.musically&device=corporate-device';

it('denies what three people have decided, seconds later, and polls for little until then', async () => {
  // The first revision is made within a minute of the instance's clock.
  await fetch(`${local.url}/local/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advance": "PT1M"}' });
  const gate = await startGate();
  await expect.poll(gate.said, { timeout: 300_000 }).toContain('revision 00000');
  expect(await gate.ask(TIKTOK)).toMatchObject({ status: 200, allowed: true, why: 'no decision is about it' });
  await expect.poll(() => statuses.filter((status) => status === 304).length, { timeout: 300_000 }).toBeGreaterThan(2);
  await suspend();
  await expect.poll(gate.said, { timeout: 300_000 }).toContain('now suspend android:com.zhiliaoapp.musically');
  expect(await gate.ask(TIKTOK)).toMatchObject({ status: 403, allowed: false, why: 'suspended: Loss of corporate apps.' });
  expect(await gate.ask(`${TIKTOK}&groups=staff,press`)).toMatchObject({ status: 200, why: 'the group is exempted' });
  expect((await gate.ask(TIKTOK.replace('corporate', 'enrolled-personal'))).status).toBe(200);
  expect((await gate.ask('os=constructor&app=name&device=corporate-device')).status).toBe(200);

  // What somebody in between has changed is not taken, and what is held stays.
  instead = (bytes) => {
    const tar = gunzipSync(bytes);
    return gzipSync(Buffer.from(tar.toString('latin1').replace('"decision":"suspend"', '"decision":"allow"  '), 'latin1'));
  };
  await expect.poll(gate.said, { timeout: 300_000 }).toContain('kept what is held: signature verification failed');
  unsigned = true;
  await expect.poll(gate.said, { timeout: 300_000 }).toContain('kept what is held: the answer has no signature');
  expect((await gate.ask(TIKTOK)).status).toBe(403);
  await gate.stop();

  // Over a restart without a service that answers well, the bundle that was kept goes on.
  const again = await startGate();
  await expect.poll(again.said, { timeout: 300_000 }).toContain('kept what is held: the answer has no signature');
  expect((await again.ask(TIKTOK)).status).toBe(403);
  await again.stop();
  [instead, unsigned] = [undefined, false];
});

it('opens a bundle and a signature for what they are alone', async () => {
  const keys = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'));
  const read = async (path: string) => {
    const answer = await fetch(`${local.url}${path}`, { headers: await authorization() });
    return { bytes: Buffer.from(await answer.arrayBuffer()), signature: answer.headers.get('whereabouts-signature') };
  };
  const bundle = await read(BUNDLE);
  const { meta } = await openBundle(bundle.bytes, keys);
  expect(await openSignature(bundle.signature, bundle.bytes, keys)).toMatchObject({ export: 'opa-bundle', revision: meta.revision });
  const changed = gzipSync(
    Buffer.from(gunzipSync(bundle.bytes).toString('latin1').replace('"decision":"suspend"', '"decision":"allow"  '), 'latin1'),
  );
  await expect(openBundle(changed, keys)).rejects.toThrow('whereabouts/data.json is not what was signed');
  await expect(openBundle(gzipSync(Buffer.alloc(1024)), keys)).rejects.toThrow('the bundle has no signature');
  await expect(openSignature(bundle.signature, changed, keys)).rejects.toThrow('signature verification failed');
  const list = await read('/v1/policy/domains');
  expect(await openSignature(list.signature, list.bytes, keys)).toMatchObject({ export: 'domains-plain' });
  await expect(openSignature(list.signature, bundle.bytes, keys)).rejects.toThrow('signature verification failed');
  const checkpoint = `${Buffer.from('{"alg":"none"}').toString('base64url')}..`;
  for (const none of [null, '', 'a.b.c', 'a..b.c', checkpoint]) await expect(openSignature(none, list.bytes, keys)).rejects.toThrow();
});

it('does not start without a key to trust', async () => {
  const gate = await startGate({ KEYS_FILE: '' });
  expect(await gate.ended).not.toBe(0);
  expect(gate.said()).toContain('KEYS_FILE: ');
});

async function authorization(): Promise<{ authorization: string }> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'policy-tool' });
  const { access_token } = (await (await fetch(`${local.url}/local/oauth/token`, { method: 'POST', body })).json()) as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
}
