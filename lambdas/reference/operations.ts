import type { Operations } from '../runtime/endpoint.ts';
import { getHealth } from './get-health.ts';
import { getJurisdiction } from './get-jurisdiction.ts';
import { getJurisdictionHistory } from './get-jurisdiction-history.ts';
import { getMethod } from './get-method.ts';
import { getOpenapi } from './get-openapi.ts';
import { getProblem } from './get-problem.ts';
import { listJurisdictions } from './list-jurisdictions.ts';

export const operations = {
  'get-health': getHealth,
  'get-jurisdiction': getJurisdiction,
  'get-jurisdiction-history': getJurisdictionHistory,
  'get-method': getMethod,
  'get-openapi': getOpenapi,
  'get-problem': getProblem,
  'list-jurisdictions': listJurisdictions,
} as const satisfies Operations;
