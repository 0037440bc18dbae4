import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../local/engine/engine.ts';
import { LOCAL_ACCESS } from '../../local/engine/open-table.ts';
import { openCaptureKeys } from '../../store/capture-keys.ts';
import { CAPTURE_KEY } from '../../store/keys.ts';

const TABLE = 'capture-keys';
const folder = mkdtempSync(join(tmpdir(), 'whereabouts-capture-keys-'));
let engine: Awaited<ReturnType<typeof startEngine>>;
let client: DynamoDBClient;
beforeAll(async () => {
  engine = await startEngine(folder);
  client = new DynamoDBClient({ endpoint: engine.endpoint, ...LOCAL_ACCESS });
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: CAPTURE_KEY, AttributeType: 'S' }],
      KeySchema: [{ AttributeName: CAPTURE_KEY, KeyType: 'HASH' }],
    }),
  );
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a data key is put once, destroyed for good, and found as it is', async () => {
  const keys = openCaptureKeys(client, TABLE);
  const [capture, platform] = ['a'.repeat(64), 'tiktok'];
  const made = { capture, platform, wrapped: 'bm9uZQ==' };
  expect(await keys.find(capture)).toBeUndefined();
  await keys.put(made, undefined);
  expect(await keys.find(capture)).toEqual(made);
  await expect(keys.put({ ...made, wrapped: 'b3RoZXI=' }, undefined)).rejects.toThrow('somebody else keeps or erases this capture');
  await keys.put({ capture, platform }, made);
  expect(await keys.find(capture)).toEqual({ capture, platform });
  await expect(keys.put(made, made)).rejects.toThrow('somebody else keeps or erases this capture');
  await keys.put({ capture, platform }, { capture, platform });
  expect(await keys.list([capture, capture, 'b'.repeat(64)])).toEqual([{ capture, platform }]);
});
