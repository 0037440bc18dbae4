import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Archive, openArchive } from '../../store/archive.ts';
import type { Table } from '../../store/table.ts';
import { openFolderArchive } from '../archive.ts';
import { openDataFolder } from '../data-folder.ts';
import { startEngine } from '../engine/engine.ts';
import { openTable, TABLE_NAME } from '../engine/open-table.ts';

/** Where the record is, and the files that are named beside it. */
export type RecordPlace = {
  /** A table in the cloud, in the region and with the rights of the environment. @default the record of this machine, as `npm start` has it */
  readonly table?: string | undefined;
  /** Other archives that know of its revisions: buckets, or on this machine folders. */
  readonly archives?: readonly string[] | undefined;
  /** `WHEREABOUTS_DATA` and `DYNAMODB_ENDPOINT` say where the record of this machine is. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start. */
  readonly cwd: string;
};

/** Opens the record for one act, which `npm start` must not have open at the same time. */
export async function onRecord<Result>(place: RecordPlace, act: (table: Table, archives: readonly Archive[]) => Promise<Result>): Promise<Result> {
  const begun: (() => void | Promise<void>)[] = [];
  try {
    const { cwd, archives = [] } = place;
    const table = place.table === undefined ? await openLocal(place, begun) : { client: new DynamoDBClient(), name: place.table };
    begun.push(() => table.client.destroy());
    const others = archives.map((one) => (place.table === undefined ? openFolderArchive(resolve(cwd, one)) : openArchive(one)));
    return await act(table, place.table === undefined ? [openFolderArchive(join(toFolder(place), 'archive')), ...others] : others);
  } finally {
    for (const end of begun.reverse()) await end();
  }
}

const toFolder = ({ env, cwd }: RecordPlace) => resolve(cwd, env.WHEREABOUTS_DATA || '.whereabouts');

async function openLocal(place: RecordPlace, begun: (() => void | Promise<void>)[]): Promise<Table> {
  const folder = openDataFolder(toFolder(place));
  begun.push(folder.close);
  let endpoint = place.env.DYNAMODB_ENDPOINT || undefined;
  if (endpoint === undefined) {
    const engine = await startEngine(folder.path);
    begun.push(engine.stop);
    endpoint = engine.endpoint;
  }
  return { client: await openTable(endpoint), name: TABLE_NAME };
}
