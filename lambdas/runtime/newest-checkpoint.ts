import { type CheckpointKeys, type FoundCheckpoint, findCheckpoint } from '../../store/checkpoint.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'archive' | 'checkpoints' | 'publicKeys'>;

/** The newest checkpoint that one of the published keys has signed. */
export async function newestCheckpoint(deps: Needs): Promise<FoundCheckpoint> {
  return findCheckpoint(deps.archive, await checkpointKeys(deps));
}

export async function checkpointKeys({ checkpoints, publicKeys }: Omit<Needs, 'archive'>): Promise<CheckpointKeys> {
  return { own: await checkpoints.publicKeys(), before: await publicKeys() };
}
