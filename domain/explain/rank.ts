import type { Band } from '../score/rating.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** A point of a day with its band: what is unrated has no place. */
export type Placed = { readonly point: number; readonly band: Band };

export type Rank = { readonly rank: number; readonly of: number; readonly sentence: Sentence };

/** Section 8.7: where a point stands among the rated platforms of its day, itself included, the highest first; equal points share a place. */
export function rankAmong(own: Placed, all: readonly Placed[]): Rank | undefined {
  if (own.band === 'unrated') return undefined;
  const rated = all.filter(({ band }) => band !== 'unrated');
  const rank = 1 + rated.filter(({ point }) => point > own.point).length;
  return { rank, of: rated.length, sentence: say('rank', { rank, of: rated.length }) };
}
