import { EMPTY_ROOT, hashChildren, isSameHash } from './tree-hash.ts';

const isOdd = (n: number) => n % 2 === 1;
const half = (n: number) => Math.floor(n / 2);

/** Whether a proof leads from the leaf's hash at an index to the root of a tree of so many leaves (RFC 9162, 2.1.3.2). */
export function includes(leaf: Uint8Array, index: number, proof: readonly Uint8Array[], tree: { size: number; root: Uint8Array }): boolean {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < tree.size)) return false;
  let [at, last] = [index, tree.size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = hashChildren(sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = hashChildren(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSameHash(hash, tree.root);
}

/** Whether a proof shows that one tree begins with all of another (RFC 9162, 2.1.4.2). */
export function isConsistent(
  old: { size: number; root: Uint8Array },
  tree: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (old.size > tree.size) return false;
  if (old.size === tree.size) return proof.length === 0 && isSameHash(old.root, tree.root);
  if (old.size === 0) return proof.length === 0 && isSameHash(old.root, EMPTY_ROOT);
  const path = Number.isInteger(Math.log2(old.size)) ? [old.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined || proof.length === 0) return false;
  let [at, last] = [old.size - 1, tree.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [before, after] = [hashChildren(hash, before), hashChildren(hash, after)];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else after = hashChildren(after, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSameHash(before, old.root) && isSameHash(after, tree.root);
}
