import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { findText } from '../data-folder.ts';
import { StartFailure } from '../start-failure.ts';

const PATIENCE_MS = 3000;
const STEP_MS = 25;

/** Waits for the engine that a killed instance left behind on this database, and ends it if its watcher was killed too. */
export async function endStaleEngine(pidFile: string, database: string): Promise<void> {
  const pid = Number(findText(pidFile));
  if (!Number.isInteger(pid) || pid <= 1) return;
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (!isEngineOf(pid, database)) return;
    if (waited >= PATIENCE_MS / 2) kill(pid);
    await delay(STEP_MS);
  }
  throw new StartFailure(`An earlier database engine (process ${pid}) still holds ${database} and cannot be ended: end it by hand.`);
}

/** Whether the process is an engine on this very database: its number may belong to another program by now. */
function isEngineOf(pid: number, database: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return commandOf(pid)?.includes(database) ?? false;
}

// Only Linux shows the command line without another program.
function commandOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}
