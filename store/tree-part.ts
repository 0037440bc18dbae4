import { bytesToHex } from '@noble/hashes/utils.js';
import { toTile } from '../domain/log/append.ts';
import { hashesOf, TILE_WIDTH, widthOf } from '../domain/log/tiles.ts';
import { foldHashes, HASH_BYTES, isSameHash } from '../domain/log/tree-hash.ts';
import { OTHER_CHAINS } from '../domain/record/cloud-event.ts';
import type { KnownLeaf, TreePart } from '../domain/record/verify-tree-part.ts';
import { readPlace } from './feed.ts';
import { feedEndKey, feedKey, HEAD_PREFIX, headKey, LISTING, leafKey, tileKey, treeKey } from './keys.ts';
import { readLeaf } from './leaf.ts';
import { findRaw } from './raw-item.ts';
import { getItems, type Key, type Table } from './table.ts';
import { readTile } from './tree.ts';

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

/**
 * Reads the n-th tile of leaves with what feed, chains and the tile above know of it: some 800 items of the table at the most. The end of the
 * feed is read first, so that whatever is missing before it is missing.
 */
export async function readTreePart(table: Table, n: number): Promise<TreePart> {
  const end = Number((await findRaw(table, feedEndKey))?.version) || 0;
  const size = Number((await findRaw(table, treeKey))?.size) || 0;
  const place = { level: 0, index: n };
  const width = widthOf(place, size);
  const entries = (await readEntries(table, n)).slice(0, width);
  const first = n * TILE_WIDTH;
  const indices = Array.from({ length: Math.max(0, Math.min(TILE_WIDTH, Math.max(size, end) - first)) }, (_, i) => first + i);
  const places = await readPlaces(table, indices);
  const leafKeys = [...places.values()].map(({ chain, sequence }) => leafKey(chain, sequence));
  const leaves = new Map((await getItems(table, leafKeys, readLeaf)).items.map((leaf) => [nameOf(leafKey(leaf.chain, leaf.sequence)), leaf]));
  const found = indices.map((index): KnownLeaf => {
    const at = places.get(index);
    const leafItem = at ? nameOf(leafKey(at.chain, at.sequence)) : '';
    return { index, placeItem: nameOf(feedKey(index + 1)), leafItem, entry: entries[index - first], place: at, leaf: leaves.get(leafItem) };
  });
  return {
    tileItem: nameOf(tileKey(0, n)),
    width,
    found: entries.length,
    isFolded: entries.length < TILE_WIDTH || (await isFolded(table, n)),
    leaves: found,
    heads: await readHeads(table, new Set([...places.values()].map(({ chain }) => chain))),
    next: (n + 1) * TILE_WIDTH < Math.max(size, end) ? n + 1 : undefined,
  };
}

const readTiles = async (table: Table, keys: readonly Key[]) => (await getItems(table, keys, readTile)).items;

async function readEntries(table: Table, n: number): Promise<string[]> {
  const [tile] = await readTiles(table, [tileKey(0, n)]);
  return tile && tile.bytes.length % HASH_BYTES === 0 ? hashesOf(tile.bytes).map(bytesToHex) : [];
}

/** Whether each full tile over this leaf's has the hash of the one below, up to the top. */
async function isFolded(table: Table, n: number): Promise<boolean> {
  for (let [level, index] = [0, n]; ; level += 1, index = Math.floor(index / TILE_WIDTH)) {
    const above = Math.floor(index / TILE_WIDTH);
    const [tile, over] = await Promise.all([readTiles(table, [tileKey(level, index)]), readTiles(table, [tileKey(level + 1, above)])]);
    if (tile[0]?.bytes.length !== TILE_WIDTH * HASH_BYTES) return level > 0;
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    const hash = over[0]?.bytes.subarray(at, at + HASH_BYTES);
    if (!hash || !isSameHash(hash, foldHashes(hashesOf(toTile(level, tile[0].bytes))))) return false;
  }
}

async function readPlaces(table: Table, indices: readonly number[]): Promise<Map<number, NonNullable<KnownLeaf['place']>>> {
  const { items } = await getItems(
    table,
    indices.map((index) => feedKey(index + 1)),
    readPlace,
  );
  return new Map(items.map(({ number, event, hash }) => [number - 1, { chain: event.subject, sequence: Number(event.sequence), hash }]));
}

/** A platform that lacks its name in the list of platforms would not be looked for. */
async function readHeads(table: Table, chains: ReadonlySet<string>): Promise<TreePart['heads']> {
  const { items } = await getItems(table, [...chains].map(headKey), (item) => item as Key & Record<string, unknown>);
  const heads = new Map(items.map((item) => [item.pk, item]));
  return [...chains].map((chain) => {
    const head = heads.get(headKey(chain).pk);
    const isListed = Object.hasOwn(OTHER_CHAINS, chain) || (head?.listPk === LISTING && head.listSk === chain);
    return { chain, item: HEAD_PREFIX, isThere: head !== undefined, isListed };
  });
}
