import { toBase64 } from '../../domain/log/base64.ts';
import type { Broken } from '../../domain/record/chain-reading.ts';
import { verifyTreePart } from '../../domain/record/verify-tree-part.ts';
import { signedHeadKey, treeKey } from '../../store/keys.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'store'>;

/** Read units of one tile with the places and leaves of its events, if these are of 1 KB. */
const UNITS_OF_TILE = 800;

export type TreeReport = {
  readonly leaves: number;
  readonly broken: readonly (Broken & { readonly chain: string })[];
  /** The tile to go on with; undefined when all were looked at. */
  readonly next: number | undefined;
};

/** Holds the leaves of the tree against feed and chains, from a tile on, until there was enough to read; from the first on also its root against what was signed. */
export async function verifyTree(from: number, units: number, deps: Needs): Promise<TreeReport> {
  const broken: TreeReport['broken'][number][] = from === 0 ? await verifySigned(deps) : [];
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

/** Whatever was signed is the beginning of the tree. */
async function verifySigned({ store }: Needs): Promise<TreeReport['broken'][number][]> {
  const signed = await store.findSignedHead();
  if (!signed) return [];
  const size = await store.findTreeSize();
  const named = { chain: 'tree', item: `${treeKey.pk} ${treeKey.sk}` } as const;
  if (size < signed.size) return [{ ...named, fault: 'cut-off', detail: `it has ${size} leaves, and ${signed.size} were signed` }];
  const root = await store.readRoot(signed.size).then(toBase64, () => undefined);
  if (root === signed.root) return [];
  return [{ ...named, fault: 'rewritten', detail: `it does not begin with the ${signed.size} leaves that ${signedHeadKey.pk} was signed for` }];
}
