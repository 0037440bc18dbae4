import type { OidcSignIn } from './config.ts';
import { signIn } from './session.ts';

/** Where the issuer sends people back to. */
export const RETURN_PATH = '/signed-in';
const KEY = 'whereabouts.oidc';

type Pending = { readonly state: string; readonly verifier: string; readonly back: string };
type Discovery = { readonly authorization_endpoint: string; readonly token_endpoint: string };

/** Leaves for the issuer: authorization code flow with PKCE (RFC 7636), no secret in the browser. */
export async function startOidc({ issuer, clientId, scope }: OidcSignIn, back: string): Promise<void> {
  const { authorization_endpoint } = await discover(issuer);
  const pending: Pending = { state: random(), verifier: random(), back };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  const challenge = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier)));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: location.origin + RETURN_PATH,
    scope,
    state: pending.state,
    code_challenge: toBase64Url(challenge),
    code_challenge_method: 'S256',
  });
  location.assign(`${authorization_endpoint}?${query}`);
}

/** Comes back from the issuer: the code for a token; answers where the person was. */
export async function finishOidc({ issuer, clientId }: OidcSignIn, query: URLSearchParams): Promise<string> {
  const pending = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Pending | null;
  sessionStorage.removeItem(KEY);
  const code = query.get('code');
  if (!pending || !code || query.get('state') !== pending.state) throw new Error(query.get('error_description') ?? query.get('error') ?? 'state');
  const { token_endpoint } = await discover(issuer);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    client_id: clientId,
    redirect_uri: location.origin + RETURN_PATH,
    code_verifier: pending.verifier,
  });
  const answer = await fetch(token_endpoint, { method: 'POST', body });
  if (!answer.ok) throw new Error(`token: ${answer.status}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  const { sub, scope } = readClaims(access_token);
  signIn({ token: access_token, name: sub, scopes: scope.split(' ') });
  return pending.back;
}

async function discover(issuer: string): Promise<Discovery> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`discovery: ${answer.status}`);
  return (await answer.json()) as Discovery;
}

/** What the token says, to show and hide; the gateway is who verifies it. */
function readClaims(token: string): { sub: string; scope: string } {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const text = new TextDecoder().decode(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0)));
  const { sub = '', scope, scp } = JSON.parse(text) as { sub?: string; scope?: string; scp?: string[] };
  return { sub, scope: scope ?? scp?.join(' ') ?? '' };
}

const random = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
