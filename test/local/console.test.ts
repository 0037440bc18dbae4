import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../local/bring-up.ts';
import { newFolder, send } from './open-gateway.ts';

let local: Local;
beforeAll(async () => {
  local = await startLocal({ port: 0, data: newFolder(), log: { log: () => {}, error: () => {} } });
});
afterAll(() => local.stop());

const PAGE = { headers: { accept: 'text/html' } };

test('the console may ask the token endpoint that the discovery of this instance names', async () => {
  const { body } = await send(local.url, '/local/oauth/.well-known/openid-configuration');
  const { origin } = new URL(JSON.parse(body).token_endpoint);
  const { status, headers } = await send(local.url, '/platforms/tiktok', PAGE);
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toContain(`connect-src 'self' ${origin};`);
});

test('an address that is no text gets the page, which says that there is nothing; a program gets 400', async () => {
  const page = await send(local.url, '/%E0%A4%A', PAGE);
  expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(page.body).toContain('<div id="app">');
  expect((await send(local.url, '/%E0%A4%A')).status).toBe(400);
  expect((await send(local.url, '/v1/%E0%A4%A', PAGE)).status).toBe(400);
});
