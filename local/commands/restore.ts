/** `node local/commands/restore.ts FILE [--table NAME]`: writes a backup into an empty table, once all of it has passed its checks. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { BackupFigures } from '../../store/backup-line.ts';
import { BadBackup } from '../../store/check-backup.ts';
import { restore } from '../../store/restore.ts';
import { onRecord, type RecordAndFile, runOnFile } from '../engine/reach-record.ts';
import { StartFailure, toErrorCode } from '../start-failure.ts';

/** Restores a backup; a `StartFailure` says why not. */
export async function restoreRecord(which: RecordAndFile): Promise<BackupFigures> {
  const { file } = which;
  try {
    return await onRecord(which, (table) => restore(table, () => readLines(file)));
  } catch (error) {
    if (error instanceof BadBackup) throw new StartFailure(error.message, { cause: error });
    if (toErrorCode(error) === 'ENOENT') throw new StartFailure(`${file} is not there.`, { cause: error });
    throw error;
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, 'utf8');
  // readline swallows what goes wrong with its input, so the stream itself is asked.
  let failure: unknown;
  input.once('error', (error) => {
    failure = error;
  });
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  if (failure !== undefined) throw failure;
}

if (import.meta.main)
  await runOnFile('restore', async (which) => {
    const { items, chains } = await restoreRecord(which);
    return `${items} items of ${chains} chains are restored, and every chain verifies.`;
  });
