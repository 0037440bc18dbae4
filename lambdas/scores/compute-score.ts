import { explainScore } from '../../domain/explain/explain.ts';
import { type Score, type ScoreContext, toScore } from '../../domain/explain/published-score.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import type { Moment } from '../../domain/score/witnesses.ts';
import type { Deps } from '../runtime/deps.ts';

/** The score of an assessment in its published form, explained where that is asked for. */
export function computeScore(assessment: Assessment, moment: Moment, of: ScoreContext['assessment'], explain: boolean, { register }: Deps): Score {
  const scored = scoreAssessment(assessment, register, moment);
  return toScore(scored, { register, assessment: of, ...(explain && { explain: explainScore(assessment, scored, register) }) });
}
