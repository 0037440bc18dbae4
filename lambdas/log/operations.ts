import type { Operations } from '../runtime/endpoint.ts';
import { getLogCheckpoint } from './get-log-checkpoint.ts';
import { getLogPolicy } from './get-log-policy.ts';
import { getLogTile } from './get-log-tile.ts';

export const operations = {
  'get-log-checkpoint': getLogCheckpoint,
  'get-log-policy': getLogPolicy,
  'get-log-tile': getLogTile,
} as const satisfies Operations;
