import { gzipSync } from 'node:zlib';
import { compactVerify, createLocalJWKSet, errors } from 'jose';
import { hashOf } from '../../domain/facts/hash.ts';
import { toOpaSignature } from '../../domain/policy/opa.ts';
import { type TarFile, toTar } from '../../domain/policy/tar.ts';
import type { Deps } from '../runtime/deps.ts';

/** The signed bundle for OPA, or why it must not go out: its signature is checked as a consumer would. */
export async function signBundle(files: readonly TarFile[], { sign, publicKeys }: Deps): Promise<Uint8Array | string> {
  const keys = await publicKeys();
  const payload = toOpaSignature(files, keys[0]?.kid ?? '');
  const signature = await sign(payload, 'JWT');
  const flaw = await findFlaw(signature, payload, keys);
  if (flaw) return flaw;
  return gzipSync(toTar([...files, { name: '.signatures.json', text: JSON.stringify({ signatures: [signature] }) }]), { level: 9 });
}

async function findFlaw(signature: string, payload: object, keys: Awaited<ReturnType<Deps['publicKeys']>>): Promise<string | undefined> {
  try {
    const verified = await compactVerify(signature, createLocalJWKSet({ keys: [...keys] }), { algorithms: ['RS256'] });
    const signed: object = JSON.parse(new TextDecoder().decode(verified.payload));
    return hashOf(signed) === hashOf(payload) ? undefined : 'the signature of the bundle is over something else';
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'the signature of the bundle does not hold';
    throw error;
  }
}
