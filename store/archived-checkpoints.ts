import { hashOfText } from '../domain/facts/hash.ts';
import type { Archive } from './archive.ts';
import { isOfTree, type RefusedDocument } from './archived-tree.ts';
import { type CheckpointKeys, openCheckpoint, PREFIX } from './checkpoint.ts';

/** Documents that are read at once. */
const AT_ONCE = 16;
/** The most that one event names: it is an item of the table, of 400 KB at the most. */
const MOST_NAMED = 500;
/** The most that are named one by one: an emptied archive must not hide what else is broken. */
const MOST_LISTED = 20;

type Named = ReadonlyMap<string, string>;

/** The texts of documents by name, in their order, the newest of so many. */
export async function readDocuments(archive: Archive, most: number): Promise<Map<string, string>> {
  const names = (await archive.list(PREFIX)).reverse().slice(0, most).reverse();
  const texts = new Map<string, string>();
  for (let i = 0; i < names.length; i += AT_ONCE) {
    const part = names.slice(i, i + AT_ONCE);
    for (const [j, text] of (await Promise.all(part.map((name) => archive.find(name)))).entries())
      if (text !== undefined) texts.set(part[j] ?? '', text);
  }
  return texts;
}

/** Documents that the record names and that are not in the archive, or are there with other bytes, newest first. */
export async function findAltered(archive: Archive, named: Named, texts: ReadonlyMap<string, string>): Promise<RefusedDocument[]> {
  const there = new Set(await archive.list(PREFIX));
  const names = [...named.keys()].sort().reverse();
  return names.flatMap((name): RefusedDocument[] => {
    if (!there.has(name)) return [{ name, reason: 'the record says that it was taken, and it is not in the archive', fault: 'missing' }];
    const text = texts.get(name);
    return text === undefined || hashOfText(text) === named.get(name) ? [] : [{ name, reason: 'its bytes are not those that the record names' }];
  });
}

/** The newest of them, and all others as one. */
export function shorten(refused: readonly RefusedDocument[]): RefusedDocument[] {
  const rest = refused.slice(MOST_LISTED);
  const [first] = rest;
  if (!first) return [...refused];
  const reason = `${rest.length} older ones are missing or changed too, from ${rest.at(-1)?.name} to ${first.name}`;
  return [...refused.slice(0, MOST_LISTED), { name: PREFIX, reason }];
}

/** Documents that hold and that the record does not name: those of before it named any, and that of a run that broke off. */
export async function findUnnamed(archive: Archive, named: Named, keys: CheckpointKeys): Promise<Record<string, string>> {
  const unnamed: Record<string, string> = {};
  // What a key of bundles signed counts only where nothing earlier is by another key.
  let isEarly = named.size === 0;
  for (const name of await archive.list(PREFIX)) {
    if (named.has(name)) continue;
    const text = (await archive.find(name)) ?? '';
    const opened = isOfTree(name) ? keys.openNote(text) : await openCheckpoint(name, text, keys);
    if (typeof opened === 'string') continue;
    const isOwn = !('isOwn' in opened) || opened.isOwn;
    if (!(isOwn || isEarly)) continue;
    isEarly &&= !isOwn;
    unnamed[name] = hashOfText(text);
    if (Object.keys(unnamed).length === MOST_NAMED) break;
  }
  return unnamed;
}
