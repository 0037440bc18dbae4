import type { Operations } from '../runtime/endpoint.ts';
import { diffAssessments } from './diff-assessments.ts';
import { getAssessment } from './get-assessment.ts';
import { getPlatform } from './get-platform.ts';
import { giveVerdict } from './give-verdict.ts';
import { listAssessments } from './list-assessments.ts';
import { listPlatforms } from './list-platforms.ts';
import { listWaitingAssessments } from './list-waiting-assessments.ts';
import { putPlatform } from './put-platform.ts';
import { submitAssessment } from './submit-assessment.ts';

export const operations = {
  'diff-assessments': diffAssessments,
  'get-assessment': getAssessment,
  'get-platform': getPlatform,
  'give-verdict': giveVerdict,
  'list-assessments': listAssessments,
  'list-platforms': listPlatforms,
  'list-waiting-assessments': listWaitingAssessments,
  'put-platform': putPlatform,
  'submit-assessment': submitAssessment,
} as const satisfies Operations;
