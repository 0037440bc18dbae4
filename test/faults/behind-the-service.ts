import { DeleteItemCommand, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { auditor, type Json, type Service } from '../started-service.ts';

type Stored = Record<string, Json> & { pk: string; sk: string };

/** What somebody can do who may write to the table, and what an auditor then sees. */
export function behind({ client, table, call }: Service) {
  const read = async (pk: string, sk: string): Promise<Stored> => {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: marshall({ pk, sk }), ConsistentRead: true }));
    if (!Item) throw new Error(`there is no ${pk} ${sk}`);
    return unmarshall(Item) as Stored;
  };
  const write = (item: object) => client.send(new PutItemCommand({ TableName: table, Item: marshall(item, { removeUndefinedValues: true }) }));
  return {
    read: (platform: string, sk: string) => read(`PLATFORM#${platform}`, sk),
    readAt: read,
    write,
    /** Changes one item, and nothing else. */
    change: async (platform: string, sk: string, to: (item: Json) => object) => {
      const item = await read(`PLATFORM#${platform}`, sk);
      await write({ ...item, ...to(item) });
      return item;
    },
    remove: (pk: string, sk: string) => client.send(new DeleteItemCommand({ TableName: table, Key: marshall({ pk, sk }) })),
    list: async (pk: string): Promise<Stored[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({ TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: marshall({ ':pk': pk }) }),
      );
      return Items.map((item) => unmarshall(item) as Stored);
    },
    verify: async (platform?: string): Promise<Json> =>
      (await call('GET', '/v1/audit/verify', { as: auditor, query: platform === undefined ? {} : { platform } })).json,
  };
}
