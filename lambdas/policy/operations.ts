import type { Operations } from '../runtime/endpoint.ts';
import { getAndroidPolicy } from './get-android-policy.ts';
import { getAppleProfile } from './get-apple-profile.ts';
import { getCedarEntities } from './get-cedar-entities.ts';
import { getDomains } from './get-domains.ts';
import { getIntunePolicy } from './get-intune-policy.ts';
import { getOpaBundle } from './get-opa-bundle.ts';
import { getScoresCsv } from './get-scores-csv.ts';
import { getScoresJson } from './get-scores-json.ts';
import { listConsumers } from './list-consumers.ts';
import { reportOpaStatus } from './report-opa-status.ts';
import { reportPartitionStatus } from './report-partition-status.ts';

export const operations = {
  'get-android-policy': getAndroidPolicy,
  'get-apple-profile': getAppleProfile,
  'get-cedar-entities': getCedarEntities,
  'get-domains': getDomains,
  'get-intune-policy': getIntunePolicy,
  'get-opa-bundle': getOpaBundle,
  'get-scores-csv': getScoresCsv,
  'get-scores-json': getScoresJson,
  'list-consumers': listConsumers,
  'report-opa-status': reportOpaStatus,
  'report-partition-status': reportPartitionStatus,
} as const satisfies Operations;
