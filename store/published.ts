import * as z from 'zod';
import { Score } from '../domain/explain/published-score.ts';
import { Instant } from '../domain/facts/date.ts';
import { SCORE_PREFIX, scoreKey } from './keys.ts';
import { getItem, type Item, query, type Table } from './table.ts';

/** A published score: immutable, with the recipe to compute it again. */
export const Published = z.object({
  platform: z.string(),
  id: z.string(),
  computedAt: Instant,
  score: z.string().transform((json): Score => Score.parse(JSON.parse(json))),
});
export type Published = z.infer<typeof Published>;

export function toPublishedItem(score: Score): Item {
  const { id = '', platform = '', computedAt = '' } = score;
  return { platform, id, computedAt, ...scoreKey(platform, id), score: JSON.stringify(score) };
}

export function findPublished(table: Table, platform: string, id: string): Promise<Published | undefined> {
  return getItem(table, scoreKey(platform, id), Published);
}

/** Published scores, oldest first, of the days [from, to]; ids are ULIDs, so their order is time's. */
export async function listPublished(
  table: Table,
  platform: string,
  { limit, after, from, to }: { limit: number; after?: string | undefined; from: string; to: string },
): Promise<{ scores: Published[]; next: string | undefined }> {
  const { pk } = scoreKey(platform, '');
  const { items, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': pk, ':from': `${SCORE_PREFIX}${from}`, ':to': `${SCORE_PREFIX}${to}` },
      Limit: limit,
      after: after === undefined ? undefined : scoreKey(platform, after),
    },
    Published,
  );
  return { scores: items, next: next && items.at(-1)?.id };
}

/** The score that stood published when the id given would have been the newest: the last one up to it. */
export async function findPublishedAt(table: Table, platform: string, latestId: string): Promise<Published | undefined> {
  const { items } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :latest',
      values: { ':pk': scoreKey(platform, '').pk, ':first': SCORE_PREFIX, ':latest': `${SCORE_PREFIX}${latestId}` },
      ScanIndexForward: false,
      Limit: 1,
    },
    Published,
  );
  return items[0];
}
