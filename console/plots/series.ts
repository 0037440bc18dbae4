import type { Score } from '../api/views.ts';

export type Cause = 'first' | 'facts' | 'register' | 'method' | 'time';
/** What a plot draws: from this moment on, these figures. */
export type Plotted = { readonly on: Date; readonly score: Pick<Score, 'id' | 'score' | 'band'>; readonly cause: Cause };
export type Published = Plotted & { readonly score: Score };

/** Published scores with what is new in each since the one before. */
export function toSeries(scores: readonly Score[]): Published[] {
  return scores.map((score, i) => ({ on: new Date(score.computedAt ?? score.asOf), score, cause: causeOf(scores[i - 1], score) }));
}

function causeOf(before: Score | undefined, score: Score): Cause {
  if (!before) return 'first';
  if (before.method !== score.method) return 'method';
  if (before.assessment.hash !== score.assessment.hash) return 'facts';
  return before.register.hash === score.register.hash ? 'time' : 'register';
}
