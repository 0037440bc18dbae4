import type { Operations } from '../runtime/endpoint.ts';
import { getPublishedScore } from './get-published-score.ts';
import { getScore } from './get-score.ts';
import { listScores } from './list-scores.ts';
import { simulateScore } from './simulate-score.ts';

export const operations = {
  'get-published-score': getPublishedScore,
  'get-score': getScore,
  'list-scores': listScores,
  'simulate-score': simulateScore,
} as const satisfies Operations;
