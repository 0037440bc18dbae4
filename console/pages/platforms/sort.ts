import { BAND_NAMES as BANDS } from '../../../domain/score/method.ts';
import type { PlatformView } from '../../api/views.ts';
import { t } from '../../messages/text.ts';

const SORT_KEYS = ['name', 'score', 'high', 'review', 'data'] as const;
/** As the address names them: `-score` is falling. */
export const SORT_NAMES = SORT_KEYS.flatMap((key) => [key, `-${key}`]);
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = { readonly key: SortKey; readonly isDown: boolean };

/** `-score` is falling, `score` rising; the highest proven value first unless the address says otherwise. */
export function toSort(text: string | null): Sort {
  const key = SORT_KEYS.find((known) => known === text?.replace(/^-/, ''));
  return key ? { key, isDown: text?.startsWith('-') ?? false } : { key: 'score', isDown: true };
}

/** What is missing comes last, whichever way. */
export function sortPlatforms(platforms: readonly PlatformView[], { key, isDown }: Sort): PlatformView[] {
  const way = isDown ? -1 : 1;
  return [...platforms].sort((a, b) => {
    const [x, y] = [fieldOf(a, key), fieldOf(b, key)];
    if (x === undefined || y === undefined) return x === y ? a.name.localeCompare(b.name, t.language) : x === undefined ? 1 : -1;
    const order = typeof x === 'string' ? x.localeCompare(String(y), t.language) : x - Number(y);
    return order * way || a.name.localeCompare(b.name, t.language);
  });
}

function fieldOf({ name, score, nextReviewOn, approved }: PlatformView, key: SortKey): string | number | undefined {
  switch (key) {
    case 'name':
      return name.toLowerCase();
    case 'score':
      return score ? (score.band === 'unrated' ? -1 : score.score.point) : undefined;
    case 'high':
      return score ? (score.band === 'unrated' ? -1 : score.score.high) : undefined;
    case 'review':
      return nextReviewOn ?? undefined;
    case 'data':
      return approved?.asOf;
  }
}

export const BAND_NAMES = [...BANDS, 'unrated'] as const;
