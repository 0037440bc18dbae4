import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { type Home, openHome } from './program.ts';

let home: Home;
let local: Local;
let issuer: { url: string; server: Server };
/** What the issuer was asked, in order. */
let asked: { path: string; form: URLSearchParams; basic: string | undefined }[];

beforeAll(async () => {
  home = openHome();
  local = await startLocal({ port: 0, data: join(home.folder, 'data'), log: { log: () => undefined, error: () => undefined } });
  issuer = await playIssuer();
});
afterAll(async () => {
  issuer.server.close();
  await local.stop();
  home.close();
});
beforeEach(() => {
  asked = [];
});

/** An issuer as far as these flows need one (RFC 8628, RFC 6749); its tokens are those of the local one, so that the gateway takes them. */
async function playIssuer() {
  const server = createServer(async (request, response) => {
    const { url } = issuer;
    const path = request.url ?? '';
    const form = new URLSearchParams(await text(request));
    asked.push({ path, form, basic: toSecret(request) });
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path.endsWith('openid-configuration'))
      return answer(200, { issuer: url, token_endpoint: `${url}/token`, device_authorization_endpoint: `${url}/device`, jwks_uri: `${url}/jwks` });
    if (path === '/device')
      return answer(200, { device_code: 'device', user_code: 'WXYZ-1234', verification_uri: `${url}/activate`, expires_in: 60, interval: 1 });
    if (form.get('client_secret') === 'wrong') return answer(401, { error: 'invalid_client', error_description: 'no such secret' });
    const polls = asked.filter((one) => one.form.has('device_code')).length;
    if (form.has('device_code') && polls < 2) return answer(400, { error: 'authorization_pending' });
    const client = form.get('grant_type') === 'client_credentials' ? 'policy-tool' : 'reviewer';
    const token = await fetch(`${local.url}/local/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client }),
    });
    const { access_token } = (await token.json()) as { access_token: string };
    answer(200, { access_token, token_type: 'bearer', expires_in: 3600, ...(client === 'reviewer' && { refresh_token: `refresh-${asked.length}` }) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, server };
}

function toSecret({ headers }: IncomingMessage): string | undefined {
  return headers.authorization;
}

const at = () => ['--url', local.url, '--issuer', issuer.url, '--client-id', 'whereabouts-cli'];

it('signs a person in with a browser elsewhere, waits until they have confirmed, and acts as them', async () => {
  const { code, out, err } = await home.run(['sign-in', ...at()]);
  expect(err).toContain(`Open ${issuer.url}/activate and confirm the code WXYZ-1234`);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Signed in as reviewer@example\.org at /)]);
  expect(asked.filter(({ form }) => form.has('device_code'))).toHaveLength(2);
  expect(asked.find(({ path }) => path === '/device')?.form.get('scope')).toContain('review');
  expect((await home.run(['waiting'])).out).toBe('Nothing waits.\n');
});

it('renews a token that has run out without asking the person', async () => {
  const file = join(home.folder, 'config/sessions.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"expiresAt": "[^"]*"/, '"expiresAt": "2020-01-01T00:00:00Z"'), { mode: 0o600 });
  expect((await home.run(['waiting'])).code).toBe(0);
  expect(asked.find(({ form }) => form.get('grant_type') === 'refresh_token')?.form.get('refresh_token')).toMatch(/^refresh-\d+$/);
  asked = [];
  expect((await home.run(['waiting'])).code).toBe(0);
  expect(asked).toEqual([]);
});

it('signs a machine in by its secret, which it keeps nowhere', async () => {
  const without = await home.run(['sign-in', '--machine', ...at()]);
  expect([without.code, without.err]).toEqual([2, expect.stringContaining('WHEREABOUTS_CLIENT_SECRET, which is not set')]);
  const signedIn = await home.run(['sign-in', '--machine', ...at()], { env: { WHEREABOUTS_CLIENT_SECRET: 'a-secret' } });
  expect([signedIn.code, signedIn.err]).toEqual([0, '']);
  expect(asked.find(({ path }) => path === '/token')?.form.get('scope')).not.toContain('openid');
  expect(readFileSync(join(home.folder, 'config/sessions.json'), 'utf8')).not.toContain('a-secret');
  // An instance that has just started may not have made its first revision: either way the token was taken.
  const exported = await home.run(['export', 'domains']);
  expect(`${exported.out}${exported.err}`).toMatch(/# revision|the first revision has not been made yet/);
});

it('prints what the issuer says against it', async () => {
  const refused = await home.run(['sign-in', '--machine', ...at()], { env: { WHEREABOUTS_CLIENT_SECRET: 'wrong' } });
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('no such secret')]);
  const nowhere = await home.run(['sign-in', '--url', local.url, '--issuer', 'http://127.0.0.1:1', '--client-id', 'x']);
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('gave no token')]);
});
