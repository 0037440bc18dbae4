import type { Operations } from '../runtime/endpoint.ts';
import { diffAssessments } from './diff-assessments.ts';
import { draftFacts } from './draft-facts.ts';
import { getAssessment } from './get-assessment.ts';
import { getPlatform } from './get-platform.ts';
import { giveVerdict } from './give-verdict.ts';
import { listAssessments } from './list-assessments.ts';
import { listPlatforms } from './list-platforms.ts';
import { listWaitingAssessments } from './list-waiting-assessments.ts';
import { putPlatform } from './put-platform.ts';
import { recordAnswer } from './record-answer.ts';
import { refuseProposal } from './refuse-proposal.ts';
import { renewQuotes } from './renew-quotes.ts';
import { submitAssessment } from './submit-assessment.ts';
import { takeBackRefusal } from './take-back-refusal.ts';

export const operations = {
  'diff-assessments': diffAssessments,
  'draft-facts': draftFacts,
  'get-assessment': getAssessment,
  'get-platform': getPlatform,
  'give-verdict': giveVerdict,
  'list-assessments': listAssessments,
  'list-platforms': listPlatforms,
  'list-waiting-assessments': listWaitingAssessments,
  'put-platform': putPlatform,
  'record-answer': recordAnswer,
  'refuse-proposal': refuseProposal,
  'renew-quotes': renewQuotes,
  'submit-assessment': submitAssessment,
  'take-back-refusal': takeBackRefusal,
} as const satisfies Operations;
