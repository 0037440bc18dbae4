import * as z from 'zod';
import { Sha256 } from '../domain/facts/hash.ts';
import type { KnownLeaves } from '../domain/record/chain-reading.ts';
import { feedEndKey, feedMarkKey, leafKey, recordedKey, treeKey } from './keys.ts';
import { findRaw } from './raw-item.ts';
import { stored, storedAt } from './stored.ts';
import { getItem, query, type Table } from './table.ts';

export const Tree = z.strictObject({ version: z.int(), size: z.int().min(0) });

/** An event's leaf: its index in the tree, from 0, is its place in the feed without one. */
export const Leaf = z.strictObject({ chain: z.string(), sequence: z.int(), index: z.int().min(0), hash: Sha256 });
export type Leaf = z.infer<typeof Leaf>;
/** One in another's place is not believed. */
export const readLeaf = storedAt(Leaf, ({ chain, sequence }) => leafKey(chain, sequence));

/** By which event an item of a chain was recorded: a hint, made with the leaf. Trees of before have none. */
export const RecordedBy = z.strictObject({ chain: z.string(), item: z.string(), sequence: z.int().min(1) });
export const readRecordedBy = storedAt(RecordedBy, ({ chain, item }) => recordedKey(chain, item));

/** How many leaves the tree has. */
export async function findTreeSize(table: Table): Promise<number> {
  return (await getItem(table, treeKey, stored(Tree)))?.size ?? 0;
}

export function findLeaf(table: Table, chain: string, sequence: number): Promise<Leaf | undefined> {
  return getItem(table, leafKey(chain, sequence), readLeaf);
}

/** The leaves of a chain, in the order of its events; those that cannot be read are set aside. */
export async function listLeaves(table: Table, chain: string): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  let after: Parameters<typeof query>[1]['after'];
  do {
    const values = { ':pk': leafKey(chain, 0).pk, ':first': '0', ':last': '9~' };
    const where = { KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last', values, ConsistentRead: true, after };
    const page = await query(table, where, readLeaf);
    leaves.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return leaves;
}

/**
 * What the tree has of a chain. Where its leaves are as many as the feed has places, each event up to the chain's mark is one: the mark is
 * read before the end of the feed, and that before the size. Nothing of these is believed, so none is read through a schema.
 */
export async function readKnownLeaves(table: Table, chain: string): Promise<KnownLeaves> {
  const mark = await findRaw(table, feedMarkKey(chain));
  const end = await findRaw(table, feedEndKey);
  const tree = await findRaw(table, treeKey);
  const isGrown = (Number(tree?.size) || 0) >= (Number(end?.version) || 0);
  return { upTo: isGrown ? Number(mark?.sequence) || 0 : 0, leaves: await listLeaves(table, chain) };
}
