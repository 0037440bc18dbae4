import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyPair } from '../lambdas/runtime/signing.ts';

/** A key pair of one test run, made when it is first needed. */
export function newKeyPair(): KeyPair {
  let pair: ReturnType<typeof generate> | undefined;
  const generate = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const open = () => {
    pair ??= generate();
    return pair;
  };
  return { publicKey: async () => open().publicKey, sign: async (text) => sign('RSA-SHA256', Buffer.from(text), open().privateKey) };
}
