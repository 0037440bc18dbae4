import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openRepairs } from '../../../store/open-repairs.ts';
import { PATIENCE } from '../patience.ts';
import type { CloudPart } from './deps.ts';

/** For the function that repairs. */
export const withRepairs: CloudPart = ({ TABLE_NAME }) => ({ repairs: openRepairs(new DynamoDBClient(PATIENCE), TABLE_NAME) });
