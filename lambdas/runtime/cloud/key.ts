import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { KeyPair } from '../signing.ts';

/** An RSA key of KMS. It is given the digest, because it takes no message over 4 KB. */
export function openCloudKey(kms: KMSClient, keyId: string): KeyPair {
  return {
    async publicKey() {
      const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
      if (!PublicKey) throw new Error('KMS gave no public key');
      return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    },
    async sign(text) {
      const digest = createHash('sha256').update(text).digest();
      const { Signature } = await kms.send(
        new SignCommand({ KeyId: keyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' }),
      );
      if (!Signature) throw new Error('KMS gave no signature');
      return Signature;
    },
  };
}
