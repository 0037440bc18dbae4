import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignInKey } from '../../local/keys.ts';
import { newFolder, openGateway } from './open-gateway.ts';

let gateway: Awaited<ReturnType<typeof openGateway>>;
beforeAll(async () => {
  gateway = await openGateway();
});
afterAll(() => gateway.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const ask = (body: string, headers: Record<string, string> = FORM) => gateway.send('/local/oauth/token', { method: 'POST', headers, body });
const askFor = (name: string) => ask(`grant_type=client_credentials&client_id=${encodeURIComponent(name)}`);

test.each([
  ['analyst', 'assess read'],
  ['analyst-2', 'assess read'],
  ['reviewer', 'review read'],
  ['reviewer-2', 'review read'],
  ['decider-1', 'decide read'],
  ['decider-2', 'decide read'],
  ['decider-3', 'decide read'],
  ['policy-tool', 'policy'],
  ['operator', 'operate read'],
  ['auditor', 'read operate'],
])('%s gets a token for "%s" that anyone can verify by discovery alone', async (name, scope) => {
  const { status, body, headers } = await askFor(name);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  const answer = JSON.parse(body);
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope });

  const issuer = `${gateway.url}/local/oauth`;
  const discovered = JSON.parse((await gateway.send('/local/oauth/.well-known/openid-configuration')).body);
  expect(discovered).toMatchObject({ issuer, token_endpoint: `${issuer}/token` });
  const { payload } = await jwtVerify(answer.access_token, createRemoteJWKSet(new URL(discovered.jwks_uri)), {
    issuer,
    audience: 'whereabouts',
    algorithms: ['RS256'],
  });
  expect(payload).toMatchObject({ sub: name, scope, email: `${name}@example.org` });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
});

test('the subject of a name is the same in every token', async () => {
  const subjects = await Promise.all(
    [askFor('analyst'), askFor('analyst')].map(async (answer) => JSON.parse((await answer).body).access_token.split('.')[1]),
  );
  const [first, second] = subjects.map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  expect(first.sub).toBe(second.sub);
  expect(first.jti).not.toBe(second.jti);
});

test.each([
  ['an unknown name', 'grant_type=client_credentials&client_id=mallory', 401, 'invalid_client'],
  ['a name of the language', 'grant_type=client_credentials&client_id=constructor', 401, 'invalid_client'],
  ['no name', 'grant_type=client_credentials', 400, 'invalid_request'],
  ['no grant', 'client_id=analyst', 400, 'invalid_request'],
  ['another grant', 'grant_type=password&client_id=analyst', 400, 'unsupported_grant_type'],
  ['two names', 'grant_type=client_credentials&client_id=analyst&client_id=reviewer', 400, 'invalid_request'],
  ['nothing', '', 400, 'invalid_request'],
])('a request for a token with %s is refused in OAuth’s form', async (_, form, status, error) => {
  const answer = await ask(form);
  expect({ status: answer.status, error: JSON.parse(answer.body).error }).toEqual({ status, error });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('a token is asked for with a form, by POST, and not with a flood', async () => {
  expect(await ask('{"grant_type":"client_credentials","client_id":"analyst"}', { 'content-type': 'application/json' })).toMatchObject({
    status: 400,
  });
  const got = await gateway.send('/local/oauth/token');
  expect(got).toMatchObject({ status: 405, headers: { allow: 'POST', 'content-type': 'application/problem+json' } });
  expect(await ask(`client_id=${'a'.repeat(20_000)}`)).toMatchObject({ status: 413 });
  expect(await gateway.send('/local/nothing')).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json' } });
});

test('the public keys show nothing of the private one', async () => {
  const { keys } = JSON.parse((await gateway.send('/local/oauth/jwks')).body);
  expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('the key is kept for its owner alone, outlives a restart, and a broken one is reported in a sentence', async () => {
  const file = join(newFolder(), 'key.json');
  const first = await openSignInKey(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o644);
  expect((await openSignInKey(file)).public).toEqual(first.public);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const broken of ['{', '{}', JSON.stringify(first.public), readFileSync(file, 'utf8').slice(0, 100)]) {
    writeFileSync(file, broken);
    await expect(openSignInKey(file)).rejects.toThrow(`The sign-in key ${file} cannot be read`);
  }
});
