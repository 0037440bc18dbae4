import type { Operations } from '../runtime/endpoint.ts';
import { confirmRepair } from './confirm-repair.ts';
import { getRepair } from './get-repair.ts';
import { proposeRepair } from './propose-repair.ts';

export const operations = {
  'confirm-repair': confirmRepair,
  'get-repair': getRepair,
  'propose-repair': proposeRepair,
} as const satisfies Operations;
