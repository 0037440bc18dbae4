import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfText } from '../../domain/facts/hash.ts';
import { type Route, routes } from '../../lambdas/routes.ts';
import { STANDARD_CLAIMS } from '../../lambdas/runtime/claims.ts';
import type { ClaimRules } from '../../lambdas/runtime/env.ts';
import { createHandlers } from '../../local/gateway/handlers.ts';
import { behind } from '../faults/behind-the-service.ts';
import { openGateway } from '../local/open-gateway.ts';
import { readExample, type Service, startService } from '../started-service.ts';
import { TOKEN_SHAPES } from '../token-shapes.ts';

const all: readonly Route[] = routes;
const logged: string[] = [];
const LOG = { log: (line: string) => logged.push(line), error: (line: string) => logged.push(line) };

let service: Service;
let gateway: Awaited<ReturnType<typeof openGateway>>;
/** As the deployment under test has them. */
let rules: ClaimRules = STANDARD_CLAIMS;
beforeAll(async () => {
  service = await startService();
  const functionOf = (routeKey: string) => all.find(({ method, path }) => `${method} ${path}` === routeKey)?.function ?? 'reference';
  gateway = await openGateway({
    handler: async (event, context) => (await createHandlers({ ...service.deps, claims: rules }, LOG)(functionOf(event.routeKey)))(event, context),
  });
});
afterAll(async () => {
  await gateway.close();
  await service.stop();
});

type Ask = { readonly body?: unknown; readonly headers?: Record<string, string> };

/** One request with a token of these claims, through the gateway to the function. */
async function ask(claims: Readonly<Record<string, unknown>>, method: string, path: string, { body, headers = {} }: Ask = {}) {
  const token = await gateway.sign(claims);
  const answer = await gateway.send(path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, json: answer.body === '' ? undefined : JSON.parse(answer.body) };
}

const profile = { name: 'TikTok', operator: 'TikTok Technology Limited' };
const facts = readExample('tiktok/2023-02-23.json');

describe.each(TOKEN_SHAPES.map((shape) => [shape.issuer, shape] as const))('with tokens as %s writes them', (issuer, shape) => {
  const platform = `of-${issuer.toLowerCase().replace(' ', '-')}`;
  const put = (id: string, client: string) =>
    ask(shape.person(id, client, ['assess', 'read']), 'PUT', `/v1/platforms/${platform}`, { body: profile, headers: { 'if-none-match': '*' } });

  test('people submit and approve, and one person in two clients is one person', async () => {
    rules = { ...STANDARD_CLAIMS, ...shape.rules };
    expect((await put('ana', 'console')).status).toBe(201);
    const submitted = await ask(shape.person('ana', 'console', ['assess']), 'POST', `/v1/platforms/${platform}/assessments`, {
      body: facts,
      headers: { 'idempotency-key': 'one' },
    });
    expect(submitted.status).toBe(201);
    const verdict = { verdict: 'approve', hash: submitted.json.revision.hash };
    const give = (id: string, client: string) =>
      ask(shape.person(id, client, ['review']), 'POST', `/v1/platforms/${platform}/assessments/1/verdict`, { body: verdict });
    expect(await give('ana', 'cli')).toMatchObject({ status: 403, json: { type: '/v1/problems/self-approval' } });
    expect((await give('ben', 'cli')).status).toBe(200);
    const events = (await behind(service).list(`PLATFORM#${platform}`)).filter(({ sk }) => sk.startsWith('EVENT#'));
    const lines = logged.map((line) => JSON.parse(line));
    // The log knows each person under the id that the record has, whatever claim it came from.
    for (const { by, request } of events)
      expect(lines).toContainEqual(expect.objectContaining({ requestId: request, caller: hashOfText(by), status: expect.toBeOneOf([200, 201]) }));
  });

  test('a machine fetches what it may, is no person, and its scopes are its own', async () => {
    rules = { ...STANDARD_CLAIMS, ...shape.rules };
    expect((await ask(shape.machine('policy-tool', ['read']), 'GET', `/v1/platforms/${platform}`)).status).toBe(200);
    expect(await ask(shape.machine('policy-tool', ['policy']), 'GET', `/v1/platforms/${platform}`)).toMatchObject({
      status: 403,
      json: { type: '/v1/problems/missing-scope', detail: 'this needs one of the scopes: read' },
      headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="read"' },
    });
    const hash = 'a'.repeat(64);
    expect(
      await ask(shape.machine('policy-tool', ['review']), 'POST', `/v1/platforms/${platform}/assessments/1/verdict`, {
        body: { verdict: 'approve', hash },
      }),
    ).toMatchObject({ status: 403, json: { type: '/v1/problems/person-needed' } });
  });
});

describe('scopes', () => {
  test.each<[string, Record<string, unknown>]>([
    ['scope as text', { scope: 'assess read' }],
    ['scope as a list', { scope: ['assess', 'read'] }],
    ['scp as text', { scope: null, scp: 'assess read' }],
    ['scp as a list', { scope: null, scp: ['assess', 'read'] }],
    ['both, of which one has it', { scope: 'openid', scp: ['read'] }],
  ])('are read from %s', async (_, claims) => {
    rules = STANDARD_CLAIMS;
    expect((await ask(claims, 'GET', '/v1/method')).status).toBe(200);
  });

  test.each<[string, Record<string, unknown>]>([
    ['none', { scope: undefined }],
    ['another', { scope: 'policy', scp: ['assess'] }],
    ['words that only contain it', { scope: 'reader unread READ' }],
    ['one text that holds a comma', { scope: 'assess,read' }],
    ['roles, which the deployment does not name', { scope: undefined, roles: ['read'] }],
    ['an object', { scope: { read: true } }],
  ])('that are %s do not pass', async (_, claims) => {
    rules = STANDARD_CLAIMS;
    expect(await ask(claims, 'GET', '/v1/method')).toMatchObject({ status: 403, json: { type: '/v1/problems/missing-scope' } });
  });
});

describe('a subject', () => {
  test.each([
    ['with a blank behind it', 'decider-1 '],
    ['with a no-break space in it', 'decider\u00a01'],
    ['with a control character', 'decider-1\u0007'],
    ['with a change of text direction', 'decider-\u202e1'],
    ['with a character without width', 'decider\u200b-1'],
    ['with a soft hyphen', 'decider\u00ad-1'],
    ['that is not composed', 'Jose\u0301'],
    ['in wide letters', '\uff44ecider-1'],
    ['of 5,000 characters', 'a'.repeat(5000)],
    ['that is empty', ''],
    ['of blanks', '   '],
    ['that is a list', ['decider-1']],
    ['that is nothing', undefined],
    ['that is false', false],
  ])('%s is refused, because it could be another spelling of somebody', async (_, sub) => {
    rules = STANDARD_CLAIMS;
    const refused = await ask({ sub }, 'GET', '/v1/method');
    expect(refused).toMatchObject({
      status: 403,
      json: { type: '/v1/problems/subject-unclear', detail: expect.stringContaining('the claim "sub"') },
    });
    expect(refused.json.detail.length).toBeLessThan(200);
  });

  test.each(['decider-1', 'José García', 'f:1b2c:ana', 'https://eduperson.example/ana', 'a'.repeat(255)])('%s is one', async (sub) => {
    rules = STANDARD_CLAIMS;
    expect((await ask({ sub }, 'GET', '/v1/method')).status).toBe(200);
  });
});

describe('a person', () => {
  test.each<[string, unknown]>([
    ['false', false],
    ['true', true],
    ['0', 0],
    ['an empty list', []],
    ['a list', ['a@example.eu']],
    ['an empty object', {}],
    ['an object', { a: 1 }],
    ['an empty text', ''],
    ['a blank', ' '],
    ['null', null],
    ['nothing', undefined],
  ])('is none whose claim is %s', async (_, email) => {
    rules = STANDARD_CLAIMS;
    const refused = await ask({ scope: 'review', email }, 'POST', '/v1/platforms/of-keycloak/assessments/1/verdict', {
      body: { verdict: 'approve', hash: 'a'.repeat(64) },
    });
    expect(refused).toMatchObject({ status: 403, json: { type: '/v1/problems/person-needed' } });
  });
});

describe('the kind of sign-in that decisions need', () => {
  const withdraw = (claims: Record<string, unknown>) =>
    ask({ scope: 'decide', ...claims }, 'POST', '/v1/platforms/of-keycloak/decisions/dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V/approval', {
      body: { hash: 'a'.repeat(64) },
    });
  const propose = (claims: Record<string, unknown>) =>
    ask({ scope: 'decide', ...claims }, 'POST', '/v1/platforms/of-keycloak/decisions', {
      headers: { 'idempotency-key': 'decision' },
      body: {
        decision: 'suspend',
        scope: ['corporate-device'],
        effectiveAt: '2030-01-01T00:00:00Z',
        enforceBy: '2030-02-01T00:00:00Z',
        expiresAt: '2031-01-01T00:00:00Z',
        consequence: 'Loss of corporate apps.',
        note: 'To protect data.',
      },
    });

  test('is asked for in the form that a client understands, and of decisions alone', async () => {
    rules = { ...STANDARD_CLAIMS, decideAcr: ['gold', 'silver'] };
    for (const acr of [undefined, 'bronze', '', ['gold']])
      expect(await propose({ acr })).toMatchObject({
        status: 401,
        json: { type: '/v1/problems/stronger-sign-in-needed', detail: 'a decision needs a sign-in of the kind gold or silver (acr)' },
        headers: { 'www-authenticate': 'Bearer error="insufficient_user_authentication", acr_values="gold silver"' },
      });
    expect((await ask({ scope: 'read', acr: 'bronze' }, 'GET', '/v1/method')).status).toBe(200);
    expect((await withdraw({ acr: 'silver' })).status).toBe(404);
    expect((await propose({ acr: 'silver' })).json.type).not.toBe('/v1/problems/stronger-sign-in-needed');
  });
});
