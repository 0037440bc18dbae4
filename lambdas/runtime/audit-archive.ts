import type { Archived } from '../../store/archive-chain.ts';
import { findAltered, shorten } from '../../store/archived-checkpoints.ts';
import type { FoundCheckpoint } from '../../store/checkpoint.ts';
import type { Deps } from './deps.ts';
import { newestCheckpoint } from './newest-checkpoint.ts';

type Needs = Pick<Deps, 'archive' | 'checkpoints' | 'publicKeys' | 'store'>;

/** The newest checkpoint, and what the record says of all; among what is refused are documents that it names and that are gone or have other bytes. */
export async function auditArchive(deps: Needs, most: number): Promise<FoundCheckpoint & { readonly archived: Archived }> {
  // Read first: a document that is put there meanwhile is then not looked for.
  const archived = await deps.store.findArchived();
  const { newest, refused } = await newestCheckpoint(deps);
  const altered = await findAltered(deps.archive, archived.documents, most);
  const known = new Set(altered.map(({ name }) => name));
  const all = [...altered, ...refused.filter(({ name }) => !known.has(name))].sort((a, b) => (a.name < b.name ? 1 : -1));
  return { newest, refused: shorten(all), archived };
}
