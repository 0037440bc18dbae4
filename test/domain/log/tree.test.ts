import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEntries, type KeptTile, listEdge, toTile } from '../../../domain/log/append.ts';
import { includes, isConsistent } from '../../../domain/log/check-proof.ts';
import { proveConsistency, proveInclusion, rootOf } from '../../../domain/log/prove.ts';
import { type FindTile, findTilesOf, nameOf, TILE_WIDTH, widthOf } from '../../../domain/log/tiles.ts';
import { EMPTY_ROOT, hashLeaf } from '../../../domain/log/tree-hash.ts';
import { naiveConsistency, naiveInclusion, naiveRoot } from './naive-tree.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const entry = (n: number) => Uint8Array.from({ length: 32 }, (_, i) => (n * 31 + i * 7 + (n >> 8)) % 256);
const entriesOf = (size: number) => Array.from({ length: size }, (_, n) => entry(n));

/** The tiles of a tree that was appended to in steps of these sizes. */
function grow(steps: readonly number[]): { size: number; kept: Map<string, KeptTile>; find: FindTile } {
  const kept = new Map<string, KeptTile>();
  let size = 0;
  for (const step of steps) {
    const edge = listEdge(size).flatMap((place) => kept.get(nameOf(place)) ?? []);
    const added = Array.from({ length: step }, (_, i) => entry(size + i));
    for (const tile of appendEntries(size, edge, added)) kept.set(nameOf(tile), tile);
    size += step;
  }
  const find: FindTile = (place) => {
    const tile = kept.get(nameOf(place));
    if (!tile) throw new Error(`there is no tile ${nameOf(place)}`);
    return toTile(place.level, tile.bytes);
  };
  return { size, kept, find };
}

describe('the vectors of the reference implementation of RFC 6962', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((text) =>
    Buffer.from(text, 'hex'),
  );
  test.each([
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('give the root of %i leaves', (size, root) => {
    expect(hex(naiveRoot(leaves.slice(0, size)))).toBe(root);
  });
  test('give the root of none', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

const sizes = fc.oneof(fc.integer({ min: 1, max: 700 }), fc.constantFrom(255, 256, 257, 511, 512, 513));

test('the tiles of a tree do not depend on the steps in which it grew, and have the widths that their size asks for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }), (steps) => {
      const { size, kept } = grow(steps);
      const { kept: atOnce } = grow([size]);
      expect([...kept.keys()].sort()).toEqual([...atOnce.keys()].sort());
      for (const [name, tile] of kept) {
        expect(hex(tile.bytes)).toBe(hex(atOnce.get(name)?.bytes ?? new Uint8Array()));
        expect(tile.bytes.length / 32).toBe(widthOf(tile, size));
      }
    }),
    { numRuns: 30 },
  );
});

test('a tree of 70,000 leaves is kept as the tiles that C2SP tlog-tiles says', () => {
  const { kept } = grow([70_000]);
  const ofLevel = (level: number) => [...kept.values()].filter((tile) => tile.level === level);
  expect([0, 1, 2, 3].map((level) => ofLevel(level).length)).toEqual([274, 2, 1, 0]);
  expect([0, 1, 2].map((level) => (ofLevel(level).at(-1)?.bytes.length ?? 0) / 32)).toEqual([112, 17, 1]);
});

test('appending changes a few tiles, however large the tree is', () => {
  const { size, kept } = grow([65_535]);
  const edge = listEdge(size).flatMap((place) => kept.get(nameOf(place)) ?? []);
  const changed = appendEntries(size, edge, [entry(size)]);
  expect(changed.map(nameOf)).toEqual(['0/255', '1/0', '2/0']);
});

test('an edge that was cut or belongs to another size is refused', () => {
  const { size, kept } = grow([300]);
  const edge = listEdge(size).flatMap((place) => kept.get(nameOf(place)) ?? []);
  const cut = edge.map((tile) => ({ ...tile, bytes: tile.bytes.subarray(32) }));
  for (const wrong of [cut, [], edge.slice(1)]) expect(() => appendEntries(size, wrong, [entry(size)])).toThrow('is not that of 300 leaves');
  expect(() => appendEntries(size + 1, edge, [entry(size)])).toThrow('is not that of 301 leaves');
});

test('roots and proofs out of tiles are those of the whole tree, of every earlier size too', () => {
  const { find } = grow([700]);
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), (size, a, b) => {
      const entries = entriesOf(size);
      expect(hex(rootOf(size, find))).toBe(hex(naiveRoot(entries)));
      const index = a % size;
      expect(proveInclusion(index, size, find).map(hex)).toEqual(naiveInclusion(index, entries).map(hex));
      const old = 1 + (b % size);
      expect(proveConsistency(old, size, find).map(hex)).toEqual(naiveConsistency(old, entries).map(hex));
    }),
    { numRuns: 60 },
  );
});

test('a proof holds for its leaf, its place and its trees, and for nothing else', () => {
  const { find } = grow([700]);
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (size, a, b, c) => {
      const [index, old] = [a % size, 1 + (b % size)];
      const tree = { size, root: rootOf(size, find) };
      const before = { size: old, root: rootOf(old, find) };
      const leaf = hashLeaf(entry(index));
      const path = proveInclusion(index, size, find);
      expect(includes(leaf, index, path, tree)).toBe(true);
      const other = (index + 1 + (c % 700)) % (size + 1);
      if (other !== index) expect(includes(leaf, other, path, tree)).toBe(false);
      expect(includes(hashLeaf(leaf), index, path, tree)).toBe(false);
      const way = proveConsistency(old, size, find);
      expect(isConsistent(before, tree, way)).toBe(true);
      for (const [hashes, holds] of [
        [path, (changed: Uint8Array[]) => includes(leaf, index, changed, tree)],
        [way, (changed: Uint8Array[]) => isConsistent(before, tree, changed)],
      ] as const) {
        const at = c % Math.max(1, hashes.length);
        const flipped = hashes.map((hash, i) => (i === at ? Uint8Array.from(hash, (byte, j) => (j === c % 32 ? byte ^ 1 : byte)) : hash));
        if (hashes.length > 0) expect(holds(flipped)).toBe(false);
        expect(holds([...hashes, leaf])).toBe(false);
        if (hashes.length > 0) expect(holds(hashes.slice(1))).toBe(false);
      }
      if (old < size) expect(isConsistent(before, { size: old, root: tree.root }, [])).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('what a proof reads is known before any tile is', () => {
  const { find } = grow([70_000]);
  const seen: string[] = [];
  proveInclusion(1234, 70_000, (place) => {
    seen.push(nameOf(place));
    return find(place);
  });
  expect(findTilesOf((each) => proveInclusion(1234, 70_000, each)).map(nameOf)).toEqual([...new Set(seen)]);
  expect(new Set(seen).size).toBeLessThan(8);
  expect(TILE_WIDTH).toBe(256);
});
