import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll } from 'vitest';
import { createAuthorizer } from '../../local/gateway/authorizer.ts';
import type { GatewayEvent } from '../../local/gateway/event.ts';
import { closeServer, type Handler, listen, serve } from '../../local/gateway/gateway.ts';
import { openClock } from '../../local/jobs/clock.ts';
import { createClockRoutes } from '../../local/jobs/clock-routes.ts';
import { openSignInKey, type SignInKey } from '../../local/keys.ts';
import { AUDIENCE, createIssuer, ISSUER_PATH } from '../../local/sign-in/issuer.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone when the file's tests are. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-test-'));
  folders.push(folder);
  return folder;
}

let oneKey: Promise<SignInKey> | undefined;
/** Made when it is first needed: a file of tests that needs none must not leave one half made. */
const theKey = () => {
  oneKey ??= openSignInKey(join(newFolder(), 'sign-in-key.json'));
  return oneKey;
};

type Setup = { handler?: Handler; integrationTimeoutMs?: number; requestMs?: number; headersMs?: number };

/** A real gateway on a real socket before a handler of the test's own, whose calls are in `called`. */
export async function openGateway({
  handler = async () => ({ statusCode: 200, body: '{}' }),
  integrationTimeoutMs = 30_000,
  ...patience
}: Setup = {}) {
  const folder = newFolder();
  const key = await theKey();
  const { server, url } = await listen(0, patience);
  const issuerUrl = `${url}${ISSUER_PATH}`;
  const issuer = createIssuer(issuerUrl, key);
  const logged: string[] = [];
  const called: { name: string; event: GatewayEvent }[] = [];
  serve(server, {
    authorize: createAuthorizer(issuerUrl, key),
    handlers: (name) => (event, context) => {
      called.push({ name, event });
      return handler(event, context);
    },
    log: { error: (line: string) => logged.push(line) },
    integrationTimeoutMs,
    local: {
      [`${ISSUER_PATH}/.well-known/openid-configuration`]: { GET: issuer.discovery },
      [`${ISSUER_PATH}/jwks`]: { GET: issuer.keys },
      [`${ISSUER_PATH}/token`]: { POST: issuer.token },
      '/local/clock': createClockRoutes(openClock(join(folder, 'clock.json'))),
    },
  });
  const sign = (claims: Record<string, unknown> = {}, by: SignInKey = key, header: Record<string, string | undefined> = {}) =>
    signToken(issuerUrl, claims, by, header);
  return {
    url,
    folder,
    key,
    called,
    logged,
    sign,
    send: (path: string, options?: SendOptions) => send(url, path, options),
    close: (patienceMs = 100) => closeServer(server, patienceMs),
  };
}

/** A token that is right but for what the test says; an undefined claim is left out. */
function signToken(issuer: string, claims: Record<string, unknown>, by: SignInKey, header: Record<string, string | undefined>): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const right = { iss: issuer, aud: AUDIENCE, sub: 'analyst', email: 'analyst@example.org', scope: 'assess read', iat: now, nbf: now, exp: now + 60 };
  const all = { alg: 'RS256', kid: by.public.kid, ...header };
  return new SignJWT({ ...right, ...claims }).setProtectedHeader(all).sign(by.private);
}

export type SendOptions = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer };
export type Sent = { status: number; headers: IncomingHttpHeaders; body: string; bytes: Buffer };

/** A request as it is: `fetch` would mend the path and guard the headers. */
export function send(url: string, path: string, { method = 'GET', headers = {}, body }: SendOptions = {}): Promise<Sent> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString(), bytes });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Bytes on a bare socket; everything that came back when the other side has closed it. */
export function sendBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
