import { hashOf } from '../domain/facts/hash.ts';
import { HEAD_PREFIX } from './keys.ts';
import type { Item } from './table.ts';

/**
 * The hash of what an item says, without its key, under which an event names it. A head's `lastHash` does not count: it is
 * the hash of the very event that names the head.
 */
export function sealOf({ pk: _, sk, ...content }: Item): string {
  if (sk !== HEAD_PREFIX) return hashOf(content);
  const { lastHash: __, ...head } = content;
  return hashOf(head);
}
