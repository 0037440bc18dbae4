import * as oauth from 'oauth4webapi';
import type { OidcSignIn } from './config.ts';
import { signIn } from './session.ts';

/** Where the issuer sends people back to. */
export const RETURN_PATH = '/signed-in';
const KEY = 'whereabouts.oidc';

type Pending = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly back: string };

/** Leaves for the issuer: authorization code flow with PKCE (RFC 7636), no secret in the browser. */
export async function startOidc({ issuer, clientId, scope, acr }: OidcSignIn, back: string): Promise<void> {
  const { authorization_endpoint } = await discover(issuer);
  if (!authorization_endpoint) throw new Error('the issuer names no authorization endpoint');
  const verifier = oauth.generateRandomCodeVerifier();
  const pending: Pending = { state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier, back };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  const address = new URL(authorization_endpoint);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: location.origin + RETURN_PATH,
    scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(acr && { acr_values: acr }),
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  location.assign(address);
}

/**
 * Comes back from the issuer: the code for a token; answers where the person was. The state, the issuer of the answer (RFC 9207)
 * and, where an ID token comes with the token, its issuer, audience, expiry and nonce must be those that were asked for.
 */
export async function finishOidc({ issuer, clientId, scope, claims }: OidcSignIn, query: URLSearchParams): Promise<string> {
  const pending = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Pending | null;
  sessionStorage.removeItem(KEY);
  if (!pending) throw new Error('no sign-in was begun in this tab');
  const server = await discover(issuer);
  const client: oauth.Client = { client_id: clientId };
  const asked = oauth.validateAuthResponse(server, client, query, pending.state);
  const redirect = location.origin + RETURN_PATH;
  const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), asked, redirect, pending.verifier);
  const isOpenId = scope.split(' ').includes('openid');
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: isOpenId ? pending.nonce : oauth.expectNoNonce,
    requireIdToken: isOpenId,
  });
  const { name, scopes } = readClaims(access_token, claims);
  signIn({ token: access_token, name, scopes });
  return pending.back;
}

/** What the issuer says of itself; refused where it names another issuer. */
async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const address = new URL(issuer);
  return oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address));
}

const USUAL: NonNullable<OidcSignIn['claims']> = { subjectClaim: 'sub', scopeClaims: ['scope', 'scp'], scopePrefix: '' };

/** What the token says, to show and hide; the gateway is who verifies it. */
function readClaims(token: string, { subjectClaim, scopeClaims, scopePrefix } = USUAL): { name: string; scopes: string[] } {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const text = new TextDecoder().decode(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0)));
  const said = JSON.parse(text) as Readonly<Record<string, string | string[] | undefined>>;
  const scopes = scopeClaims.flatMap((name) => said[name] ?? []).flatMap((given) => given.split(' '));
  const bare = scopes.map((scope) => (scope.startsWith(scopePrefix) ? scope.slice(scopePrefix.length) : scope));
  return { name: String(said[subjectClaim] ?? ''), scopes: bare.filter(Boolean) };
}
