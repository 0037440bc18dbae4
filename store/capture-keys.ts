import { BatchGetItemCommand, ConditionalCheckFailedException, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Conflict } from './conflict.ts';
import { CAPTURE_KEY, dataKeyOf } from './keys.ts';
import type { CaptureKey, CaptureKeys } from './vault.ts';

const Item = z.object({ capture: z.string(), platform: z.string(), wrapped: z.string().optional() });
/** Most items that one BatchGetItem reads. */
const BATCH = 100;

const keyOf = (capture: string) => marshall({ [CAPTURE_KEY]: dataKeyOf(capture) });

/** Data keys in a DynamoDB table of their own. */
export function openCaptureKeys(client: DynamoDBClient, table: string): CaptureKeys {
  return {
    async find(capture) {
      const found = await client.send(new GetItemCommand({ TableName: table, Key: keyOf(capture), ConsistentRead: true }));
      return found.Item && Item.parse(unmarshall(found.Item));
    },
    async list(captures) {
      const found: CaptureKey[] = [];
      const all = [...new Set(captures)];
      for (let start = 0; start < all.length; start += BATCH) {
        let wanted = all.slice(start, start + BATCH).map(keyOf);
        while (wanted.length > 0) {
          const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }));
          found.push(...(answer.Responses?.[table] ?? []).map((item) => Item.parse(unmarshall(item))));
          wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
        }
      }
      return found;
    },
    async put({ capture, platform, wrapped }, from) {
      const condition = from
        ? {
            ConditionExpression: `platform = :platform AND ${from.wrapped === undefined ? 'attribute_not_exists(#wrapped)' : '#wrapped = :wrapped'}`,
            // A word of DynamoDB's own.
            ExpressionAttributeNames: { '#wrapped': 'wrapped' },
            ExpressionAttributeValues: marshall({ ':platform': from.platform, ':wrapped': from.wrapped }, { removeUndefinedValues: true }),
          }
        : { ConditionExpression: `attribute_not_exists(${CAPTURE_KEY})` };
      try {
        const Item = marshall({ [CAPTURE_KEY]: dataKeyOf(capture), capture, platform, wrapped }, { removeUndefinedValues: true });
        await client.send(new PutItemCommand({ TableName: table, Item, ...condition }));
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw new Conflict('somebody else keeps or erases this capture', { cause: error });
        throw error;
      }
    },
  };
}
