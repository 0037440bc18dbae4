import type { Assessment } from '../../domain/assessment.ts';
import type { Moment } from '../../domain/belief.ts';
import { explainScore } from '../../domain/explain.ts';
import { type Score, type ScoreContext, toScore } from '../../domain/published-score.ts';
import { scoreAssessment } from '../../domain/score.ts';
import type { Deps } from '../runtime/deps.ts';

/** The score of an assessment in its published form, explained where that is asked for. */
export function computeScore(assessment: Assessment, moment: Moment, of: ScoreContext['assessment'], explain: boolean, { register }: Deps): Score {
  const scored = scoreAssessment(assessment, register, moment);
  return toScore(scored, { register, assessment: of, ...(explain && { explain: explainScore(assessment, scored, register) }) });
}
