import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Deps } from './deps.ts';
import { invalid } from './problem.ts';

/** Query members of every list. */
export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many items at the most, 1 to 200.', example: 50 }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: 'Where the next page begins, as the page before said.', example: 'dGlrdG9r.6Qhd0pGwZ5pS0mTn5u2rJdXrYxq3vQ3pYb4sK1aUe8c' }),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Where the next page begins; null on the last.' }),
  });
}

/** A cursor belongs to one list (and its filters): `place` is signed together with it. */
export async function sealCursor(place: string, list: string, deps: Deps): Promise<string> {
  return `${Buffer.from(place).toString('base64url')}.${await deps.mac(`${list}\n${place}`)}`;
}

export async function openCursor(cursor: string | undefined, list: string, deps: Deps): Promise<string | undefined> {
  if (cursor === undefined) return undefined;
  const [encoded = '', mac = '', ...rest] = cursor.split('.');
  const place = Buffer.from(encoded, 'base64url').toString();
  if (rest.length > 0 || mac === '' || !equal(mac, await deps.mac(`${list}\n${place}`)))
    throw invalid([{ pointer: '/cursor', in: 'query', code: 'unknown-cursor', detail: 'is not a cursor that this list gave' }]);
  return place;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
