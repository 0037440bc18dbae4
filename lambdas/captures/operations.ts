import type { Operations } from '../runtime/endpoint.ts';
import { getCapture } from './get-capture.ts';
import { getTerms } from './get-terms.ts';
import { keepCapture } from './keep-capture.ts';
import { listCaptures } from './list-captures.ts';
import { putTerms } from './put-terms.ts';

export const operations = {
  'get-capture': getCapture,
  'get-terms': getTerms,
  'keep-capture': keepCapture,
  'list-captures': listCaptures,
  'put-terms': putTerms,
} as const satisfies Operations;
