import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** Bytes of a hash: the tree is made of SHA-256 (RFC 6962, section 2.1). */
export const HASH_BYTES = 32;

/** The hash of the tree that has no leaf. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

/** The hash of a leaf: the prefix tells it from a node, so that neither passes for the other. */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), entry));
}

/** The hash of the node above two. */
export function hashChildren(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right));
}

/** The root above these hashes, of leaves or of whole subtrees of one size (`MTH` of RFC 6962). */
export function foldHashes(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes;
  if (first === undefined) return EMPTY_ROOT;
  if (hashes.length === 1) return first;
  const left = splitPoint(hashes.length);
  return hashChildren(foldHashes(hashes.slice(0, left)), foldHashes(hashes.slice(left)));
}

/** The largest power of two below a number of leaves, 2 or more: so many are on the left. */
export function splitPoint(leaves: number): number {
  let left = 1;
  while (left * 2 < leaves) left *= 2;
  return left;
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
