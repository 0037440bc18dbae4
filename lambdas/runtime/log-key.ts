import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Verify } from '../../domain/log/checkpoint.ts';
import { type NoteKey, toNoteKey } from '../../domain/log/key.ts';

/** An Ed25519 key whose private half stays where it is, and the origin of the checkpoints that it signs. */
export type LogKey = {
  readonly noteKey: () => Promise<NoteKey>;
  /** 64 bytes, over the text as UTF-8 (RFC 8032). */
  readonly sign: (text: string) => Promise<Uint8Array>;
};

export function toLogKey(origin: string, publicKey: KeyObject): NoteKey {
  const { crv, x = '' } = publicKey.export({ format: 'jwk' });
  if (crv !== 'Ed25519') throw new Error('the key of the log is not an Ed25519 key');
  return toNoteKey(origin, 'log', Buffer.from(x, 'base64url'));
}

export const verifyEd25519: Verify = (publicKey, message, signature) => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }, format: 'jwk' });
  return verify(null, message, key, signature);
};
