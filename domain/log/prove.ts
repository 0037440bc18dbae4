import { type FindTile, readNode } from './tiles.ts';
import { EMPTY_ROOT, hashChildren, splitPoint } from './tree-hash.ts';

/** The hash of the leaves from `from` up to `to`, which begin where a subtree of their size does. */
function hashRange(from: number, to: number, find: FindTile): Uint8Array {
  const leaves = to - from;
  const height = Math.log2(leaves);
  if (Number.isInteger(height)) return readNode(height, from / leaves, find);
  const middle = from + splitPoint(leaves);
  return hashChildren(hashRange(from, middle, find), hashRange(middle, to, find));
}

/** The root of the tree of the first `size` leaves. */
export function rootOf(size: number, find: FindTile): Uint8Array {
  return size === 0 ? EMPTY_ROOT : hashRange(0, size, find);
}

/** Shows that a leaf is in the tree of so many (RFC 6962, 2.1.1): the hashes beside its way up, from its sibling on. */
export function proveInclusion(index: number, size: number, find: FindTile): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      path.push(hashRange(middle, to, find));
      to = middle;
    } else {
      path.push(hashRange(from, middle, find));
      from = middle;
    }
  }
  return path.reverse();
}

/** Shows that the tree of `size` leaves begins with all of the tree of `old` (RFC 6962, 2.1.2). */
export function proveConsistency(old: number, size: number, find: FindTile): Uint8Array[] {
  if (!(old >= 0 && old <= size)) throw new RangeError(`a tree of ${size} leaves holds none of ${old}`);
  if (old === 0 || old === size) return [];
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  // Whether the subtree is still one that the older tree ends with whole, so that who knows its root knows the hash.
  let isWhole = true;
  while (old !== to) {
    const middle = from + splitPoint(to - from);
    if (old <= middle) {
      path.push(hashRange(middle, to, find));
      to = middle;
    } else {
      path.push(hashRange(from, middle, find));
      from = middle;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(hashRange(from, to, find));
  return path.reverse();
}
