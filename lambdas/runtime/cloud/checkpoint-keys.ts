import { KMSClient } from '@aws-sdk/client-kms';
import { PATIENCE } from '../patience.ts';
import { createSigning } from '../signing.ts';
import type { CloudPart } from './deps.ts';
import { openCloudKey } from './key.ts';

/** For functions that verify what was signed each day before the tree was. */
export const withCheckpointKeys: CloudPart = ({ CHECKPOINT_KEY_IDS }) => {
  const kms = new KMSClient(PATIENCE);
  return { checkpoints: createSigning((CHECKPOINT_KEY_IDS?.split(',') ?? []).map((id) => openCloudKey(kms, id))) };
};
