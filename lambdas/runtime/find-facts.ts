import type { Revision } from '../../domain/record/revision.ts';
import { demandFacts } from './demand-facts.ts';
import type { Deps } from './deps.ts';

/** The facts of a revision under the hash that its approval, its status or a decision names; undefined where there is none. */
export async function findFacts(
  platform: string,
  named: { readonly revision: number; readonly hash: string },
  { store }: Pick<Deps, 'store'>,
): Promise<Revision | undefined> {
  const revision = await store.findRevision(platform, named.revision);
  if (revision) demandFacts(revision, named);
  return revision;
}
