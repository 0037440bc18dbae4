import { createLocalJWKSet, errors, flattenedVerify } from 'jose';
import type { Deps } from '../runtime/deps.ts';

/** Says what is signed, so that nothing else signed with the same key passes for an export. */
const EXPORT_TYPE = 'whereabouts-export+jws';

/** A detached JWS for each export, over the bytes that a tool is sent; a sentence where one does not hold, checked as a consumer would. */
export async function signExports(
  revision: string,
  exports: ReadonlyMap<string, Uint8Array>,
  { signDetached, publicKeys }: Pick<Deps, 'signDetached' | 'publicKeys'>,
): Promise<ReadonlyMap<string, string> | string> {
  const keys = createLocalJWKSet({ keys: [...(await publicKeys())] });
  const signed = await Promise.all(
    // The name is signed with the bytes, so that no form passes for another, nor a list of one revision for that of the next.
    [...exports].map(async ([name, bytes]) => [name, await signDetached(bytes, { typ: EXPORT_TYPE, export: name, revision })] as const),
  );
  for (const [name, signature] of signed) {
    const [first = '', , last = ''] = signature.split('.');
    const payload = Buffer.from(exports.get(name) ?? []).toString('base64url');
    try {
      await flattenedVerify({ protected: first, payload, signature: last }, keys, { algorithms: ['RS256'] });
    } catch (error) {
      if (error instanceof errors.JOSEError) return `the signature of ${name} does not hold`;
      throw error;
    }
  }
  return new Map(signed);
}
