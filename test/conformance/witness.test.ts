import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../domain/log/base64.ts';
import { checkFile } from '../../domain/log/check-file.ts';
import { writeHead } from '../../domain/log/checkpoint.ts';
import { writeVerifierKey } from '../../domain/log/key.ts';
import { writeNote } from '../../domain/log/note.ts';
import { readLogPolicy } from '../../domain/log/policy.ts';
import { askWitnesses } from '../../lambdas/jobs/ask-witnesses.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { isHttpsOrLoopback, openWitnesses } from '../../lambdas/runtime/ask-witness.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { verifyEd25519 } from '../../lambdas/runtime/log-key.ts';
import { openHome } from '../cli/program.ts';
import { deciding } from '../decision-case.ts';
import { analyst, readExample, type Service, startService } from '../started-service.ts';
import { openRecord } from '../store/record.ts';
import { buildWitness, goEnvironment } from './build-go.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/verify-proof', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'witness-'));
const children: ChildProcess[] = [];
let service: Service;
let deps: Deps;
let url: string;

beforeAll(async () => {
  const binaries = buildWitness();
  service = await startService();
  const key = await service.deps.logKey.noteKey();
  const db = join(folder, 'witness.db');
  execFileSync(join(binaries, 'witnessctl'), ['add-log', '-db', db, '-origin', key.name]);
  execFileSync(join(binaries, 'witnessctl'), ['add-key', '-db', db, '-origin', key.name, '-key', writeVerifierKey(key)]);
  const socket = join(folder, 'agent');
  children.push(spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' }));
  while (!existsSync(socket)) await delay(20);
  const keyFile = join(folder, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keyFile]);
  execFileSync('ssh-add', ['-q', keyFile], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
  const [, fingerprint = ''] = execFileSync('ssh-keygen', ['-l', '-f', keyFile], { encoding: 'utf8' }).split(' ');
  const port = await findPort();
  url = `http://127.0.0.1:${port}`;
  const named = ['-name', 'witness.example/w1', '-db', db, '-ssh-agent', socket, '-listen', `127.0.0.1:${port}`, '-key', fingerprint];
  const witness = spawn(join(binaries, 'litewitness'), named, { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(witness);
  const vkey = await new Promise<string>((resolve, reject) => {
    let said = '';
    witness.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /vkey="?(\S+?)"?\n/.exec(said)?.[1];
      if (found !== undefined && said.includes('listening')) resolve(found);
    });
    witness.on('exit', () => reject(new Error(said)));
  });
  const policy = readLogPolicy(`witness w1 ${vkey} ${url}\nquorum w1\n`);
  if (typeof policy === 'string') throw new Error(policy);
  deps = { ...service.deps, logPolicy: policy, askWitness: openWitnesses([url], { allows: isHttpsOrLoopback }) };
  Object.assign(service.deps, { logPolicy: policy });
});
afterAll(async () => {
  for (const child of children) child.kill();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

test('a real witness cosigns each checkpoint, by the size that it has seen', async () => {
  await deciding(service).assess('signal', readExample('signal/2026-04-30.json'), readExample('signal/platform.json'));
  await service.pump();
  await signCheckpoint(deps);
  expect(await service.deps.store.findSignedHead()).toMatchObject({ noQuorumSince: expect.any(String) });
  expect(await askWitnesses(deps)).toEqual({ cosigned: 1, faults: 0 });
  const first = await service.deps.store.findSignedHead();
  expect(first).toMatchObject({ cosigned: { size: first?.size }, witnesses: [{ name: 'w1', size: first?.size }] });
  expect(first).not.toHaveProperty('noQuorumSince');
  await openRecord(service, 'signal').ask('A reader asked.');
  await service.pump();
  await signCheckpoint(deps);
  expect(await askWitnesses(deps)).toEqual({ cosigned: 1, faults: 0 });
  expect((await service.call('GET', '/v1/log/checkpoint')).text.match(/^\u2014 /gm)).toHaveLength(2);
});

test('whoever has forgotten what the witness has seen asks again by what it answers', async () => {
  const head = await service.deps.store.findSignedHead();
  if (!head) throw new Error('nothing is signed');
  const { version: _, ...standing } = head;
  await openRecord(service, 'another').create();
  await service.deps.store.recordSignedHead(head, { ...standing, witnesses: [] });
  await service.pump();
  await signCheckpoint(deps);
  expect(await askWitnesses(deps)).toEqual({ cosigned: 1, faults: 0 });
});

/** A checkpoint that our key signs, whatever it says. */
async function signed(size: number, root: Uint8Array): Promise<string> {
  const key = await deps.logKey.noteKey();
  const text = writeHead({ origin: key.name, size, root });
  return writeNote({ text, signatures: [{ name: key.name, keyId: key.keyId, bytes: await deps.logKey.sign(text) }] });
}
const send = (old: number, proof: readonly Uint8Array[], note: string) =>
  deps.askWitness(url, `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`);

test('it refuses a fork, a rollback and a size that is no longer the one it has seen', async () => {
  const { store } = service.deps;
  const { size = 0, root = '' } = (await store.findSignedHead()) ?? {};
  const own = fromBase64(root) ?? new Uint8Array();
  const forged = own.map((byte) => byte ^ 1);
  const proof = await store.readConsistency(size - 1, size);
  // A fork: another tree of the same size, and a larger one that does not begin with it.
  expect((await send(size, [], await signed(size, forged))).status).toBe(422);
  expect((await send(size, proof, await signed(size + 1, forged))).status).toBe(422);
  // A rollback: to a tree that it has gone beyond.
  expect((await send(size, [], await signed(size - 1, await store.readRoot(size - 1)))).status).toBe(400);
  expect(await send(size - 1, [], await signed(size - 1, await store.readRoot(size - 1)))).toEqual({ status: 409, text: `${size}\n` });
  // A stale old size.
  expect(await send(size - 1, proof, await signed(size, own))).toEqual({ status: 409, text: `${size}\n` });
  expect((await send(size, [], await signed(size, own))).status).toBe(200);
});

test('a record that was put back is not cosigned, and the figure says since when', async () => {
  const head = await service.deps.store.findSignedHead();
  if (!head) throw new Error('nothing is signed');
  const { version: _, cosigned: __, ...standing } = head;
  const size = head.size - 2;
  const root = await service.deps.store.readRoot(size);
  const back = { ...standing, size, root: toBase64(root), note: await signed(size, root), witnesses: [], noQuorumSince: head.signedAt };
  const restored = await service.deps.store.recordSignedHead(head, back);
  expect(await askWitnesses(deps)).toEqual({ cosigned: 0, faults: 1 });
  const after = await service.deps.store.findSignedHead();
  expect(after).toMatchObject({ noQuorumSince: head.signedAt, witnesses: [{ fault: expect.stringContaining('it was put back, or forked') }] });
  const { version: ___, ...before } = head;
  await service.deps.store.recordSignedHead({ ...restored, version: after?.version ?? 0 }, before);
});

test('a score is proved offline by the command line and by a program in Go, and not with one byte changed', async () => {
  const { id = '' } = (await service.deps.store.findHead('signal'))?.published ?? {};
  const path = `/v1/platforms/signal/sealed/${id}`;
  const file = (await service.call('GET', path, { as: analyst })).text;
  const proof = (await service.call('GET', `${path}/proof`, { as: analyst })).text;
  const policy = (await service.call('GET', '/v1/log/policy')).text;
  for (const [name, text] of Object.entries({ file, proof, policy })) writeFileSync(join(folder, name), text);
  const args = ['verify', join(folder, 'file'), '--proof', join(folder, 'proof'), '--policy', join(folder, 'policy')];
  expect(await openHome().run(args)).toMatchObject({ code: 0, out: expect.stringContaining(`is what the record names SCORE#${id}`) });
  const env = { ...goEnvironment(), WHEREABOUTS_PROVEN: folder };
  expect(execFileSync('go', ['test', '-count=1', './...'], { cwd: EXAMPLE, encoding: 'utf8', env })).toMatch(/^ok/m);
  // The command line reads the same files through the same function.
  const known = readLogPolicy(policy);
  if (typeof known === 'string') throw new Error(known);
  const [whole, bytes] = [Buffer.from(file), Buffer.from(proof)];
  const isProved = (of: Uint8Array, by: Uint8Array) => typeof checkFile(of, Buffer.from(by).toString('utf8'), known, verifyEd25519) !== 'string';
  expect(isProved(whole, bytes)).toBe(true);
  const accepted: string[] = [];
  for (let i = 0; i < whole.length; i += 1)
    if (
      isProved(
        whole.map((byte, at) => (at === i ? byte ^ 1 : byte)),
        bytes,
      )
    )
      accepted.push(`file ${i}`);
  for (let i = 0; i < bytes.length; i += 1) {
    for (let bit = 0; bit < 8; bit += 1)
      if (
        isProved(
          whole,
          bytes.map((byte, at) => (at === i ? byte ^ (1 << bit) : byte)),
        )
      )
        accepted.push(`proof ${i}, bit ${bit}`);
    if (isProved(whole, Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + 1)]))) accepted.push(`proof without ${i}`);
    for (const more of [String.fromCharCode(bytes[i] ?? 0), '\r', '\n', ' ', '='])
      if (isProved(whole, Buffer.concat([bytes.subarray(0, i), Buffer.from(more), bytes.subarray(i)])))
        accepted.push(`proof with ${JSON.stringify(more)} at ${i}`);
  }
  expect(accepted).toEqual([]);
  for (const i of [0, 40, Math.floor(bytes.length / 2), bytes.length - 3]) {
    writeFileSync(
      join(folder, 'other'),
      bytes.map((byte, at) => (at === i ? byte ^ 1 : byte)),
    );
    expect(await openHome().run([...args.slice(0, 3), join(folder, 'other'), ...args.slice(4)])).toMatchObject({
      code: 1,
      out: expect.stringContaining('is not proved'),
    });
  }
  const said = execFileSync('go', ['run', '.', join(folder, 'file'), join(folder, 'proof'), join(folder, 'policy')], {
    cwd: EXAMPLE,
    encoding: 'utf8',
    env,
  });
  expect(said).toContain('is in the log, named by this event');
});
