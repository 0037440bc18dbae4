import { detail } from '../../domain/facts/detail.ts';
import type { SignedHead } from '../../store/signed-head.ts';
import type { Deps } from '../runtime/deps.ts';
import { Problem } from '../runtime/problem.ts';

/** The newest signed checkpoint: nothing of the tree is shown beyond it. */
export async function findSigned({ store }: Pick<Deps, 'store'>): Promise<SignedHead> {
  const signed = await store.findSignedHead();
  if (signed) return signed;
  throw new Problem('not-found', detail('no-checkpoint'));
}
