import { parse } from 'lossless-json';
import type * as z from 'zod';

/** JSON by a parser that takes no member twice, as what a tool reads in it: the first value it lacks is the fault. */
export function readJson<T>(text: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parse(text, undefined, Number));
  if (read.success) return read.data;
  const [{ path = [], message = '' } = {}] = read.error.issues;
  throw new Error(`${path.join('.')}: ${message}`);
}
