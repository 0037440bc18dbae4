import { hashOfText } from '../domain/facts/hash.ts';
import type { Archive } from './archive.ts';
import { type CheckpointKeys, openCheckpoint, PREFIX, type RefusedDocument } from './checkpoint.ts';

/** Documents that are read at once. */
const AT_ONCE = 16;
/** The most that one event names: it is an item of the table, of 400 KB at the most. */
export const MOST_NAMED = 500;
/** The most that are named one by one: an emptied archive must not hide what else is broken. */
const MOST_LISTED = 20;

type Named = ReadonlyMap<string, string>;

/** Documents that the record names and that are not in the archive, or are there with other bytes, newest first; of so many the bytes are read, the newest. */
export async function findAltered(archive: Archive, named: Named, most: number): Promise<RefusedDocument[]> {
  const there = new Set(await archive.list(PREFIX));
  const names = [...named.keys()].sort().reverse();
  const other = new Set<string>();
  const present = names.filter((name) => there.has(name)).slice(0, most);
  for (let i = 0; i < present.length; i += AT_ONCE)
    await Promise.all(
      present.slice(i, i + AT_ONCE).map(async (name) => {
        const text = await archive.find(name);
        if (text === undefined) there.delete(name);
        else if (hashOfText(text) !== named.get(name)) other.add(name);
      }),
    );
  return names.flatMap((name): RefusedDocument[] => {
    if (!there.has(name)) return [{ name, reason: 'the record says that it was taken, and it is not in the archive', fault: 'missing' }];
    return other.has(name) ? [{ name, reason: 'its bytes are not those that the record names' }] : [];
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

/**
 * Documents that hold, of those that the record does not name: those of before it named any, and that of a run that broke off. `isEarly`
 * where it names none at all.
 */
export async function findUnnamed(
  archive: Archive,
  { names, isEarly: namesNone }: { names: readonly string[]; isEarly: boolean },
  keys: CheckpointKeys,
): Promise<Record<string, string>> {
  const unnamed: Record<string, string> = {};
  // What a key of bundles signed counts only where nothing earlier is by a key of checkpoints.
  let isEarly = namesNone;
  for (const name of names) {
    const text = (await archive.find(name)) ?? '';
    const opened = await openCheckpoint(name, text, keys);
    if (typeof opened === 'string' || !(opened.isOwn || isEarly)) continue;
    isEarly &&= !opened.isOwn;
    unnamed[name] = hashOfText(text);
    if (Object.keys(unnamed).length === MOST_NAMED) break;
  }
  return unnamed;
}
