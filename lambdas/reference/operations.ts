import type { Operations } from '../runtime/endpoint.ts';
import { getCheckpointKeys } from './get-checkpoint-keys.ts';
import { getHealth } from './get-health.ts';
import { getJurisdiction } from './get-jurisdiction.ts';
import { getJurisdictionHistory } from './get-jurisdiction-history.ts';
import { getKeys } from './get-keys.ts';
import { getMethod } from './get-method.ts';
import { getOpenapi } from './get-openapi.ts';
import { getProblem } from './get-problem.ts';
import { getStatus } from './get-status.ts';
import { listEvents } from './list-events.ts';
import { listJurisdictions } from './list-jurisdictions.ts';
import { listPlatformEvents } from './list-platform-events.ts';
import { verifyAudit } from './verify-audit.ts';

export const operations = {
  'get-checkpoint-keys': getCheckpointKeys,
  'get-health': getHealth,
  'get-jurisdiction': getJurisdiction,
  'get-jurisdiction-history': getJurisdictionHistory,
  'get-keys': getKeys,
  'get-method': getMethod,
  'get-openapi': getOpenapi,
  'get-problem': getProblem,
  'get-status': getStatus,
  'list-events': listEvents,
  'list-jurisdictions': listJurisdictions,
  'list-platform-events': listPlatformEvents,
  'verify-audit': verifyAudit,
} as const satisfies Operations;
