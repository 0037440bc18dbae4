import { randomBytes } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Archive } from '../../store/archive.ts';
import { openCaptureKeys } from '../../store/capture-keys.ts';
import { DATA_KEY_BYTES } from '../../store/envelope.ts';
import { CAPTURE_KEY } from '../../store/keys.ts';
import { openVault, type Vault } from '../../store/vault.ts';

const TABLE_NAME = 'capture-keys';
/** Bytes of a data key of 256 bits as KMS encrypts it. */
const WRAPPED_BYTES = 184;

/** Requests that are no table's: to S3, which charges a put more than a get, and to KMS for data keys. */
export type Beside = { put: number; get: number; KMS: number };
export type MeteredVault = { readonly vault: Vault; readonly take: () => Beside };

/** Captures as in the cloud, over the client that is metered: data keys in a table of their own, contents in this archive, a request each. */
export async function openMeteredVault(client: DynamoDBClient, archive: Archive): Promise<MeteredVault> {
  await client.send(
    new CreateTableCommand({
      TableName: TABLE_NAME,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: CAPTURE_KEY, AttributeType: 'S' }],
      KeySchema: [{ AttributeName: CAPTURE_KEY, KeyType: 'HASH' }],
    }),
  );
  const none = (): Beside => ({ put: 0, get: 0, KMS: 0 });
  let sum = none();
  const count = <A extends unknown[], R>(kind: keyof Beside, act: (...given: A) => R) => {
    return (...given: A): R => {
      sum[kind] += 1;
      return act(...given);
    };
  };
  const vault = openVault({
    archive: { ...archive, record: count('put', archive.record), findBytes: count('get', archive.findBytes) },
    keys: openCaptureKeys(client, TABLE_NAME),
    wrapping: {
      make: count('KMS', async () => {
        const wrapped = randomBytes(WRAPPED_BYTES);
        return { plain: wrapped.subarray(0, DATA_KEY_BYTES), wrapped: wrapped.toString('base64') };
      }),
      unwrap: count('KMS', async (wrapped) => Buffer.from(wrapped, 'base64').subarray(0, DATA_KEY_BYTES)),
    },
  });
  return {
    vault,
    take() {
      const taken = sum;
      sum = none();
      return taken;
    },
  };
}
