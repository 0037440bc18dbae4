import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../local/start.ts', import.meta.url));

export type LocalProcess = {
  readonly url: string;
  readonly pid: number;
  /** What it has said of faults. */
  readonly said: () => string;
  /** Settles when it has ended. */
  readonly ended: Promise<unknown>;
  /** Asks it to end, and waits. */
  readonly stop: () => Promise<void>;
};

/** Local mode as `npm start` starts it, in a process of its own, on a free port or the one given; `onSpawn` gets its process id before it is up. */
export async function startLocalProcess(folder: string, port = 0, onSpawn: (pid: number) => void = () => {}): Promise<LocalProcess> {
  const env = { ...process.env, PORT: `${port}`, WHEREABOUTS_DATA: folder, DYNAMODB_ENDPOINT: '', npm_lifecycle_event: undefined };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) onSpawn(child.pid);
  const ended = once(child, 'close');
  let faults = '';
  child.stderr.on('data', (chunk) => {
    faults += chunk;
  });
  const url = await Promise.race([untilListening(child), ended.then(() => undefined)]);
  if (url === undefined || child.pid === undefined) throw new Error(`local mode did not come up: ${faults}`);
  return {
    url,
    pid: child.pid,
    said: () => faults,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function untilListening({ stdout }: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    // It goes on listening, so that what is said later does not fill the pipe.
    stdout?.on('data', (chunk) => {
      said += chunk;
      const url = /Listening on (\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
