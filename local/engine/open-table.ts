import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { StartFailure, toErrorCode } from '../start-failure.ts';
import { createTable } from './create-table.ts';

export const TABLE_NAME = 'whereabouts';

/** The credentials are nobody's. */
export const LOCAL_ACCESS = { region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } as const;

/** A client for a database on this machine, its table made ready. */
export async function openTable(endpoint: string, name = TABLE_NAME): Promise<DynamoDBClient> {
  const client = new DynamoDBClient({ endpoint, ...LOCAL_ACCESS });
  try {
    await createTable(client, name);
    return client;
  } catch (error) {
    client.destroy();
    const reason = toErrorCode(error) ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    throw new StartFailure(`The database at ${endpoint} does not serve (${reason.split('\n')[0]}).`, { cause: error });
  }
}
