import * as z from 'zod';
import { Score } from '../domain/explain/published-score.ts';
import { Instant } from '../domain/facts/date.ts';
import { SCORE_PREFIX, scoreKey } from './keys.ts';
import { parseText, stored, toItem, toText } from './stored.ts';
import { demandWhole, getItem, type Item, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** A published score: immutable, with the recipe to compute it again. It is kept as text. */
export const PublishedItem = z.strictObject({
  platform: z.string(),
  id: z.string(),
  computedAt: Instant,
  score: z.string(),
});
export type Published = Omit<z.infer<typeof PublishedItem>, 'score'> & { readonly score: Score };

export function toPublishedItem(score: Score): Item {
  const { id = '', platform = '', computedAt = '' } = score;
  return toItem(PublishedItem, { platform, id, computedAt, score: toText(score) }, scoreKey(platform, id));
}

export function readPublished(item: Readonly<Record<string, unknown>>): Published {
  const { score, ...published } = stored(PublishedItem)(item);
  return { ...published, score: parseText(Score, score) };
}

export function findPublished(table: Table, platform: string, id: string): Promise<Published | undefined> {
  return getItem(table, scoreKey(platform, id), readPublished);
}

/** Published scores, oldest first, of the days [from, to]; ids are ULIDs, so their order is time's. */
export async function listPublished(
  table: Table,
  platform: string,
  { limit, after, from, to }: { limit: number; after?: string | undefined; from: string; to: string },
): Promise<{ scores: Published[]; setAside: Unreadable[]; next: string | undefined }> {
  const { pk } = scoreKey(platform, '');
  const { items, setAside, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': pk, ':from': `${SCORE_PREFIX}${from}`, ':to': `${SCORE_PREFIX}${to}` },
      Limit: limit,
      after: after === undefined ? undefined : scoreKey(platform, after),
    },
    readPublished,
  );
  return { scores: items, setAside, next: next?.sk.slice(SCORE_PREFIX.length) };
}

/** The score that stood published when the id given would have been the newest: the last one up to it. */
export async function findPublishedAt(table: Table, platform: string, latestId: string): Promise<Published | undefined> {
  const page = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :latest',
      values: { ':pk': scoreKey(platform, '').pk, ':first': SCORE_PREFIX, ':latest': `${SCORE_PREFIX}${latestId}` },
      ScanIndexForward: false,
      Limit: 1,
    },
    readPublished,
  );
  return demandWhole(page)[0];
}
