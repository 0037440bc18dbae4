import { toBase64 } from '../../domain/log/base64.ts';
import type { Broken } from '../../domain/record/chain-reading.ts';
import { verifyTreePart } from '../../domain/record/verify-tree-part.ts';
import type { ArchivedTree } from '../../store/archived-tree.ts';
import { signedHeadKey, treeKey } from '../../store/keys.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'store'>;

/** Read units of one tile with the places and leaves of its events, if these are of 1 KB. */
const UNITS_OF_TILE = 800;

type TreeBroken = Broken & { readonly chain: string };

export type TreeReport = {
  readonly leaves: number;
  readonly broken: readonly TreeBroken[];
  /** The tile to go on with; undefined when all were looked at. */
  readonly next: number | undefined;
};

/** Holds the leaves of the tree against feed and chains, from a tile on, until there was enough to read; from the first on also its root against what was signed. */
export async function verifyTree(archived: ArchivedTree | undefined, from: number, units: number, deps: Needs): Promise<TreeReport> {
  const first = from === 0 ? await findTreeBreak(archived, deps) : undefined;
  const broken: TreeBroken[] = first ? [first] : [];
  let leaves = 0;
  let next: number | undefined = from;
  for (let left = units; next !== undefined && left > 0; left -= UNITS_OF_TILE) {
    const part = await deps.store.readTreePart(next);
    broken.push(...verifyTreePart(part));
    leaves += part.found;
    next = part.next;
  }
  return { leaves, broken, next };
}

/** Whatever was signed is the beginning of the tree: what lies out of the table, and what the newest checkpoint says. */
export async function findTreeBreak(archived: ArchivedTree | undefined, { store }: Needs): Promise<TreeBroken | undefined> {
  const signed = await store.findSignedHead();
  const size = await store.findTreeSize();
  const named = { chain: 'tree', item: `${treeKey.pk} ${treeKey.sk}` } as const;
  const claims = [...(archived ? [archived] : []), ...(signed ? [{ name: signedHeadKey.pk, size: signed.size, root: signed.root }] : [])];
  for (const claim of claims) {
    if (size < claim.size) return { ...named, fault: 'cut-off', detail: `it has ${size} leaves, and ${claim.size} were signed (${claim.name})` };
    const root = await store.readRoot(claim.size).then(toBase64, () => undefined);
    if (root !== claim.root)
      return { ...named, fault: 'rewritten', detail: `it does not begin with the ${claim.size} leaves that ${claim.name} was signed for` };
  }
  return undefined;
}
