import type { Archived } from '../../store/archive-chain.ts';
import { findAltered, readDocuments, shorten } from '../../store/archived-checkpoints.ts';
import { type ArchivedTree, findLargestTree } from '../../store/archived-tree.ts';
import { type FoundEnds, findEnds } from '../../store/checkpoint.ts';
import { checkpointKeys } from './checkpoint-keys.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'archive' | 'checkpoints' | 'publicKeys' | 'logKey' | 'store'>;

/** What was signed and put out of the table: the largest tree, and of before the ends of all chains. */
export type AuditedArchive = FoundEnds & { readonly tree: ArchivedTree | undefined; readonly archived: Archived };

/**
 * What the archive has, and what the record says of it; among what is refused are documents that the record names and that are gone or have
 * other bytes. Of so many the bytes are read, the newest.
 */
export async function auditArchive(deps: Needs, most: number): Promise<AuditedArchive> {
  // Read first: a document that is put there meanwhile is then not looked for.
  const archived = await deps.store.findArchived();
  const keys = await checkpointKeys(deps);
  const texts = await readDocuments(deps.archive, most);
  const altered = await findAltered(deps.archive, archived.documents, texts);
  const { ends, refused } = await findEnds(deps.archive, keys);
  const { tree, refused: refusedTrees } = findLargestTree(texts, keys.openNote);
  const known = new Set(altered.map(({ name }) => name));
  const others = [...refused, ...refusedTrees].filter(({ name }) => !known.has(name));
  const all = [...altered, ...others].sort((a, b) => (a.name < b.name ? 1 : -1));
  return { ends, tree, refused: shorten(all), archived };
}
