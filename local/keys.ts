import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { chmodSync } from 'node:fs';
import { promisify } from 'node:util';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Deps } from '../lambdas/runtime/deps.ts';
import { type LogKey, toLogKey } from '../lambdas/runtime/log-key.ts';
import type { KeyPair } from '../lambdas/runtime/signing.ts';
import { findText, writeWhole } from './data-folder.ts';
import { StartFailure } from './start-failure.ts';

const CURSOR_KEY_BYTES = 32;
const SIGNING_KEY_BITS = 3072;

/** The keyed hash that seals cursors; its key is kept, so that a cursor outlives a restart. */
export function openCursorKey(file: string): Deps['mac'] {
  const stored = Buffer.from(findText(file) ?? '', 'base64url');
  const key = stored.length === CURSOR_KEY_BYTES ? stored : randomBytes(CURSOR_KEY_BYTES);
  if (key !== stored) writeWhole(file, key.toString('base64url'));
  return async (text) => createHmac('sha256', key).update(text).digest('base64url');
}

/** The keys that sign bundles, or checkpoints, as a JWKS of private keys: the first signs, those after it are still published. Made when missing. */
export function openSigningKeys(file: string, lost: string): KeyPair[] {
  const stored = findText(file);
  if (stored === undefined) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: SIGNING_KEY_BITS });
    writeWhole(file, JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] }));
    return openSigningKeys(file, lost);
  }
  chmodSync(file, 0o600);
  try {
    const { keys }: { keys: JsonWebKey[] } = JSON.parse(stored);
    if (keys.length === 0) throw new Error('it holds no key');
    return keys.map(toPair);
  } catch (error) {
    throw new StartFailure(`The signing keys in ${file} cannot be read: bring them back, or delete the file, and ${lost}.`, {
      cause: error,
    });
  }
}

function toPair(jwk: JsonWebKey): KeyPair {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { publicKey: async () => createPublicKey(key), sign: (text) => signAside('RSA-SHA256', Buffer.from(text), key) };
}

/** Beside the main thread: the exports of a revision have a dozen signatures. */
const signAside = promisify(sign) as (algorithm: string, data: Buffer, key: KeyObject) => Promise<Buffer>;

/** The Ed25519 key of the tree's checkpoints, as a JWK; its log is called by it, so that two folders never sign for one. Made when missing. */
export function openLogKey(file: string): LogKey {
  const stored = findText(file);
  if (stored === undefined) {
    writeWhole(file, JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })));
    return openLogKey(file);
  }
  chmodSync(file, 0o600);
  try {
    const key = createPrivateKey({ key: JSON.parse(stored), format: 'jwk' });
    const publicKey = createPublicKey(key);
    const id = createHash('sha256')
      .update(publicKey.export({ format: 'der', type: 'spki' }))
      .digest('hex');
    const noteKey = toLogKey(`${id.slice(0, 16)}.whereabouts.localhost/v1/log`, publicKey);
    return { noteKey: async () => noteKey, sign: async (text) => sign(null, Buffer.from(text), key) };
  } catch (error) {
    throw new StartFailure(`The key of the log in ${file} cannot be read: bring it back, or delete the file, and a log of another name begins.`, {
      cause: error,
    });
  }
}

/** The issuer's RSA key pair: the private half signs, the public half is published with its `kid`. */
export type SignInKey = { readonly private: CryptoKey; readonly public: JWK & { kid: string } };

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
