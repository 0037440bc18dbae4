import { t } from '../messages/text.ts';

const words = t.jurisdictions.coverage;

/** How far the law behind a hazard is coded, as the API states it. */
export type Coverage = {
  readonly coverage: 'full' | 'partial' | 'basic' | 'none';
  readonly unknown: readonly string[];
  readonly unread: readonly string[];
};

/** In short: "in part: 2 not known, 1 not read in its source". */
export function toCoverage({ coverage, unknown, unread }: Coverage): string {
  return coverage === 'partial' ? words.partial(unknown.length, unread.length) : words[coverage];
}
