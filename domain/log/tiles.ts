import { foldHashes, HASH_BYTES } from './tree-hash.ts';

/** Hashes in a full tile, and levels of the tree that it spans (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Where a tile stands: on which level of tiles, and which it is there, from 0. */
export type TilePlace = { readonly level: number; readonly index: number };

/** Finds the bytes of a tile: 32 for each of its hashes, more than were asked for where it has grown since. */
export type FindTile = (place: TilePlace) => Uint8Array;

/** How many hashes the tile has in a tree of so many leaves. */
export function widthOf({ level, index }: TilePlace, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

function hashAt(tile: Uint8Array, i: number): Uint8Array {
  const hash = tile.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
  if (hash.length !== HASH_BYTES) throw new Error(`the tile has no hash ${i}`);
  return hash;
}

/** The hashes of a tile, one by one. */
export function hashesOf(tile: Uint8Array): Uint8Array[] {
  return Array.from({ length: tile.length / HASH_BYTES }, (_, i) => hashAt(tile, i));
}

/** The hash of the whole subtree of 2^height leaves that is the n-th of its height. */
export function readNode(height: number, n: number, find: FindTile): Uint8Array {
  const level = Math.floor(height / TILE_HEIGHT);
  const across = 2 ** (height % TILE_HEIGHT);
  const first = n * across;
  const tile = find({ level, index: Math.floor(first / TILE_WIDTH) });
  return foldHashes(Array.from({ length: across }, (_, i) => hashAt(tile, (first % TILE_WIDTH) + i)));
}

/** The tiles that work reads, found by doing it once over tiles of zeros: what is read never depends on what they hold. */
export function findTilesOf(work: (find: FindTile) => unknown): TilePlace[] {
  const places = new Map<string, TilePlace>();
  work((place) => {
    places.set(nameOf(place), place);
    return new Uint8Array(TILE_WIDTH * HASH_BYTES);
  });
  return [...places.values()];
}

export const nameOf = ({ level, index }: TilePlace): string => `${level}/${index}`;
