import type { Explanation } from '../../domain/explain/explanation.ts';
import { rankAmong } from '../../domain/explain/rank.ts';
import { say } from '../../domain/explain/say.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Deps } from './deps.ts';

/** As many are read for a rank: some megabytes of the index that lists them. Of more platforms, or where one cannot be read, none is given. */
const MOST = 1_000;

/** Where a published point stands among those of all platforms, by the index that lists them: a page of it holds some four hundred. */
export async function findRank({ published }: Head, { store }: Deps): Promise<Explanation['rank']> {
  if (!published || published.band === 'unrated') return undefined;
  const { heads, setAside, next } = await store.listHeads({}, { limit: MOST });
  if (next !== undefined || setAside.length > 0) return undefined;
  const placed = heads.flatMap(({ published: one }) => (one ? [{ point: one.score.point, band: one.band }] : []));
  const place = rankAmong({ point: published.score.point, band: published.band }, placed);
  return place && { ...place, sentence: say('rank', place) };
}
