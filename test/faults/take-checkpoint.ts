import { archiveCheckpoint } from '../../lambdas/jobs/archive-checkpoint.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import type { Service } from '../started-service.ts';

/** What the jobs of a day do: all that has happened becomes leaves, the tree is signed, and its checkpoint is put out of the table. */
export async function takeCheckpoint(service: Service): ReturnType<typeof archiveCheckpoint> {
  await service.pump();
  await signCheckpoint(service.deps);
  return archiveCheckpoint(service.deps);
}
