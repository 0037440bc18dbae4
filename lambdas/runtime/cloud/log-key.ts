import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { toLogKey } from '../log-key.ts';
import { PATIENCE } from '../patience.ts';
import type { CloudPart } from './deps.ts';

/** For functions that sign the tree's checkpoints, or verify them. Pure Ed25519 takes the message itself, of 4 KB at the most. */
export const withLogKey: CloudPart = ({ LOG_KEY_ID: KeyId, LOG_ORIGIN: origin }) => {
  const kms = new KMSClient(PATIENCE);
  return {
    logKey: {
      async noteKey() {
        if (origin === undefined) throw new Error('no key of the log is configured for this function');
        const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
        if (!PublicKey) throw new Error('KMS gave no public key');
        return toLogKey(origin, createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }));
      },
      async sign(text) {
        const Message = Buffer.from(text);
        const { Signature } = await kms.send(new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' }));
        if (!Signature) throw new Error('KMS gave no signature');
        return Signature;
      },
    },
  };
};
