/** `node local/commands/backup.ts FILE [--table NAME]`: writes the whole record to a file that is not there yet, as lines of JSON. */
import { type FileHandle, open, rm } from 'node:fs/promises';
import { backUp } from '../../store/backup.ts';
import { type BackupFigures, BackupLine } from '../../store/backup-line.ts';
import { onRecord, type RecordAndFile, runOnFile } from '../engine/reach-record.ts';
import { StartFailure, toErrorCode } from '../start-failure.ts';

/** Takes a backup; a file that is there already is never touched, and one that was not finished goes. */
export async function backUpRecord(which: RecordAndFile): Promise<BackupFigures> {
  const { file } = which;
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw new StartFailure(`${file} cannot be written (${toErrorCode(error)}): name a file that is not there yet.`, { cause: error });
  });
  try {
    const figures = await onRecord(which, (table) => write(handle, backUp(table, new Date().toISOString())));
    await handle.sync();
    return figures;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function write(handle: FileHandle, lines: AsyncIterable<string>): Promise<BackupFigures> {
  let last = '';
  for await (const line of lines) {
    await handle.write(`${line}\n`);
    last = line;
  }
  const end = BackupLine.parse(JSON.parse(last));
  if (end.kind !== 'end') throw new Error('the backup has no end');
  return end;
}

if (import.meta.main)
  await runOnFile('backup', async (which) => {
    const { items, chains, broken, sha256 } = await backUpRecord(which);
    const figures = `${items} items of ${chains} chains are in ${which.file}; its hash is ${sha256}.`;
    return broken.length === 0 ? figures : `${figures}\nThese chains do not verify, and the backup cannot be restored: ${broken.join(', ')}.`;
  });
