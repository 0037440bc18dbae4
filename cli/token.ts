import { decodeJwt } from 'jose';
import {
  allowInsecureRequests,
  type Configuration,
  clientCredentialsGrant,
  discovery,
  initiateDeviceAuthorization,
  None,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
} from 'openid-client';
import { BadInput, SignInNeeded } from './failure.ts';
import type { Session } from './sessions.ts';

export type Issuer = { readonly issuer: string; readonly clientId: string; readonly scope: string };
type Token = { readonly access_token: string; readonly refresh_token?: string | undefined; readonly expires_in?: number | undefined };

/** Seconds of a token whose issuer does not say. */
const DEFAULT_LIFETIME_S = 300;

/** Device flow (RFC 8628): the person signs in with a browser, on this machine or another; `show` says where. */
export async function signInPerson(url: string, at: Issuer, show: (where: string, code: string) => void): Promise<Session> {
  return withIssuer(at.issuer, async () => {
    const config = await discover(at);
    const started = await initiateDeviceAuthorization(config, { scope: at.scope });
    show(started.verification_uri_complete ?? started.verification_uri, started.user_code);
    return toSession(url, at, await pollDeviceAuthorizationGrant(config, started));
  });
}

/** Client credentials: a machine by its secret, which is not stored. */
export async function signInMachine(url: string, at: Issuer, secret: string): Promise<Session> {
  // Scopes that are about a person mean nothing to a machine.
  const scope = at.scope
    .split(' ')
    .filter((one) => one !== 'openid' && one !== 'offline_access')
    .join(' ');
  return withIssuer(at.issuer, async () => toSession(url, at, await clientCredentialsGrant(await discover(at, secret), { scope })));
}

export async function renewAtIssuer({ url, name, renewal }: Session): Promise<Session> {
  if (renewal.kind !== 'oidc' || renewal.refreshToken === undefined) throw new SignInNeeded([expired(name, url)]);
  const { refreshToken } = renewal;
  return withIssuer(renewal.issuer, async () => {
    const token = await refreshTokenGrant(await discover(renewal), refreshToken);
    return toSession(url, renewal, { ...token, refresh_token: token.refresh_token ?? refreshToken });
  });
}

const expired = (name: string, url: string) => `The sign-in of ${name} at ${url} has run out: whereabouts sign-in`;

function discover({ issuer, clientId }: Issuer, secret?: string): Promise<Configuration> {
  const server = new URL(issuer);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname);
  // Anywhere but on this machine a token goes over TLS or not at all.
  return discovery(server, clientId, secret, secret === undefined ? None() : undefined, isHere ? { execute: [allowInsecureRequests] } : {});
}

function toSession(url: string, { issuer, clientId, scope }: Issuer, token: Token): Session {
  const lifetimeMs = (token.expires_in ?? DEFAULT_LIFETIME_S) * 1000;
  return {
    name: nameIn(token.access_token),
    url,
    token: token.access_token,
    expiresAt: new Date(Date.now() + lifetimeMs).toISOString(),
    renewal: { kind: 'oidc', issuer, clientId, scope, ...(token.refresh_token !== undefined && { refreshToken: token.refresh_token }) },
  };
}

/** For showing who acts; the gateway is who verifies the token. */
function nameIn(token: string): string {
  try {
    const { email, sub } = decodeJwt<{ email?: string }>(token);
    return email ?? sub ?? 'somebody';
  } catch {
    return 'somebody';
  }
}

async function withIssuer<T>(issuer: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = 'error_description' in error ? error.error_description : 'error' in error ? error.error : undefined;
    const why = said ?? (error.cause instanceof Error ? error.cause.message : undefined);
    throw new BadInput([`The issuer ${issuer} gave no token: ${error.message}${why === undefined ? '' : ` (${String(why)})`}`]);
  }
}
