/** What an import would write and why: every row of a table and every field of a record has a line, taken or not. */
export type Plan = {
  /** What the file is, in words. */
  readonly is: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What became of each row. */
  readonly rows: readonly { readonly row: number; readonly what: string; readonly isTaken: boolean }[];
  /** Columns and fields that have no place, a sentence each. */
  readonly without: readonly string[];
  /** What to do then. */
  readonly next: readonly string[];
};

/** What an import is told beside the file. */
export type Told = {
  readonly file: string;
  readonly folder: string;
  readonly platform: string | undefined;
  readonly on: string;
  readonly url: string | undefined;
};

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A slug of a name, as platforms and ids are written; undefined where no letter of it is Latin. */
export function toSlug(name: string): string | undefined {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? undefined : slug;
}
