import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Instance, openInstance, visit } from './console.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.stop());

const ISSUER = 'https://issuer.example';
const CORS = { 'access-control-allow-origin': '*' };

/** What a played issuer says; a test makes one of these wrong. */
type Says = { readonly discovered: string; readonly state: string; readonly iss: string; readonly idToken: Readonly<Record<string, unknown>> };

/** An issuer as far as the code flow with PKCE needs one, played in the browser; its token is one of the local issuer. */
async function playIssuer(page: Page, wrong: Partial<Says> = {}): Promise<URLSearchParams[]> {
  const asked: URLSearchParams[] = [];
  await page.route(`${ISSUER}/.well-known/openid-configuration`, (route) => {
    const endpoints = { authorization_endpoint: `${ISSUER}/authorize`, token_endpoint: `${ISSUER}/token` };
    const json = { issuer: wrong.discovered ?? ISSUER, authorization_response_iss_parameter_supported: true, ...endpoints };
    return route.fulfill({ json, headers: CORS });
  });
  await page.route(`${ISSUER}/authorize?*`, async (route) => {
    const { searchParams } = new URL(route.request().url());
    asked.push(searchParams);
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    const state = wrong.state ?? searchParams.get('state') ?? '';
    back.search = new URLSearchParams({ code: 'one-time', state, iss: wrong.iss ?? ISSUER }).toString();
    // As a page, since a route below would not see a redirect.
    await route.fulfill({ contentType: 'text/html', body: `<meta http-equiv="refresh" content="0;url=${back.href.replaceAll('&', '&amp;')}">` });
  });
  await page.route(`${ISSUER}/token`, async (route) => {
    asked.push(new URLSearchParams(route.request().postData() ?? ''));
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'reviewer' });
    const answer = await fetch(`${instance.url}/local/oauth/token`, { method: 'POST', body });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: 'console', sub: 'reviewer', nonce: asked[0]?.get('nonce'), iat: now, exp: now + 300, ...wrong.idToken };
    const id_token = `${toPart({ alg: 'RS256' })}.${toPart(claims)}.${Buffer.from('signature').toString('base64url')}`;
    await route.fulfill({ json: { ...(await answer.json()), id_token }, headers: CORS });
  });
  return asked;
}

const toPart = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Opens a platform without signing in, and goes to the issuer. */
async function beginSignIn(page: Page): Promise<void> {
  const signIn = { kind: 'oidc', issuer: ISSUER, clientId: 'console', scope: 'openid read' };
  await page.route('**/config.json', (route) => route.fulfill({ json: { signIn } }));
  await page.route(/\/(platforms\/tiktok|signed-in\?.*)$/, (route) =>
    route.request().resourceType() === 'document' ? allowIssuer(route) : route.continue(),
  );
  await page.goto('/platforms/tiktok');
  await page.getByRole('button', { name: 'Sign in at your organisation' }).click();
}

/** As the stack serves the page: its policy lets it ask this issuer, and no other host. */
async function allowIssuer(route: Route): Promise<void> {
  const answer = await route.fetch();
  const policy = answer.headers()['content-security-policy']?.replace("connect-src 'self'", `connect-src 'self' ${ISSUER}`) ?? '';
  await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
}

it('signs in at an issuer elsewhere by the code flow with PKCE, and comes back to where one was', async () => {
  const { page, context, errors } = await visit(instance, undefined);
  const asked = await playIssuer(page);
  await beginSignIn(page);
  await page.getByRole('heading', { name: 'TikTok', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/platforms/tiktok');
  expect(await page.locator('.who').textContent()).toContain('reviewer');
  const [authorize, token] = asked;
  expect(authorize?.get('code_challenge_method')).toBe('S256');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token?.get('code_verifier') ?? ''));
  expect(authorize?.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
  expect(token?.get('client_secret')).toBeNull();
  expect(errors).toEqual([]);
  await context.close();
});

it.each<[string, Partial<Says>]>([
  ['the discovery document of another issuer', { discovered: 'https://other.example' }],
  ['an answer to another request', { state: 'of-another-request' }],
  ['an answer of another issuer', { iss: 'https://other.example' }],
  ['an ID token of another request', { idToken: { nonce: 'of-another-request' } }],
  ['an ID token of another issuer', { idToken: { iss: 'https://other.example' } }],
  ['an ID token for another application', { idToken: { aud: 'another-application' } }],
  ['an ID token that has expired', { idToken: { exp: 1_600_000_000 } }],
])('signs nobody in by %s', async (_, wrong) => {
  const { page, context } = await visit(instance, undefined);
  await playIssuer(page, wrong);
  await beginSignIn(page);
  await page.getByRole('alert').first().waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem('whereabouts.session'))).toBeNull();
  expect(await page.locator('.who').count()).toBe(0);
  await context.close();
});
