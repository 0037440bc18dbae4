import type { Explanation } from '../api/views.ts';

type Sentence = Explanation['summary'][number];
/** Sentences that give points. */
const FIGURES: ReadonlySet<string> = new Set([
  ...['matters', 'matters-alone', 'top-path', 'top-claim', 'top-list', 'top-incident', 'top-clear-text'],
  ...['lower-set', 'lower-claimed', 'promise', 'moves-width', 'moves-open', 'moves-point', 'rank'],
]);

/** What is unrated has no figures, in its sentences neither. */
export const withoutFigures = (sentences: readonly Sentence[]): Sentence[] => sentences.filter(({ code }) => !FIGURES.has(code));
