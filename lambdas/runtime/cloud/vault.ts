import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { openArchive } from '../../../store/archive.ts';
import { openCaptureKeys } from '../../../store/capture-keys.ts';
import { type KeyWrapping, openVault } from '../../../store/vault.ts';
import { PATIENCE } from '../patience.ts';
import type { CloudPart } from './deps.ts';

/** For functions that keep, read or erase captures, or ask which are erased. */
export const withVault: CloudPart = ({ ARCHIVE_BUCKET, CAPTURE_KEYS_TABLE, CAPTURE_KEY_ID }) => {
  if (CAPTURE_KEYS_TABLE === undefined) throw new Error('no table of data keys is configured for this function');
  const keys = openCaptureKeys(new DynamoDBClient(PATIENCE), CAPTURE_KEYS_TABLE);
  return { vault: openVault({ archive: openArchive(ARCHIVE_BUCKET), keys, wrapping: openKmsWrapping(CAPTURE_KEY_ID) }) };
};

/** Data keys under a key of KMS, each bound to its capture. */
function openKmsWrapping(keyId: string | undefined): KeyWrapping {
  let opened: KMSClient | undefined;
  const kms = () => {
    opened ??= new KMSClient(PATIENCE);
    return opened;
  };
  return {
    async make(capture) {
      const made = await kms().send(new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { capture } }));
      if (!made.Plaintext || !made.CiphertextBlob) throw new Error('KMS gave no data key');
      return { plain: made.Plaintext, wrapped: Buffer.from(made.CiphertextBlob).toString('base64') };
    },
    async unwrap(wrapped, capture) {
      const CiphertextBlob = Buffer.from(wrapped, 'base64');
      const { Plaintext } = await kms().send(new DecryptCommand({ KeyId: keyId, CiphertextBlob, EncryptionContext: { capture } }));
      if (!Plaintext) throw new Error('KMS opened no data key');
      return Plaintext;
    },
  };
}
