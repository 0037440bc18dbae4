import { createLocalJWKSet, flattenedVerify, type JSONWebKeySet } from 'jose';
import * as z from 'zod';

const Header = z.object({ typ: z.literal('whereabouts-export+jws'), export: z.string(), revision: z.string() });

/**
 * What `whereabouts-signature` says of the bytes of an answer: which export of which revision they are. It is a JWS whose middle is left out
 * (RFC 7515, appendix F); throws unless it is by one of the keys and over these bytes.
 */
export async function openSignature(signature: string | null, bytes: Uint8Array, keys: JSONWebKeySet): Promise<z.infer<typeof Header>> {
  const [header = '', middle, last, ...more] = signature?.split('.') ?? [];
  if (middle !== '' || last === undefined || more.length > 0) throw new Error('the answer has no signature');
  const jws = { protected: header, payload: Buffer.from(bytes).toString('base64url'), signature: last };
  const { protectedHeader } = await flattenedVerify(jws, createLocalJWKSet(keys), { algorithms: ['RS256'] });
  return Header.parse(protectedHeader);
}
