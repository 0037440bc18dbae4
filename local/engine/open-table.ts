import { setTimeout as delay } from 'node:timers/promises';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  type GlobalSecondaryIndex,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { INDEXES, TABLE_KEYS } from '../../store/keys.ts';
import { StartFailure, toErrorCode } from '../start-failure.ts';

export const TABLE_NAME = 'whereabouts';

/** A signature in its form alone: the engine looks at whether there is one, and to make one takes as long as all the rest of a request. */
const UNSIGNED = {
  authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
  'x-amz-date': '20260101T000000Z',
};

/** Of a database that somebody else runs: whatever it checks of a request, it gets. */
export const SIGNED_ACCESS = { region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } as const;

/** The engine checks no credentials; and requests that nobody logs need not be made ready for a log. */
export const LOCAL_ACCESS = {
  ...SIGNED_ACCESS,
  logger: {} as NonNullable<DynamoDBClientConfig['logger']>,
  signer: {
    sign: async (request) => {
      Object.assign(request.headers, UNSIGNED);
      return request;
    },
  },
} satisfies DynamoDBClientConfig;

const STEP_MS = 50;

/** A client for a database on this machine, its table made ready. */
export async function openTable(endpoint: string, name = TABLE_NAME, access: DynamoDBClientConfig = LOCAL_ACCESS): Promise<DynamoDBClient> {
  const client = new DynamoDBClient({ endpoint, ...access });
  try {
    await createTable(client, name);
    return client;
  } catch (error) {
    client.destroy();
    const reason = toErrorCode(error) ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    throw new StartFailure(`The database at ${endpoint} does not serve (${reason.split('\n')[0]}).`, { cause: error });
  }
}

/** Creates the table with the keys, indexes and stream of the stack; a table of an older version gets the indexes it lacks. */
async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const table = await findTable(client, name);
  if (table === undefined) await createWhole(client, name);
  else await addMissingIndexes(client, name, table);
}

async function createWhole(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: toAttributes([TABLE_KEYS, ...INDEXES]),
        KeySchema: toKeySchema(TABLE_KEYS),
        GlobalSecondaryIndexes: INDEXES.map(toIndex),
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilActive(client, name);
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: { Enabled: true, AttributeName: TABLE_KEYS.expiry } }));
}

async function addMissingIndexes(client: DynamoDBClient, name: string, table: TableDescription): Promise<void> {
  const present = new Set(table.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  // DynamoDB builds one index at a time.
  for (const index of INDEXES.filter((wanted) => !present.has(wanted.name))) {
    await client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: toAttributes([TABLE_KEYS, index]),
        GlobalSecondaryIndexUpdates: [{ Create: toIndex(index) }],
      }),
    );
    await waitUntilActive(client, name);
  }
}

async function findTable(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function waitUntilActive(client: DynamoDBClient, name: string): Promise<void> {
  for (;;) {
    const table = await findTable(client, name);
    const states = [table?.TableStatus, ...(table?.GlobalSecondaryIndexes ?? []).map((index) => index.IndexStatus)];
    if (states.every((state) => state === 'ACTIVE')) return;
    await delay(STEP_MS);
  }
}

type Keys = { readonly partition: string; readonly sort: string };

const toKeySchema = ({ partition, sort }: Keys): [{ AttributeName: string; KeyType: 'HASH' }, { AttributeName: string; KeyType: 'RANGE' }] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

const toIndex = (index: (typeof INDEXES)[number]): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: toKeySchema(index),
  Projection: { ProjectionType: index.projection },
});

const toAttributes = (keys: readonly Keys[]): AttributeDefinition[] =>
  [...new Set(keys.flatMap(({ partition, sort }) => [partition, sort]))].map((name) => ({ AttributeName: name, AttributeType: 'S' }));
