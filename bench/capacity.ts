/**
 * What each operation costs the table, into docs/architecture.md: `node bench/capacity.ts`. Every figure comes from one run on the
 * embedded engine with the files of examples/, so that it comes out the same each time.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../local/engine.ts';
import { LOCAL_ACCESS, openTable, TABLE_NAME } from '../local/open-table.ts';
import { openHouse } from './capacity-house.ts';
import { measureOperations } from './capacity-operations.ts';
import { toCapacityTable } from './capacity-table.ts';
import { meterTable } from './metered-table.ts';

const FILE = new URL('../docs/architecture.md', import.meta.url);
const MARKS = /(<!-- capacity -->\n)[\s\S]*(<!-- \/capacity -->)/;

const folder = mkdtempSync(join(tmpdir(), 'capacity-'));
const engine = await startEngine(folder);
const client = await openTable(engine.endpoint, TABLE_NAME);
const aside = new DynamoDBClient({ endpoint: engine.endpoint, ...LOCAL_ACCESS });
try {
  const house = openHouse(client, folder);
  const table = toCapacityTable(await measureOperations(house, meterTable(client, aside)));
  const text = readFileSync(FILE, 'utf8');
  if (!MARKS.test(text)) throw new Error('docs/architecture.md has no place for the table');
  writeFileSync(
    FILE,
    text.replace(MARKS, (_, begin: string, end: string) => `${begin}\n${table}\n${end}`),
  );
  console.log(table);
} finally {
  client.destroy();
  aside.destroy();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
