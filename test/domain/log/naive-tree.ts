import { foldHashes, hashLeaf, splitPoint } from '../../../domain/log/tree-hash.ts';

/** The tree as RFC 6962 writes it down, over all leaves each time: what the tiles are held against. */
export const naiveRoot = (entries: readonly Uint8Array[]): Uint8Array => foldHashes(entries.map(hashLeaf));

export function naiveInclusion(index: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length <= 1) return [];
  const k = splitPoint(entries.length);
  return index < k
    ? [...naiveInclusion(index, entries.slice(0, k)), naiveRoot(entries.slice(k))]
    : [...naiveInclusion(index - k, entries.slice(k)), naiveRoot(entries.slice(0, k))];
}

export function naiveConsistency(old: number, entries: readonly Uint8Array[], isWhole = true): Uint8Array[] {
  if (old === entries.length) return isWhole ? [] : [naiveRoot(entries)];
  const k = splitPoint(entries.length);
  return old <= k
    ? [...naiveConsistency(old, entries.slice(0, k), isWhole), naiveRoot(entries.slice(k))]
    : [...naiveConsistency(old - k, entries.slice(k), false), naiveRoot(entries.slice(0, k))];
}
