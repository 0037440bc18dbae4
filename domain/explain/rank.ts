import type { Band } from '../score/rating.ts';

/** A point of a day with its band: what is unrated has no place. */
export type Placed = { readonly point: number; readonly band: Band };

export type Rank = { readonly rank: number; readonly of: number };

/** Section 8.7: where a point stands among the rated platforms of its day, itself included, the highest first; equal points share a place. */
export function rankAmong(own: Placed, all: readonly Placed[]): Rank | undefined {
  if (own.band === 'unrated') return undefined;
  const rated = all.filter(({ band }) => band !== 'unrated');
  const rank = 1 + rated.filter(({ point }) => point > own.point).length;
  return { rank, of: rated.length };
}

/** The place of each platform of a whole list, by its id; what is unrated, or not assessed, has none. */
export function rankAll(
  all: readonly { readonly id: string; readonly score?: { readonly score: { readonly point: number }; readonly band: Band } | null }[],
) {
  const placed = all.flatMap(({ id, score }) => (score ? [{ id, point: score.score.point, band: score.band }] : []));
  const ranks = placed.map((one) => [one.id, rankAmong(one, placed)] as const);
  return new Map(ranks.flatMap(([id, rank]) => (rank ? [[id, rank] as const] : [])));
}
