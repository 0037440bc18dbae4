import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { BackupFigures } from '../../store/backup-line.ts';
import { BadBackup } from '../../store/check-backup.ts';
import { beginEpoch } from '../../store/epoch.ts';
import { restore } from '../../store/restore.ts';
import { StartFailure, toErrorCode } from '../start-failure.ts';
import { markArchive } from './begin-archive.ts';
import { onRecord, type RecordPlace } from './record.ts';

export type Restored = BackupFigures & { readonly epoch: number; readonly archiveBegins: boolean };

/** Writes a backup into an empty table, once all of it has passed its checks, and begins an epoch of policy revisions and the archive; a `StartFailure` says why not. */
export async function restoreRecord(file: string, place: RecordPlace, by?: string): Promise<Restored> {
  try {
    return await onRecord(place, async (table, archives) => {
      const figures = await restore(table, () => readLines(resolve(place.cwd, file)));
      // The archive beside this table may be another one than that of the backup; what lies in both is named again the next night.
      const archiveBegins = await markArchive(table, { by, reason: `Restored from the backup with the hash ${figures.sha256}.` });
      return { ...figures, archiveBegins, epoch: await beginEpoch(table, archives) };
    });
  } catch (error) {
    if (error instanceof BadBackup) throw new StartFailure(error.message, { cause: error });
    if (toErrorCode(error) === 'ENOENT') throw new StartFailure(`${file} is not there.`, { cause: error });
    throw error;
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  // readline swallows what goes wrong with its input, so the stream itself is asked.
  let failure: unknown;
  input.once('error', (error) => {
    failure = error;
  });
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  if (failure !== undefined) throw failure;
}
