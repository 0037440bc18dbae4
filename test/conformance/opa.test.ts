import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consumerConfigurations } from '../../console/consumers/configurations.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import { signBundle } from '../../lambdas/jobs/sign-bundle.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';
import { openSigningKeys } from '../../local/keys.ts';
import { documentAt } from '../domain/policy/commission.ts';
import type { Json } from '../started-service.ts';
import { documented, inHaste } from './opa-configuration.ts';
import { BUNDLE, openStage, QUESTION, type Stage, until } from './opa-stage.ts';

type Opa = Awaited<ReturnType<Stage['startOpa']>>;

let stage: Stage;
let policy: string;
let opa: Opa;
beforeAll(async () => {
  stage = await openStage();
  policy = `${stage.url}/v1/policy/opa`;
});
afterAll(() => stage?.stop());

const answersWith = (status: number) => stage.logged.filter((line) => line.includes(BUNDLE) && line.includes(`"status":${status}`)).length;

/** What an OPA has reported of itself. */
async function reportOf({ id }: Opa): Promise<Json> {
  const name = await id();
  return (await stage.consumers()).find((consumer) => consumer.id === name);
}

/** Serves one bundle whatever is asked, and hands everything else on. */
async function serve(bundle: Buffer): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.writeHead(200, { 'content-type': 'application/gzip' }).end(bundle);
    const body = Buffer.concat(await request.toArray());
    const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' };
    const { status } = await fetch(`${policy}${request.url}`, { method: 'POST', headers, body });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describe('a real OPA, configured as the guide says', () => {
  it('verifies the bundle, activates it, and is answered 304 after that', async () => {
    opa = await stage.startOpa('guide', documented(policy, await stage.keys()));
    await until(async () => (await opa.verdict())?.known === true);
    expect(await opa.verdict()).toMatchObject({ decision: 'none', deny: false, stale: false });
    await until(() => answersWith(304) > 2);
    expect(answersWith(200)).toBe(1);
  });

  it('denies the app seconds after the second approval, to whom and where the decision says, and allows it seconds after the revocation', async () => {
    const decision = await stage.suspend();
    const denied = await until(async () => (await opa.verdict())?.deny === true);
    expect(await opa.verdict()).toMatchObject({
      decision: 'suspend',
      decisionId: decision.id,
      consequence: 'Perte d’accès: <e-mail> & "Skype" – œuvre \u{1F6AB} end',
    });
    expect(await opa.verdict({ ...QUESTION, deviceClass: 'corporate-device' })).toMatchObject({ deny: true });
    expect(await opa.verdict({ ...QUESTION, deviceClass: 'personal-device' })).toMatchObject({ deny: false });
    expect(await opa.verdict({ ...QUESTION, appId: 'com.unknown' })).toMatchObject({ known: false, deny: false, stale: false });
    await stage.revoke(decision);
    const allowed = await until(async () => (await opa.verdict())?.deny === false);
    console.info(`with a poll every 1 to 2 s: denied after ${denied.toFixed(1)} s, allowed after ${allowed.toFixed(1)} s`);
  });

  it('reports which revision it holds', async () => {
    const { revision } = await opa.verdict();
    await until(async () => (await reportOf(opa))?.revision === revision);
    expect(await reportOf(opa)).toMatchObject({ error: null, isBehind: false });
  });
});

it('a real OPA, configured as the console says, activates the bundle and reports so', async () => {
  const [first] = consumerConfigurations(stage.url, await stage.keys());
  const text = `${inHaste(first?.text ?? '')}  partition_name: gateway\n`;
  const other = await stage.startOpa('console', text);
  await until(async () => (await reportOf(other))?.revision === (await stage.served()));
  expect(await other.verdict()).toMatchObject({ known: true, stale: false });
  other.end();
});

describe('a real OPA refuses, and reports so,', () => {
  const refusal = async (refusing: Opa) => {
    await until(async () => (await reportOf(refusing))?.error != null);
    expect(await refusing.verdict()).toBeUndefined();
    const { revision, error } = await reportOf(refusing);
    refusing.end();
    expect(revision).toBeNull();
    return error.message;
  };

  it('a bundle by another key than its own', async () => {
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const keys = (await stage.keys()).map(({ kid }) => ({ kid, pem }));
    expect(await refusal(await stage.startOpa('wrong-key', documented(policy, keys)))).toContain('failed to verify JWT signature');
  });

  it.each([
    ['in which a letter was changed', 'digest mismatch', (tar: Buffer) => void tar.write('X', tar.indexOf('com.zhiliaoapp.musically'))],
    ['whose signature was taken away', 'signature', (tar: Buffer) => void tar.fill(0, tar.indexOf('.signatures.json'))],
  ])('a bundle %s', async (name, reason, change) => {
    const tar = gunzipSync(await stage.fetchBundle());
    change(tar);
    const server = await serve(gzipSync(tar));
    expect(await refusal(await stage.startOpa(name.replaceAll(' ', '-'), documented(server.url, await stage.keys())))).toContain(reason);
    server.close();
  });
});

describe('an old revision that is replayed', () => {
  it('passes its signature, and is seen: by the consumer’s report, and by an event', async () => {
    const old = await stage.fetchBundle();
    const decision = await stage.suspend();
    await until(async () => (await opa.verdict())?.deny === true);
    const server = await serve(old);
    const replayed = await stage.startOpa('replayed', documented(server.url, await stage.keys()));
    await until(async () => (await replayed.verdict())?.deny === false);
    const { revision } = await replayed.verdict();
    await until(async () => (await reportOf(replayed))?.revision === revision);
    await stage.advance('PT16M');
    const name = await replayed.id();
    expect(await reportOf(replayed)).toMatchObject({ revision, isBehind: true });
    await until(async () => JSON.stringify((await stage.send('auditor', 'GET', '/v1/events?types=consumer.behind')).items).includes(`"${name}"`));
    replayed.end();
    server.close();
    await stage.revoke(decision);
  });

  it('answers that it is stale once its time is over', async () => {
    const deps = createSigning(openSigningKeys(join(stage.data, 'signing-keys.json'), 'bundles are refused')) as Deps;
    const old = await signBundle(toOpaFiles(documentAt('2023-03-15T00:00:00.000Z')), deps);
    const server = await serve(Buffer.from(old));
    const replayed = await stage.startOpa('stale', documented(server.url, await stage.keys()));
    await until(async () => (await replayed.verdict())?.known === true);
    expect(await replayed.verdict()).toMatchObject({ deny: true, stale: true, revision: expect.stringMatching(/^000412-/) });
    expect(await replayed.verdict({ ...QUESTION, appId: 'com.unknown' })).toMatchObject({ known: false, stale: true });
    replayed.end();
    server.close();
  });
});

describe('when the signing key is rotated', () => {
  it('an OPA that holds both keys goes on, and one without the new key keeps what it has and reports why', async () => {
    const former = await stage.keys();
    const next = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
    const file = join(stage.data, 'signing-keys.json');
    await stage.restart(() => {
      const { keys } = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ keys: [next.export({ format: 'jwk' }), ...keys] }));
    });
    const both = await stage.keys();
    expect(both.map(({ kid }) => kid)).toEqual([expect.any(String), former[0]?.kid]);
    const prepared = await stage.startOpa('prepared', documented(policy, both));
    await until(async () => (await prepared.verdict())?.known === true);
    const before = await stage.served();
    await until(async () => (await opa.verdict())?.revision === before);
    await stage.suspend();
    await until(async () => (await prepared.verdict())?.deny === true);
    await until(async () => (await reportOf(opa))?.error !== null);
    expect((await reportOf(opa)).error.message).toContain(`verification key corresponding to ID ${both[0]?.kid} not found`);
    expect((await opa.verdict()).revision).toBe(before);
  });
});
