import { resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../store/table.ts';
import { openDataFolder } from '../data-folder.ts';
import { startEngine } from '../engine/engine.ts';
import { openTable, TABLE_NAME } from '../engine/open-table.ts';

/** Where the record is, and the files that are named beside it. */
export type RecordPlace = {
  /** A table in the cloud, in the region and with the rights of the environment. @default the record of this machine, as `npm start` has it */
  readonly table?: string | undefined;
  /** `WHEREABOUTS_DATA` and `DYNAMODB_ENDPOINT` say where the record of this machine is. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start. */
  readonly cwd: string;
};

/** Opens the record for one act, which `npm start` must not have open at the same time. */
export async function onRecord<Result>(place: RecordPlace, act: (table: Table) => Promise<Result>): Promise<Result> {
  const begun: (() => void | Promise<void>)[] = [];
  try {
    const table = place.table === undefined ? await openLocal(place, begun) : { client: new DynamoDBClient(), name: place.table };
    begun.push(() => table.client.destroy());
    return await act(table);
  } finally {
    for (const end of begun.reverse()) await end();
  }
}

async function openLocal({ env, cwd }: RecordPlace, begun: (() => void | Promise<void>)[]): Promise<Table> {
  const folder = openDataFolder(resolve(cwd, env.WHEREABOUTS_DATA || '.whereabouts'));
  begun.push(folder.close);
  let endpoint = env.DYNAMODB_ENDPOINT || undefined;
  if (endpoint === undefined) {
    const engine = await startEngine(folder.path);
    begun.push(engine.stop);
    endpoint = engine.endpoint;
  }
  return { client: await openTable(endpoint), name: TABLE_NAME };
}
