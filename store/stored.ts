import type * as z from 'zod';
import { SCHEMA } from '../domain/record/schema-number.ts';
import { INDEXES, TABLE_KEYS } from './keys.ts';
import type { Item, Key } from './table.ts';
import { toShape, withUnknown } from '../domain/record/unknown-members.ts';

/** What the table and its indexes need of an item, and what is written anew each time. */
const OF_THE_TABLE = new Set(['schema', ...Object.values(TABLE_KEYS), ...INDEXES.flatMap(({ partition, sort }) => [partition, sort])]);

/** Reads items of a kind whatever release wrote them: members that are not known are kept aside, and written back by `toItem`. */
export function stored<T extends z.ZodObject>(schema: T): (item: Readonly<Record<string, unknown>>) => z.output<T> {
  return (item) => {
    const content = Object.entries(item).filter(([name]) => Object.hasOwn(schema.shape, name) || !OF_THE_TABLE.has(name));
    return parseStored(schema, Object.fromEntries(content));
  };
}

/** The reader of a kind, for items that must lie where what they say of themselves belongs: one in another's place is not believed. */
export function storedAt<T extends z.ZodObject>(
  schema: T,
  keyOf: (content: z.output<T>) => Key,
): (item: Readonly<Record<string, unknown>>) => z.output<T> {
  const read = stored(schema);
  return (item) => {
    const content = read(item);
    const { pk, sk } = keyOf(content);
    if (item.pk !== pk || item.sk !== sk) throw new Error(`it says that it is ${pk} ${sk}`);
    return content;
  };
}

/** Most of what is stored is of this version's shape, which costs least to see. */
export function parseStored<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : toShape(schema, { isStrict: false }).parse(value);
}

/** A value that is kept as its text: small, and parsed only where it is read. */
export function parseText<T extends z.ZodType>(schema: T, json: string): z.output<T> {
  return parseStored(schema, JSON.parse(json));
}

export const toText = (value: unknown): string => JSON.stringify(withUnknown(value));

/** An item as this version writes it: of its own members none too many and each of its type; those of another version go along. */
export function toItem<T extends z.ZodObject>(schema: T, value: z.output<T>, keys: Item): Item {
  toShape(schema, { isStrict: true }).parse(value);
  return { ...(withUnknown(value) as object), ...keys, schema: SCHEMA };
}
