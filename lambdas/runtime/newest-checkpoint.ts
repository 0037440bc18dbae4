import { type FoundCheckpoint, findCheckpoint } from '../../store/checkpoint.ts';
import type { Deps } from './deps.ts';

export async function newestCheckpoint({ archive, ...deps }: Pick<Deps, 'archive' | 'checkpoints' | 'publicKeys'>): Promise<FoundCheckpoint> {
  return findCheckpoint(archive, await checkpointKeys(deps));
}

async function checkpointKeys({ checkpoints, publicKeys }: Pick<Deps, 'checkpoints' | 'publicKeys'>) {
  return { own: await checkpoints.publicKeys(), before: await publicKeys() };
}
