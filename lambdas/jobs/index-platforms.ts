import { findHeadIn } from '../../store/head.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { onStream, type StreamJob } from '../runtime/job.ts';

/** Keeps the index of who can be reached from where in line with every head that changes. */
export const indexPlatforms: StreamJob = async ({ dynamodb }, { store }) => {
  const head = findHeadIn(dynamodb?.NewImage);
  if (head) await store.indexReach(head);
};

export const handler = onStream(indexPlatforms, cloudDeps());
