import * as z from 'zod';
import { hashOfText, Sha256 } from '../domain/facts/hash.ts';
import { appendEntries, type KeptTile, listEdge, toTile } from '../domain/log/append.ts';
import { fromBase64, toBase64 } from '../domain/log/base64.ts';
import { proveConsistency, proveInclusion, rootOf } from '../domain/log/prove.ts';
import { type FindTile, findTilesOf, nameOf, type TilePlace, widthOf } from '../domain/log/tiles.ts';
import { HASH_BYTES } from '../domain/log/tree-hash.ts';
import { type CloudEvent, toShortType } from '../domain/record/cloud-event.ts';
import { MEMO_DOCUMENT } from '../domain/record/record-memo.ts';
import { carryOn } from '../domain/record/unknown-members.ts';
import { again } from './again.ts';
import { findFeedEnd, listPlacesFrom, type Place } from './feed.ts';
import { decisionKey, eventKey, leafKey, recordedKey, scoreKey, tileKey, treeKey } from './keys.ts';
import { Leaf, RecordedBy, Tree } from './leaf.ts';
import { MemoData, memoName } from './memo.ts';
import { notePeople } from './people.ts';
import { findRaw } from './raw-item.ts';
import { stored, toItem } from './stored.ts';
import { demandWhole, getItem, getItems, type Table, transact } from './table.ts';

/** Hashes in base64, one after the other: on level 0 those of the events, above it those of full tiles. */
const Tile = z.strictObject({ level: z.int(), index: z.int(), hashes: z.string() });

/** Most leaves of one transaction, which has room for 100 items: each has at most one more beside it. */
const MOST_AT_ONCE = 45;
/** Tries that one has among many others. */
const TIMES = 30;

/**
 * Makes leaves of all places of the feed that are none yet, in their order: those of before there was a tree, and those of a run that broke
 * off, like any other. Each step is one transaction under the size that was read, which writes a few items, however large the tree is. It
 * ends before a place that is not there, which the verification of the record names. Returns the size.
 */
export async function growTree(table: Table): Promise<number> {
  for (;;) {
    const done = await again(() => growSome(table), { times: TIMES });
    if (done !== undefined) return done;
  }
}

async function growSome(table: Table): Promise<number | undefined> {
  const tree = await getItem(table, treeKey, stored(Tree));
  const { version, size } = tree ?? { version: 0, size: 0 };
  const end = await findFeedEnd(table);
  const places = await listPlacesFrom(table, size + 1, Math.min(end, size + MOST_AT_ONCE));
  if (places.length === 0) return size;
  const leaves = await Promise.all(places.map((place) => toLeaf(table, place)));
  // A feed that was tampered with may name an event twice, and must not stop the tree.
  const byEvent = new Map(leaves.map((leaf) => [`${leaf.chain} ${leaf.sequence}`, leaf]));
  // A tile may have grown since the size was read: then the guard refuses what is made of it.
  const edge = (await readTiles(table, listEdge(size))).map((tile) => ({ ...tile, bytes: tile.bytes.subarray(0, widthOf(tile, size) * HASH_BYTES) }));
  const known = new Map(edge.map((tile) => [nameOf(tile), tile.from]));
  const tiles = appendEntries(
    size,
    edge,
    leaves.map(({ hash }) => toBytes(hash)),
  );
  // Before they are leaves, after which no run looks at them again: after a restore all of them are.
  await notePeople(
    table,
    places.map(({ event }) => event.by),
  );
  await transact(table, [
    { guard: toItem(Tree, carryOn(tree, { version: version + 1, size: size + leaves.length }), treeKey), version },
    ...tiles.map(({ level, index, bytes }) => {
      const tile = carryOn(known.get(nameOf({ level, index })), { level, index, hashes: toBase64(bytes) });
      return { replace: toItem(Tile, tile, tileKey(level, index)) };
    }),
    ...[...byEvent.values()].map((leaf) => ({ replace: toItem(Leaf, leaf, leafKey(leaf.chain, leaf.sequence)) })),
    ...places.flatMap(({ event }) => toRecordedBy(event)).map((one) => ({ replace: toItem(RecordedBy, one, recordedKey(one.chain, one.item)) })),
  ]);
  return undefined;
}

/** What is proved to others is found by its event: published scores, decisions and memos. */
function toRecordedBy({ type, subject: chain, sequence, data }: CloudEvent): z.infer<typeof RecordedBy>[] {
  const short = toShortType(type);
  const item =
    short === 'score.published'
      ? scoreKey(chain, String(data.score))
      : short === 'decision.proposed'
        ? decisionKey(chain, String(data.decision))
        : undefined;
  const memo = short === 'memo.recorded' ? MemoData.safeParse(data).data : undefined;
  const name = item?.sk ?? (memo && memoName(memo.documents[MEMO_DOCUMENT]));
  return name === undefined ? [] : [{ chain, item: name, sequence: Number(sequence) }];
}

const toBytes = (hash: string) => Uint8Array.from(Buffer.from(hash, 'hex'));

/** What is a leaf is settled by its place. A place of before the tree has no hash, and takes its event's; without that it gets one that no event has. */
async function toLeaf(table: Table, { number, event, hash }: Place): Promise<Leaf> {
  const [chain, sequence] = [event.subject, Number(event.sequence)];
  const known = hash ?? Sha256.safeParse((await findRaw(table, eventKey(chain, sequence)))?.hash).data ?? hashOfText(JSON.stringify(event));
  return { chain, sequence, index: number - 1, hash: known };
}

type StoredTile = KeptTile & { readonly from: z.infer<typeof Tile> };

export const readTile = (item: Readonly<Record<string, unknown>>): StoredTile => {
  const from = stored(Tile)(item);
  const { level, index, hashes } = from;
  const bytes = fromBase64(hashes);
  if (!bytes) throw new Error('its hashes are no base64');
  return { level, index, bytes, from };
};

/** Tiles as they are kept; throws `Unreadable`. Those that are not there are left out. */
export async function readTiles(table: Table, places: readonly TilePlace[]): Promise<StoredTile[]> {
  return demandWhole(
    await getItems(
      table,
      places.map(({ level, index }) => tileKey(level, index)),
      readTile,
    ),
  );
}

/** Does work on the tree with the tiles that it takes, which are read at once: a root or a proof takes some tens at the most. */
async function onTree<T>(table: Table, work: (find: FindTile) => T): Promise<T> {
  const tiles = new Map((await readTiles(table, findTilesOf(work))).map((tile) => [nameOf(tile), toTile(tile.level, tile.bytes)]));
  return work((place) => {
    const tile = tiles.get(nameOf(place));
    if (!tile) throw new Error(`the tree has no tile ${nameOf(place)}`);
    return tile;
  });
}

/** The root of the tree of its first so many leaves. */
export const readRoot = (table: Table, size: number): Promise<Uint8Array> => onTree(table, (find) => rootOf(size, find));
export const readInclusion = (table: Table, index: number, size: number): Promise<Uint8Array[]> =>
  onTree(table, (find) => proveInclusion(index, size, find));
export const readConsistency = (table: Table, old: number, size: number): Promise<Uint8Array[]> =>
  onTree(table, (find) => proveConsistency(old, size, find));
