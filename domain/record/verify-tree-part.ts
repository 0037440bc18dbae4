import type { Broken } from './chain-reading.ts';

/** An event as the feed, and the chain's own list of leaves, have it. */
type Named = { readonly chain: string; readonly sequence: number };

/** A leaf of the tree, and what else knows of it; nothing of it is believed. */
export type KnownLeaf = {
  readonly index: number;
  /** The items that the place in the feed and the leaf of its event lie in. */
  readonly placeItem: string;
  readonly leafItem: string;
  /** The event's hash by the tree; undefined where the tree does not reach so far. */
  readonly entry: string | undefined;
  /** Undefined where it is not there or cannot be read. */
  readonly place: (Named & { readonly hash: string | undefined }) | undefined;
  readonly leaf: { readonly index: number; readonly hash: string } | undefined;
};

/** A part of the tree: the leaves of one tile, and the chains that these are of. */
export type TreePart = {
  readonly tileItem: string;
  /** Leaves that the tile must have, and has. */
  readonly width: number;
  readonly found: number;
  /** Whether the tile above has the hash of this one; so it is, too, while it is not full. */
  readonly isFolded: boolean;
  readonly leaves: readonly KnownLeaf[];
  /** Of each chain whether its head is there, and where all look for it. */
  readonly heads: readonly { readonly chain: string; readonly item: string; readonly isThere: boolean; readonly isListed: boolean }[];
  /** The tile behind it; undefined for the last. */
  readonly next: number | undefined;
};

type TreeBroken = Broken & { readonly chain: string };

/** What is wrong with a part of the tree, which is the chain `tree` here: each leaf is of an event of the feed, and each chain of these is where it is looked for. */
export function verifyTreePart({ tileItem, width, found, isFolded, leaves, heads }: TreePart): TreeBroken[] {
  const broken: TreeBroken[] = [];
  const name = (item: string, fault: Broken['fault'], detail: string) => broken.push({ chain: 'tree', item, fault, detail });
  if (found < width) name(tileItem, 'missing', `it has ${found} leaves, and the tree has ${width} here`);
  if (!isFolded) name(tileItem, 'changed', 'the tile above has another hash for it');
  for (const { index, placeItem, leafItem, entry, place, leaf } of leaves) {
    if (!place) name(placeItem, 'missing', entry === undefined ? 'the feed goes on behind it' : `leaf ${index} of the tree is of it`);
    else if (entry !== undefined && place.hash !== undefined && place.hash !== entry)
      name(placeItem, 'changed', `leaf ${index} of the tree has another hash`);
    if (!place || entry === undefined) continue;
    if (!leaf) name(leafItem, 'missing', `leaf ${index} of the tree is of it`);
    else if (leaf.index !== index) name(placeItem, 'added', `its event is leaf ${leaf.index} of the tree, and leaf ${index} too`);
    else if (leaf.hash !== entry) name(leafItem, 'changed', `leaf ${index} of the tree has another hash`);
  }
  for (const { chain, item, isThere, isListed } of heads) {
    if (!isThere) broken.push({ chain, item, fault: 'missing', detail: 'the tree has events of this chain' });
    else if (!isListed) broken.push({ chain, item, fault: 'changed', detail: 'the tree has events of this chain, and it is not in the list of all' });
  }
  return broken;
}
