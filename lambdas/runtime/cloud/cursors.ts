import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { PATIENCE } from '../patience.ts';
import type { CloudPart } from './deps.ts';

/** For functions that have lists. */
export const withCursors: CloudPart = ({ CURSOR_KEY_ID }) => {
  let kms: KMSClient | undefined;
  return {
    async mac(text) {
      kms ??= new KMSClient(PATIENCE);
      const { Mac } = await kms.send(new GenerateMacCommand({ KeyId: CURSOR_KEY_ID, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(text) }));
      if (!Mac) throw new Error('KMS gave no keyed hash');
      return Buffer.from(Mac).toString('base64url');
    },
  };
};
