import { findHeadIn } from '../../store/head.ts';
import { Unreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { onStream, type StreamJob } from '../runtime/job.ts';

/** Keeps the index of who can be reached from where in line with every head that changes. */
export const indexPlatforms: StreamJob = async ({ dynamodb }, { store, now, report }) => {
  try {
    const head = findHeadIn(dynamodb?.NewImage);
    if (head) await store.indexReach(head);
  } catch (error) {
    // To read it again would not help: what stands in the index stays.
    if (!(error instanceof Unreadable)) throw error;
    report({ job: 'index-platforms', platform: error.platform ?? '*', attempts: 1, error });
    await store.noteSetAside([error], now().toISOString());
  }
};

export const handler = onStream(indexPlatforms, cloudDeps());
