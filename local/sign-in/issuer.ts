import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SignJWT } from 'jose';
import { SCOPES, type Scope } from '../../lambdas/routes.ts';
import type { LocalAnswer } from '../gateway/local-routes.ts';
import { readBody } from '../gateway/read-body.ts';
import type { SignInKey } from '../keys.ts';
import { people } from './people.ts';

export const AUDIENCE = 'whereabouts';
export const ISSUER_PATH = '/local/oauth';
/** Seconds that a token is good for, by the real clock. */
const LIFETIME_S = 3600;
const FORM_LIMIT_BYTES = 16_384;

/** An OpenID issuer for the names of local mode: discovery, keys, and tokens for client credentials. */
export function createIssuer(issuer: string, key: SignInKey) {
  const addresses = { issuer, tokenEndpoint: `${issuer}/token` };
  return {
    addresses,
    discovery: (): LocalAnswer => ({
      status: 200,
      body: {
        issuer,
        token_endpoint: addresses.tokenEndpoint,
        jwks_uri: `${issuer}/jwks`,
        grant_types_supported: ['client_credentials'],
        token_endpoint_auth_methods_supported: ['none'],
        response_types_supported: ['token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        scopes_supported: SCOPES,
      },
    }),
    keys: (): LocalAnswer => ({ status: 200, body: { keys: [key.public] } }),
    token: async (request: IncomingMessage): Promise<LocalAnswer> => answerToken(request, issuer, key),
  };
}

async function answerToken(request: IncomingMessage, issuer: string, key: SignInKey): Promise<LocalAnswer> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return refuse('invalid_request', 'send the parameters as application/x-www-form-urlencoded');
  const form = new URLSearchParams((await readBody(request, FORM_LIMIT_BYTES)).toString('utf8'));
  const repeated = [...new Set(form.keys())].find((name) => form.getAll(name).length > 1);
  if (repeated !== undefined) return refuse('invalid_request', `the parameter ${JSON.stringify(repeated)} is given twice`);
  const grant = form.get('grant_type');
  const name = form.get('client_id');
  if (!grant) return refuse('invalid_request', 'grant_type is missing');
  if (grant !== 'client_credentials') return refuse('unsupported_grant_type', 'the one grant here is client_credentials');
  if (!name) return refuse('invalid_request', 'client_id is missing');
  const scopes = Object.hasOwn(people, name) ? people[name] : undefined;
  if (!scopes) return refuse('invalid_client', `this name is unknown; known are: ${Object.keys(people).join(', ')}`, 401);
  const access_token = await signToken(name, scopes, issuer, key);
  return { status: 200, body: { access_token, token_type: 'Bearer', expires_in: LIFETIME_S, scope: scopes.join(' ') } };
}

function signToken(name: string, scopes: readonly Scope[], issuer: string, key: SignInKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ scope: scopes.join(' '), client_id: name, email: `${name}@example.org` })
    .setProtectedHeader({ alg: 'RS256', kid: key.public.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(name)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LIFETIME_S)
    .sign(key.private);
}

/** An error in the form of RFC 6749, section 5.2. */
function refuse(error: string, error_description: string, status = 400): LocalAnswer {
  return { status, body: { error, error_description } };
}
