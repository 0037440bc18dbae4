import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StartFailure } from '../start-failure.ts';
import { endStaleEngine } from './stale-engine.ts';

/** A running database engine that speaks DynamoDB's protocol. */
export type Engine = {
  readonly endpoint: string;
  /** Settles when the engine ends by itself or cannot be brought up again; never for one that somebody else runs. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

const PATIENCE_MS = 15_000;
const ATTEMPTS = 3;

/** Where the package with the engine's binary has put it. */
export function findEngineBinary(resolvePackage: (id: string) => string = createRequire(import.meta.url).resolve): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return join(dirname(resolvePackage(`${name}/package.json`)), 'dynoxide');
  } catch (error) {
    throw new StartFailure(
      `The embedded database is missing (package ${name}): run npm ci again with optional dependencies, or point DYNAMODB_ENDPOINT at a DynamoDB of your own.`,
      { cause: error },
    );
  }
}

type EngineOptions = {
  readonly binary?: string;
  /** Called when the engine was killed and is started again; requests fail meanwhile. */
  readonly onRestart?: (line: string) => void;
};

/** Starts the embedded engine on a database in the folder; it ends with this process, however that ends. */
export async function startEngine(folder: string, { binary = findEngineBinary(), onRestart = () => {} }: EngineOptions = {}): Promise<Engine> {
  const database = join(folder, 'whereabouts.db');
  const pidFile = join(folder, 'engine');
  await endStaleEngine(pidFile, database);
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const watcher = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('./engine-watcher.ts', import.meta.url)),
        pidFile,
        binary,
        '--host',
        '127.0.0.1',
        '--port',
        `${port}`,
        '--db-path',
        database,
      ],
      // A group of its own: Ctrl-C reaches local mode alone, which ends the engine after the last request.
      { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
    );
    const lost = listen(watcher, onRestart);
    const failure = await waitUntilReady(port, lost);
    if (failure === undefined) return { endpoint: `http://127.0.0.1:${port}`, lost, stop: () => stop(watcher) };
    await stop(watcher);
    if (attempt === ATTEMPTS || !failure.includes('in use')) throw new StartFailure(`The embedded database did not start: ${failure}`);
  }
}

/** What the engine said last, once it is gone for good. */
async function listen({ stderr }: ChildProcess, onRestart: (line: string) => void): Promise<string> {
  let last = '';
  if (stderr)
    for await (const line of createInterface({ input: stderr })) {
      if (line.startsWith('restarted ')) onRestart(line);
      last = line.trim() || last;
    }
  return last || 'it ended without a message';
}

async function waitUntilReady(port: number, lost: Promise<string>): Promise<string | undefined> {
  const ended = lost.then((reason) => ({ reason }));
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await Promise.race([ended, isAnswering(port)]);
    if (typeof answer === 'object') return answer.reason;
    if (answer) return undefined;
    await delay(10);
  }
  return `it did not answer within ${PATIENCE_MS / 1000} seconds`;
}

async function isAnswering(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) });
    return (await answer.text()).startsWith('healthy');
  } catch {
    return false;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port was given'))));
    });
  });
}

async function stop(watcher: ChildProcess): Promise<void> {
  if (watcher.exitCode !== null || watcher.signalCode !== null) return;
  const exit = new Promise((resolve) => watcher.once('exit', resolve));
  watcher.stdin?.end();
  await exit;
}
