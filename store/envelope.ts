import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];
export const DATA_KEY_BYTES = 32;

/** AES-256-GCM (NIST SP 800-38D): a fresh nonce, the tag, the secret text. It opens under the name that it was closed for alone. */
export function closeEnvelope(key: Uint8Array, bytes: Uint8Array, name: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(name));
  const secret = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), secret]);
}

/** Throws when the key or the name is another, or a bit was changed. */
export function openEnvelope(key: Uint8Array, envelope: Uint8Array, name: string): Uint8Array {
  const [iv, tag, secret] = [
    envelope.subarray(0, IV_BYTES),
    envelope.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    envelope.subarray(IV_BYTES + TAG_BYTES),
  ];
  const cipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(name)).setAuthTag(tag);
  return Buffer.concat([cipher.update(secret), cipher.final()]);
}
