import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSignInKey, type SignInKey } from '../../local/keys.ts';
import { newFolder, openGateway } from './open-gateway.ts';

let gateway: Awaited<ReturnType<typeof openGateway>>;
let foreignKey: SignInKey;
beforeAll(async () => {
  gateway = await openGateway();
  foreignKey = await openSignInKey(join(newFolder(), 'key.json'));
});
afterAll(() => gateway.close());

const read = (authorization?: string | string[]) => gateway.send('/v1/method', authorization === undefined ? {} : { headers: { authorization } });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

describe('a token that must not get in', () => {
  const rows: [string, () => Promise<string | string[] | undefined>][] = [
    ['none at all', async () => undefined],
    ['an empty one', async () => 'Bearer '],
    ['no token but a word', async () => 'Bearer hello'],
    ['another scheme', async () => 'Basic YW5hbHlzdDo='],
    ['one that has expired', () => gateway.sign({ exp: seconds(-1), iat: seconds(-60), nbf: seconds(-60) })],
    ['one that never expires', () => gateway.sign({ exp: undefined })],
    ['one that is not valid yet', () => gateway.sign({ nbf: seconds(30) })],
    ['one that was issued in the future', () => gateway.sign({ iat: seconds(30) })],
    ['one of another issuer', () => gateway.sign({ iss: 'https://login.example.org' })],
    ['one without an issuer', () => gateway.sign({ iss: undefined })],
    ['one for another audience', () => gateway.sign({ aud: 'elsewhere' })],
    ['one for no audience', () => gateway.sign({ aud: undefined })],
    ['one whose client is ours but whose audience is not', () => gateway.sign({ aud: 'elsewhere', client_id: 'whereabouts' })],
    ['one signed by another key under its own id', () => gateway.sign({}, foreignKey)],
    ['one signed by another key under our id', () => gateway.sign({}, foreignKey, { kid: gateway.key.public.kid })],
    ['one that names no key', () => gateway.sign({}, gateway.key, { kid: undefined })],
    ['one with the algorithm none', async () => unsigned(await gateway.sign(), 'none', '')],
    ['one whose header says none over a good signature', async () => unsigned(await gateway.sign(), 'none')],
    ['one signed with the public key as a shared secret', async () => confused(await gateway.sign())],
    ['one with a changed payload', async () => tampered(await gateway.sign({ scope: 'policy' }))],
    [
      'one with a changed signature',
      async () => (await gateway.sign()).replace(/\.([^.])([^.]*)$/, (_, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
    ],
    ['one without its signature', async () => (await gateway.sign()).replace(/[^.]*$/, '')],
    ['two of them', async () => [`Bearer ${await gateway.sign()}`, `Bearer ${await gateway.sign()}`]],
  ];
  test.each(rows)('%s is refused with 401 in API Gateway’s form', async (_, make) => {
    const token = await make();
    const header = typeof token === 'string' && !token.includes(' ') ? `Bearer ${token}` : token;
    const before = gateway.called.length;
    const { status, body, headers } = await read(header);
    expect({ status, body: JSON.parse(body) }).toEqual({ status: 401, body: { message: 'Unauthorized' } });
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
    expect(gateway.called.length).toBe(before);
  });
});

describe('a token that gets in', () => {
  test.each<[string, Record<string, unknown>]>([
    ['with the scope among others', { scope: 'assess read' }],
    ['with any scopes, which the function reads', { scope: undefined, scp: ['policy'] }],
    ['for several audiences', { aud: ['elsewhere', 'whereabouts'] }],
    ['with its client for an audience it does not name', { aud: undefined, client_id: 'whereabouts' }],
    ['with no time of issue', { iat: undefined, nbf: undefined }],
  ])('%s', async (_, claims) => {
    expect((await read(`Bearer ${await gateway.sign(claims)}`)).status).toBe(200);
  });

  test('may stand in the header with or without the word Bearer, in any case', async () => {
    const token = await gateway.sign();
    for (const header of [token, `Bearer ${token}`, `bearer ${token}`]) expect((await read(header)).status).toBe(200);
  });

  test('hands its claims to the function as strings', async () => {
    const claims = { scope: 'assess read', groups: ['a', 'b'], admin: true, nickname: null, address: { country: 'IE' }, exp: seconds(60) };
    await read(`Bearer ${await gateway.sign(claims)}`);
    const handed = gateway.called.at(-1)?.event.requestContext.authorizer?.jwt;
    expect(handed?.claims).toMatchObject({
      sub: 'analyst',
      scope: 'assess read',
      groups: '[a b]',
      admin: 'true',
      address: '{"country":"IE"}',
      exp: String(claims.exp),
    });
    expect(handed?.claims).not.toHaveProperty('nickname');
    expect(handed?.scopes).toBeNull();
  });
});

test('a route without scopes needs no token and does not look at one', async () => {
  const { status } = await gateway.send('/v1/health', { headers: { authorization: 'Bearer nonsense' } });
  expect(status).toBe(200);
  expect(gateway.called.at(-1)?.event.requestContext).not.toHaveProperty('authorizer');
});

function unsigned(token: string, alg: string, signature?: string): string {
  const [, payload, signed] = token.split('.');
  return `${encode({ alg, kid: gateway.key.public.kid })}.${payload}.${signature ?? signed}`;
}

function confused(token: string): string {
  const content = `${encode({ alg: 'HS256', kid: gateway.key.public.kid })}.${token.split('.')[1]}`;
  return `${content}.${createHmac('sha256', JSON.stringify(gateway.key.public)).update(content).digest('base64url')}`;
}

function tampered(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return `${header}.${encode({ ...claims, scope: 'assess read review decide' })}.${signature}`;
}
