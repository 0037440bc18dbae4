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

/** An issuer as far as the code flow with PKCE needs one, played in the browser; its token is one of the local issuer. */
async function playIssuer(page: Page): Promise<URLSearchParams[]> {
  const asked: URLSearchParams[] = [];
  const endpoints = { authorization_endpoint: `${ISSUER}/authorize`, token_endpoint: `${ISSUER}/token` };
  await page.route(`${ISSUER}/.well-known/openid-configuration`, (route) => route.fulfill({ json: endpoints, headers: CORS }));
  await page.route(`${ISSUER}/authorize?*`, async (route) => {
    const { searchParams } = new URL(route.request().url());
    asked.push(searchParams);
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code: 'one-time', state: searchParams.get('state') ?? '' }).toString();
    // As a page, since a route below would not see a redirect.
    await route.fulfill({ contentType: 'text/html', body: `<meta http-equiv="refresh" content="0;url=${back.href.replaceAll('&', '&amp;')}">` });
  });
  await page.route(`${ISSUER}/token`, async (route) => {
    asked.push(new URLSearchParams(route.request().postData() ?? ''));
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'reviewer' });
    const answer = await fetch(`${instance.url}/local/oauth/token`, { method: 'POST', body });
    await route.fulfill({ json: await answer.json(), headers: CORS });
  });
  return asked;
}

/** As the stack serves the page: its content security policy lets it ask this issuer and no other host. */
async function allowIssuer(route: Route): Promise<void> {
  const answer = await route.fetch();
  const policy = answer.headers()['content-security-policy']?.replace("connect-src 'self'", `connect-src 'self' ${ISSUER}`) ?? '';
  await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
}

it('signs in at an issuer elsewhere by the code flow with PKCE, and comes back to where one was', async () => {
  const { page, context, errors } = await visit(instance, undefined);
  const signIn = { kind: 'oidc', issuer: ISSUER, clientId: 'console', scope: 'openid read' };
  await page.route('**/config.json', (route) => route.fulfill({ json: { signIn } }));
  const asked = await playIssuer(page);
  await page.route(/\/(platforms\/tiktok|signed-in\?.*)$/, (route) =>
    route.request().resourceType() === 'document' ? allowIssuer(route) : route.continue(),
  );
  await page.goto('/platforms/tiktok');
  await page.getByRole('button', { name: 'Sign in at your organisation' }).click();
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
