import type { Operations } from '../runtime/endpoint.ts';
import { getLogCheckpoint } from './get-log-checkpoint.ts';
import { getLogPolicy } from './get-log-policy.ts';
import { getLogTile } from './get-log-tile.ts';
import { getMemoProof } from './get-memo-proof.ts';
import { getProof } from './get-proof.ts';
import { getRevisionProof } from './get-revision-proof.ts';
import { getSealed } from './get-sealed.ts';

export const operations = {
  'get-log-checkpoint': getLogCheckpoint,
  'get-log-policy': getLogPolicy,
  'get-log-tile': getLogTile,
  'get-memo-proof': getMemoProof,
  'get-proof': getProof,
  'get-revision-proof': getRevisionProof,
  'get-sealed': getSealed,
} as const satisfies Operations;
