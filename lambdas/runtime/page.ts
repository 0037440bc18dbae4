import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { toFault } from '../../domain/facts/fault.ts';
import { plainText } from '../../domain/facts/plain-text.ts';
import type { Unreadable } from '../../store/unreadable.ts';
import type { Deps } from './deps.ts';
import { invalid } from './problem.ts';
import { wholeNumber } from './whole-number.ts';

/** Query members of every list. */
export const PageQuery = {
  limit: wholeNumber({ min: 1, max: 200 }).default(50).meta({ description: 'How many items at the most, 1 to 200.', example: 50 }),
  cursor: z
    .string()
    .max(2000)
    .check(plainText())
    .optional()
    .meta({ description: 'Where the next page begins, as the page before said.', example: 'dGlrdG9r.6Qhd0pGwZ5pS0mTn5u2rJdXrYxq3vQ3pYb4sK1aUe8c' }),
};

/** An item of the record that cannot be read, by its key. */
export const SetAside = z
  .strictObject({
    platform: z.string().nullable().meta({ description: 'The platform that it belongs to; null: none.', example: 'tiktok' }),
    item: z.strictObject({ pk: z.string().meta({ example: 'PLATFORM#tiktok' }), sk: z.string().meta({ example: 'HEAD' }) }),
  })
  .meta({
    id: 'SetAside',
    description: 'An item of the record that cannot be read, by its key in the table.',
    example: { platform: 'tiktok', item: { pk: 'PLATFORM#tiktok', sk: 'HEAD' } },
  });

/** The member of a list that names what of it cannot be read; none where all can. */
export function toSetAside(found: readonly Unreadable[]): { setAside?: z.infer<typeof SetAside>[] } {
  return found.length === 0 ? {} : { setAside: found.map(({ platform, key }) => ({ platform, item: key })) };
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    setAside: z
      .array(SetAside)
      .min(1)
      .optional()
      .meta({ description: 'What belongs on this page and cannot be read: it is set aside, and the rest is shown. Left out where all can be read.' }),
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
    throw invalid([{ pointer: '/cursor', in: 'query', ...toFault('unknown-cursor') }]);
  return place;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
