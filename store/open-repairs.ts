import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { bind } from './bind.ts';
import { planRepair } from './plan-repair.ts';
import { findRepairProposal, proposeRepair, recordRepair } from './repair.ts';

/** Beside the store, because one function alone repairs, and what it makes a head from scores. */
export function openRepairs(client: DynamoDBClient, tableName: string) {
  return bind({ client, name: tableName }, { planRepair, findRepairProposal, proposeRepair, recordRepair });
}
export type Repairs = ReturnType<typeof openRepairs>;
