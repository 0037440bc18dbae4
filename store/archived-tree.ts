/** A document that does not count, and why; with its fault where its name or its bytes are not those that the record says. */
export type RefusedDocument = { readonly name: string; readonly reason: string; readonly fault?: 'missing' };

/** What a checkpoint of the tree says: so many leaves, with this root (Base64); and whether it is of the tree that is signed now. */
export type OpenedNote = { readonly size: number; readonly root: string; readonly isStanding: boolean };

/** The tree as it was signed on a day. */
export type ArchivedTree = Pick<OpenedNote, 'size' | 'root'> & { readonly name: string; readonly day: string };

export const treeName = (day: string): string => `checkpoints/${day}.note`;

export const isOfTree = (name: string): boolean => name.endsWith('.note');

const NAME = /^checkpoints\/(\d{4}-\d{2}-\d{2})\.note$/;

/**
 * The largest tree that a document says was signed, and documents that do not hold. The largest, not the newest: an older one that somebody has put
 * there again under a later day is true as well, and would hide the rest.
 */
export function findLargestTree(
  texts: ReadonlyMap<string, string>,
  openNote: (note: string) => OpenedNote | string,
): { readonly tree: ArchivedTree | undefined; readonly refused: readonly RefusedDocument[] } {
  let tree: ArchivedTree | undefined;
  const refused: RefusedDocument[] = [];
  for (const [name, text] of texts) {
    if (!isOfTree(name)) continue;
    const opened = openNote(text);
    const day = NAME.exec(name)?.[1];
    if (typeof opened === 'string' || day === undefined)
      refused.push({ name, reason: typeof opened === 'string' ? opened : 'its name is not that of a day' });
    else if (opened.isStanding && opened.size >= (tree?.size ?? 0)) tree = { name, day, size: opened.size, root: opened.root };
  }
  return { tree, refused };
}
