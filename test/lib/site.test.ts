import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { toConsoleHeaders } from '../../console/headers.ts';
import { routes } from '../../lambdas/routes.ts';
import { bundleSite } from '../../lib/bundle-site.ts';

const to = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(to, { recursive: true, force: true }));
await bundleSite(to);

const ISSUER = 'https://login.example.eu/realm';
/** At another origin, as Cognito and Google have it. */
const TOKEN_ENDPOINT = 'https://tokens.example.eu/oauth2/token';
const CLAIMS = { subjectClaim: 'oid', scopeClaims: ['scp'], scopePrefix: 'api://x/' };
const PAGE = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'gzip, br' };

/** Asks the bundle in a bare Node, away from the project, with the variables that the template gives it. */
function askAll(asked: readonly { path: string; headers?: Record<string, string>; method?: string }[]) {
  const events = asked.map(({ path, headers = {}, method = 'GET' }) => ({
    rawPath: path,
    routeKey: `${method} /{path+}`,
    headers,
    requestContext: { requestId: 'request-1', http: { method, path } },
  }));
  const script = `console.log = () => {}; const { handler } = await import('./index.mjs'); const answers = [];
    for (const event of ${JSON.stringify(events)}) answers.push(await handler(event)); process.stdout.write(JSON.stringify(answers));`;
  const env = {
    ISSUER,
    CLIENT_ID: 'whereabouts-console',
    SIGN_IN_SCOPE: 'openid read',
    SIGN_IN_ACR: 'gold silver',
    SIGN_IN_CLAIMS: JSON.stringify(CLAIMS),
    TOKEN_ENDPOINT,
  };
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(to, 'site'),
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  });
  return (JSON.parse(said) as { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded?: boolean }[]).map((answer) => {
    const bytes = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8');
    return { ...answer, text: (answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString() };
  });
}
const ask = (path: string, headers?: Record<string, string>, method?: string) => {
  const [answer] = askAll([{ path, ...(headers && { headers }), ...(method && { method }) }]);
  if (!answer) throw new Error('no answer');
  return answer;
};

describe('the console out of its bundle', () => {
  test.each(['/', '/platforms/tiktok', '/signed-in', '/page.html'])(
    '%s is the one page, asked for afresh, with every header of the console',
    (path) => {
      const { statusCode, headers, text } = ask(path, PAGE);
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({
        ...toConsoleHeaders({ issuer: ISSUER, tokenEndpoint: TOKEN_ENDPOINT }),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
      expect(text).toContain('<div id="app">');
    },
  );

  test('its policy lets run and be asked what is its own, and the issuer and its token endpoint be asked, and nothing else', () => {
    const policy = ask('/', PAGE).headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("connect-src 'self' https://login.example.eu https://tokens.example.eu;");
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
  });

  test.each(['/', '/api.html'])(
    '%s has no script or style in itself, and all that it names is served, for good if its name says what is in it',
    (path) => {
      const { text } = ask(path, { ...PAGE, ...(path === '/' ? {} : { accept: '*/*' }) });
      expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
      const named = [...text.matchAll(/(?:src|href)="(\/[^"#]+)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => !address.startsWith('/v1/'));
      expect(named.length).toBeGreaterThan(1);
      for (const [i, { statusCode, headers }] of askAll(named.map((one) => ({ path: one }))).entries()) {
        expect([named[i], statusCode]).toEqual([named[i], 200]);
        expect(headers['cache-control']).toBe(named[i]?.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      }
    },
  );

  test('gets the settings of the sign-in, and no secret', () => {
    expect(JSON.parse(ask('/config.json').text)).toEqual({
      signIn: { kind: 'oidc', issuer: ISSUER, clientId: 'whereabouts-console', scope: 'openid read', acr: 'gold silver', claims: CLAIMS },
    });
  });

  test('every file is served whole, compressed or not, typefaces too', () => {
    const files = readdirSync(join(to, 'site/site/assets')).filter((file) => !file.endsWith('.br'));
    expect(files.some((file) => file.endsWith('.woff2'))).toBe(true);
    const plain = askAll(files.map((file) => ({ path: `/assets/${file}` })));
    const compressed = askAll(files.map((file) => ({ path: `/assets/${file}`, headers: { 'accept-encoding': 'br' } })));
    for (const [i, { statusCode, text }] of plain.entries()) {
      expect(statusCode).toBe(200);
      expect(compressed[i]?.text).toBe(text);
    }
    expect(compressed.filter(({ headers }) => headers['content-encoding'] === 'br').length).toBeGreaterThan(3);
  });

  test.each(['/nothing.js', '/../index.mjs', '/assets/../../index.mjs', '/site/page.html', '/assets/'])('%s is nothing', (path) => {
    expect(ask(path)).toMatchObject({ statusCode: 404, headers: { 'content-type': 'application/problem+json' } });
  });

  test('a HEAD has the headers of its GET and no body', () => {
    expect(ask('/icon.svg', {}, 'HEAD')).toMatchObject({ statusCode: 200, text: '', headers: { 'content-type': 'image/svg+xml' } });
  });
});

test('the page of the API names every route, who may call it and what it answers', () => {
  const { text } = ask('/api.html');
  for (const { method, path } of routes) expect(text).toContain(`<code>${method} ${path.replace('+}', '}')}</code>`);
  expect(text).toContain('Needs the scope <code>assess</code>.');
  expect(text).not.toMatch(/undefined|\[object/);
});
