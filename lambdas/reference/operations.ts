import type { Operations } from '../runtime/endpoint.ts';
import { getHealth } from './get-health.ts';
import { getJurisdiction } from './get-jurisdiction.ts';
import { getMethod } from './get-method.ts';
import { getOpenapi } from './get-openapi.ts';
import { getProblem } from './get-problem.ts';

export const operations = {
  'get-health': getHealth,
  'get-jurisdiction': getJurisdiction,
  'get-method': getMethod,
  'get-openapi': getOpenapi,
  'get-problem': getProblem,
} as const satisfies Operations;
