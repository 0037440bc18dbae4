import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

let client: DynamoDBClient | undefined;

/** The least that reads an item: the SDK's client as its documentation shows it, and nothing of ours. */
export async function handler(): Promise<{ statusCode: number; body: string }> {
  client ??= new DynamoDBClient();
  const Key = { pk: { S: 'PLATFORM#signal' }, sk: { S: 'HEAD' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key }));
  return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item) };
}
