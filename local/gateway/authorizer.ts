import { createLocalJWKSet, errors, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import type { Scope } from '../../lambdas/routes.ts';
import type { SignInKey } from '../keys.ts';
import { AUDIENCE } from '../sign-in/issuer.ts';
import { Refusal } from './reply.ts';

/** What API Gateway's JWT authorizer hands to a function: every claim as a string. */
export type Authorized = { readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] | null } };
/** Gives what a token claims, or refuses with 401 (the token) or 403 (its scopes). */
export type Authorizer = (authorization: string | undefined, scopes: readonly Scope[]) => Promise<Authorized>;

/** Verifies as API Gateway's JWT authorizer does: RS256, key id, issuer, audience, times by the real clock, one of the scopes. */
export function createAuthorizer(issuer: string, key: SignInKey): Authorizer {
  const keys = createLocalJWKSet({ keys: [key.public] });
  return async (authorization, scopes) => {
    const token = authorization?.replace(/^bearer\s+/i, '').trim();
    if (!token) throw new Refusal(401, { 'www-authenticate': 'Bearer' });
    const payload = await verify(token, issuer, keys);
    const granted = toScopes(payload);
    if (!scopes.some((scope) => granted?.includes(scope)))
      throw toRefusal(403, 'insufficient_scope', 'the token does not have a required scope', scopes);
    return { jwt: { claims: toClaims(payload), scopes: granted } };
  };
}

async function verify(token: string, issuer: string, keys: ReturnType<typeof createLocalJWKSet>): Promise<JWTPayload> {
  try {
    const verified = await jwtVerify(token, keys, { algorithms: ['RS256'], issuer, requiredClaims: ['exp'] });
    const fault = findFault(verified);
    if (fault === undefined) return verified.payload;
    throw toRefusal(401, 'invalid_token', fault);
  } catch (error) {
    if (error instanceof errors.JOSEError) throw toRefusal(401, 'invalid_token', describe(error), [], error);
    throw error;
  }
}

/** What API Gateway checks beyond the library. */
function findFault({ payload, protectedHeader }: JWTVerifyResult): string | undefined {
  const { aud, client_id, iat } = payload;
  if (protectedHeader.kid === undefined) return 'the token does not name its key';
  // The client's id counts as audience only where the token names none.
  if (![aud ?? client_id].flat().includes(AUDIENCE)) return 'the token does not have a valid audience';
  if (iat !== undefined && iat > Date.now() / 1000) return 'the token was issued in the future';
  return undefined;
}

function describe(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the token's claim ${error.claim} is not valid`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'the token is signed with another algorithm than RS256';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed) return 'the signature is not valid';
  return 'the token is malformed';
}

function toRefusal(status: 401 | 403, error: string, description: string, scopes: readonly string[] = [], cause?: unknown): Refusal {
  const challenge = `Bearer scope="${scopes.join(' ')}" error="${error}" error_description="${description}"`;
  return new Refusal(status, { 'www-authenticate': challenge }, { cause });
}

function toScopes({ scp, scope }: JWTPayload): string[] | null {
  const granted = scp ?? scope;
  if (Array.isArray(granted)) return granted.map(String);
  return typeof granted === 'string' ? granted.split(' ').filter(Boolean) : null;
}

/** Lists become `[a b]`, objects JSON, and what is null is left out, as API Gateway does it. */
function toClaims(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]),
  );
}
