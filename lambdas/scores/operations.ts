import type { Operations } from '../runtime/endpoint.ts';
import { diffScores } from './diff-scores.ts';
import { getExposure } from './get-exposure.ts';
import { getPublishedScore } from './get-published-score.ts';
import { getScore } from './get-score.ts';
import { getScoreAt } from './get-score-at.ts';
import { listScores } from './list-scores.ts';
import { simulateScore } from './simulate-score.ts';

export const operations = {
  'diff-scores': diffScores,
  'get-exposure': getExposure,
  'get-published-score': getPublishedScore,
  'get-score': getScore,
  'get-score-at': getScoreAt,
  'list-scores': listScores,
  'simulate-score': simulateScore,
} as const satisfies Operations;
