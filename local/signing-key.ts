import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { chmodSync } from 'node:fs';
import type { KeyPair } from '../lambdas/runtime/signing.ts';
import { findText, writeWhole } from './engine/data-folder.ts';
import { StartFailure } from './start-failure.ts';

const BITS = 3072;

/** The keys that sign bundles and checkpoints, as a JWKS of private keys: the first signs, those after it are still published. Made when missing. */
export function openSigningKeys(file: string): KeyPair[] {
  const stored = findText(file);
  if (stored === undefined) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: BITS });
    writeWhole(file, JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] }));
    return openSigningKeys(file);
  }
  chmodSync(file, 0o600);
  try {
    const { keys }: { keys: JsonWebKey[] } = JSON.parse(stored);
    if (keys.length === 0) throw new Error('it holds no key');
    return keys.map(toPair);
  } catch (error) {
    throw new StartFailure(
      `The signing keys in ${file} cannot be read: bring them back, or delete the file, and checkpoints made before no longer count.`,
      {
        cause: error,
      },
    );
  }
}

function toPair(jwk: JsonWebKey): KeyPair {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { publicKey: async () => createPublicKey(key), sign: async (text) => sign('RSA-SHA256', Buffer.from(text), key) };
}
