import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../store/table.ts';
import { StartFailure } from '../start-failure.ts';
import { openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { openTable, TABLE_NAME } from './open-table.ts';

/** Which record, and the file beside it. */
export type RecordAndFile = {
  readonly file: string;
  /** A table in the cloud, in the region and with the rights of the environment. @default the one of this machine, as `npm start` has it */
  readonly table?: string | undefined;
};

/** Opens the record for one act, which `npm start` must not have open at the same time. */
export async function onRecord<Result>({ table: name }: RecordAndFile, act: (table: Table) => Promise<Result>): Promise<Result> {
  const begun: (() => void | Promise<void>)[] = [];
  try {
    const table = name === undefined ? await openOwn(begun) : { client: new DynamoDBClient(), name };
    begun.push(() => table.client.destroy());
    return await act(table);
  } finally {
    for (const end of begun.reverse()) await end();
  }
}

async function openOwn(begun: (() => void | Promise<void>)[]): Promise<Table> {
  const folder = openDataFolder(process.env.WHEREABOUTS_DATA || '.whereabouts');
  begun.push(folder.close);
  let endpoint = process.env.DYNAMODB_ENDPOINT || undefined;
  if (endpoint === undefined) {
    const engine = await startEngine(folder.path);
    begun.push(engine.stop);
    endpoint = engine.endpoint;
  }
  return { client: await openTable(endpoint), name: TABLE_NAME };
}

/** The command line of one act; what its user can put right is told in a line. */
export async function runOnFile(command: string, act: (which: RecordAndFile) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await act(readArguments(command))}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof StartFailure ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

function readArguments(command: string): RecordAndFile {
  const usage = `Usage: node local/${command}.ts FILE [--table NAME]`;
  try {
    const { positionals, values } = parseArgs({ options: { table: { type: 'string' } }, allowPositionals: true, strict: true });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) return { file, table: values.table };
  } catch (error) {
    throw new StartFailure(usage, { cause: error });
  }
  throw new StartFailure(usage);
}
