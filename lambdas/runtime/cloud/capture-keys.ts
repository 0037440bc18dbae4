import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openCaptureKeys } from '../../../store/capture-keys.ts';
import { openVault } from '../../../store/vault.ts';
import { PATIENCE } from '../patience.ts';
import type { CloudPart } from './deps.ts';

const refuse = async (): Promise<never> => {
  throw new Error('this function has no right to the contents of captures');
};

/** For functions that destroy data keys or ask which are destroyed, and never come to the contents. */
export const withCaptureKeys: CloudPart = ({ CAPTURE_KEYS_TABLE }) => {
  if (CAPTURE_KEYS_TABLE === undefined) throw new Error('no table of data keys is configured for this function');
  const keys = openCaptureKeys(new DynamoDBClient(PATIENCE), CAPTURE_KEYS_TABLE);
  const archive = { record: refuse, find: refuse, findBytes: refuse, list: refuse };
  return { vault: openVault({ archive, keys, wrapping: { make: refuse, unwrap: refuse } }) };
};
