import { chmodSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, type CryptoKey as Key } from 'jose';
import { findText, writeWhole } from '../engine/data-folder.ts';
import { StartFailure } from '../start-failure.ts';

/** The issuer's RSA key pair: the private half signs, the public half is published with its `kid`. */
export type SignInKey = { readonly private: Key; readonly public: JWK & { kid: string } };

/** Reads the key from its file, or makes it, so that tokens outlive a restart. */
export async function openSignInKey(file: string): Promise<SignInKey> {
  const stored = findText(file);
  if (stored === undefined) {
    const pair = await generateKeyPair('RS256', { extractable: true });
    writeWhole(file, JSON.stringify(await exportJWK(pair.privateKey)));
    return openSignInKey(file);
  }
  chmodSync(file, 0o600);
  try {
    const jwk: JWK = JSON.parse(stored);
    const key = await importJWK(jwk, 'RS256');
    if (key instanceof Uint8Array || key.type !== 'private' || !jwk.n || !jwk.e) throw new Error('not a private RSA key');
    const kid = await calculateJwkThumbprint(jwk);
    return { private: key, public: { kty: 'RSA', n: jwk.n, e: jwk.e, alg: 'RS256', use: 'sig', kid } };
  } catch (error) {
    throw new StartFailure(`The sign-in key ${file} cannot be read: delete it, and a new one is made (tokens given out before end with it).`, {
      cause: error,
    });
  }
}
