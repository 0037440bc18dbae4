import type { Operations } from '../runtime/endpoint.ts';
import { getAssessment } from './get-assessment.ts';
import { getPlatform } from './get-platform.ts';
import { giveVerdict } from './give-verdict.ts';
import { listPlatforms } from './list-platforms.ts';
import { putPlatform } from './put-platform.ts';
import { submitAssessment } from './submit-assessment.ts';

export const operations = {
  'get-assessment': getAssessment,
  'get-platform': getPlatform,
  'give-verdict': giveVerdict,
  'list-platforms': listPlatforms,
  'put-platform': putPlatform,
  'submit-assessment': submitAssessment,
} as const satisfies Operations;
