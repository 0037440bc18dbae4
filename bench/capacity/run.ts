import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openFolderArchive } from '../../local/archive.ts';
import { startEngine } from '../../local/engine/engine.ts';
import { LOCAL_ACCESS, openTable, TABLE_NAME } from '../../local/engine/open-table.ts';
import { meterTable } from '../metered-table.ts';
import { openInstance } from './instance.ts';
import { openMeteredVault } from './metered-vault.ts';
import { type Measured, measureOperations } from './operations.ts';

/** Every operation once, on the embedded engine with the files of examples/, so that it comes out the same each time. */
export async function measureCapacity(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'capacity-'));
  const engine = await startEngine(folder);
  const client = await openTable(engine.endpoint, TABLE_NAME);
  const aside = new DynamoDBClient({ endpoint: engine.endpoint, ...LOCAL_ACCESS });
  try {
    const archive = openFolderArchive(join(folder, 'archive'));
    const { vault, take } = await openMeteredVault(client, archive);
    const table = meterTable(client, aside);
    return await measureOperations(openInstance(client, folder, { archive, vault }), { take: () => ({ ...table.take(), beside: take() }) });
  } finally {
    client.destroy();
    aside.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
