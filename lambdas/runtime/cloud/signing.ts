import { KMSClient } from '@aws-sdk/client-kms';
import { PATIENCE } from '../patience.ts';
import { createSigning } from '../signing.ts';
import type { CloudPart } from './deps.ts';
import { openCloudKey } from './key.ts';

/** For functions that sign bundles, publish their keys, or verify checkpoints of before these had keys of their own. */
export const withSigning: CloudPart = ({ SIGNING_KEY_IDS }) => {
  const kms = new KMSClient(PATIENCE);
  return createSigning((SIGNING_KEY_IDS?.split(',') ?? []).map((id) => openCloudKey(kms, id)));
};
