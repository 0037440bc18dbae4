import { createLocalJWKSet, errors, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import type { SignInKey } from '../keys.ts';
import { AUDIENCE } from '../sign-in/issuer.ts';
import { Refusal } from './reply.ts';

/** What API Gateway's JWT authorizer hands to a function: every claim as a string, and no scopes where the route names none. */
export type Authorized = { readonly jwt: { readonly claims: Record<string, string>; readonly scopes: null } };
/** Gives what a token claims, or refuses with 401. Its scopes are the function's to read. */
export type Authorizer = (authorization: string | undefined) => Promise<Authorized>;

/** Verifies as API Gateway's JWT authorizer does: RS256, key id, issuer, audience, times by the real clock. */
export function createAuthorizer(issuer: string, key: SignInKey): Authorizer {
  const keys = createLocalJWKSet({ keys: [key.public] });
  return async (authorization) => {
    const token = authorization?.replace(/^bearer\s+/i, '').trim();
    if (!token) throw new Refusal(401, { 'www-authenticate': 'Bearer' });
    return { jwt: { claims: toClaims(await verify(token, issuer, keys)), scopes: null } };
  };
}

async function verify(token: string, issuer: string, keys: ReturnType<typeof createLocalJWKSet>): Promise<JWTPayload> {
  try {
    const verified = await jwtVerify(token, keys, { algorithms: ['RS256'], issuer, requiredClaims: ['exp'] });
    const fault = findFault(verified);
    if (fault === undefined) return verified.payload;
    throw toRefusal(fault);
  } catch (error) {
    if (error instanceof errors.JOSEError) throw toRefusal(describe(error), error);
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

function toRefusal(description: string, cause?: unknown): Refusal {
  return new Refusal(401, { 'www-authenticate': `Bearer error="invalid_token" error_description="${description}"` }, { cause });
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
