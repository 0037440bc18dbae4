import { type FileHandle, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backUp } from '../../store/backup.ts';
import { type BackupFigures, BackupLine } from '../../store/backup-line.ts';
import { StartFailure, toErrorCode } from '../start-failure.ts';
import { onRecord, type RecordPlace } from './record.ts';

/**
 * Writes the whole record to a file, as lines of JSON with a hash over all of them. A file that is there already is never touched,
 * and one that was not finished, because of an error or of `signal`, is removed.
 */
export async function backUpRecord(file: string, place: RecordPlace, signal: AbortSignal): Promise<BackupFigures> {
  const path = resolve(place.cwd, file);
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw new StartFailure(`${file} cannot be written (${toErrorCode(error)}): name a file that is not there yet.`, { cause: error });
  });
  try {
    const figures = await onRecord(place, (table) => write(handle, backUp(table, new Date().toISOString()), signal));
    await handle.sync();
    return figures;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function write(handle: FileHandle, lines: AsyncIterable<string>, signal: AbortSignal): Promise<BackupFigures> {
  let last = '';
  for await (const line of lines) {
    signal.throwIfAborted();
    await handle.write(`${line}\n`);
    last = line;
  }
  const end = BackupLine.parse(JSON.parse(last));
  if (end.kind !== 'end') throw new Error('the backup has no end');
  return end;
}
