import { concatBytes } from '@noble/hashes/utils.js';
import { hashesOf, nameOf, TILE_WIDTH, type TilePlace, widthOf } from './tiles.ts';
import { foldHashes, HASH_BYTES, hashLeaf } from './tree-hash.ts';

/** A tile with what it holds: on level 0 the entries themselves, which the hashes of its leaves follow from. */
export type KeptTile = TilePlace & { readonly bytes: Uint8Array };

/** The tiles that stand at the right edge of a tree of so many leaves and are not full: what appending to it takes. */
export function listEdge(size: number): TilePlace[] {
  const edge: TilePlace[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH))
    if (hashes % TILE_WIDTH > 0) edge.push({ level, index: Math.floor(hashes / TILE_WIDTH) });
  return edge;
}

/** The bytes that a reader of the tree is given for a tile: on level 0 the hash of each leaf. */
export function toTile(level: number, kept: Uint8Array): Uint8Array {
  return level === 0 ? concatBytes(...hashesOf(kept).map(hashLeaf)) : kept;
}

/** The tiles that change when entries are added to a tree of so many: a few, however large it is. Throws where the edge is not that of the tree. */
export function appendEntries(size: number, edge: readonly KeptTile[], entries: readonly Uint8Array[]): KeptTile[] {
  const changed = new Map<string, KeptTile>();
  const known = new Map(edge.map((tile) => [nameOf(tile), tile.bytes]));
  for (const place of listEdge(size))
    if (known.get(nameOf(place))?.length !== widthOf(place, size) * HASH_BYTES)
      throw new Error(`the tile ${nameOf(place)} is not that of ${size} leaves`);
  const add = (level: number, n: number, hash: Uint8Array): void => {
    const place = { level, index: Math.floor(n / TILE_WIDTH) };
    const bytes = concatBytes(known.get(nameOf(place)) ?? new Uint8Array(), hash);
    known.set(nameOf(place), bytes);
    changed.set(nameOf(place), { ...place, bytes });
    if (bytes.length === TILE_WIDTH * HASH_BYTES) add(level + 1, place.index, foldHashes(hashesOf(toTile(level, bytes))));
  };
  for (const [i, entry] of entries.entries()) add(0, size + i, entry);
  return [...changed.values()];
}
