import { policyExports } from '../../domain/policy/exports.ts';
import type { Operations } from '../runtime/endpoint.ts';
import { cedarSlice } from './cedar-slice.ts';
import { listConsumers } from './list-consumers.ts';
import { reportEnforcement } from './report-enforcement.ts';
import { reportOpaStatus } from './report-opa-status.ts';
import { reportPartitionStatus } from './report-partition-status.ts';
import { serveExport } from './serve-export.ts';

/** Exports of which a tool may ask for a part. */
const PARTS: Readonly<Record<string, Parameters<typeof serveExport>[1]>> = { 'get-cedar-entities': cedarSlice };

export const operations: Operations = {
  ...Object.fromEntries(policyExports.map((entry) => [entry.operation, serveExport(entry, PARTS[entry.operation])])),
  'list-consumers': listConsumers,
  'report-enforcement': reportEnforcement,
  'report-opa-status': reportOpaStatus,
  'report-partition-status': reportPartitionStatus,
};
