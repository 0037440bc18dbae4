import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure, toErrorCode } from './start-failure.ts';

/** The folder of one local instance: its database, its clock and its keys. Only its owner can enter it, whatever its mode was before. */
export type DataFolder = {
  readonly path: string;
  /** Another instance may open the folder from now on. */
  close(): void;
};

/** Makes the folder if need be and takes it for this process alone, until `close` or the process's end, whatever ends it. */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chmodSync(path, 0o700);
    const lock = takeLock(path);
    closeToOthers(path);
    writeWhole(join(path, 'process'), `${process.pid}\n`);
    held.add(lock);
    return {
      path,
      close() {
        held.delete(lock);
        lock.close();
      },
    };
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const reason = (toErrorCode(error) === 'ERR_SQLITE_ERROR' ? 'EACCES' : toErrorCode(error)) ?? String(error);
    throw new StartFailure(`The data folder ${path} cannot be written (${reason}): choose another with WHEREABOUTS_DATA.`, { cause: error });
  }
}

/** The files of databases, which their engines make, and may have made readable to others before. */
const DATABASE = /^(lock|whereabouts\.db)(-(wal|shm|journal))?$/;

function closeToOthers(path: string): void {
  for (const name of readdirSync(path)) if (DATABASE.test(name)) chmodSync(join(path, name), 0o600);
}

// A lock without a reference would be garbage-collected, and the folder open to others.
const held = new Set<DatabaseSync>();
const SQLITE_BUSY = 5;

// A lock of the operating system ends with its process, so a killed instance leaves no stale one behind; SQLite is the way to one without native code.
function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, 'lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)) throw error;
    const holder = findText(join(path, 'process'))?.trim() ?? 'unknown';
    throw new StartFailure(
      `The data folder ${path} is in use by another Whereabouts (process ${holder}): stop that one, or choose another with WHEREABOUTS_DATA.`,
    );
  }
}

/** The text of a file, or undefined when there is none. */
export function findText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (toErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Replaces a file as a whole, so that a process killed in between leaves the old one; only its owner can read it. One that is not flushed
 * may be old or empty after a loss of power, which is for what can be read anew alone.
 */
export function writeWhole(file: string, text: string, { flush = true } = {}): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
