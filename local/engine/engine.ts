import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { StartFailure } from '../start-failure.ts';
import { indexStream } from './index-stream.ts';
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
      process.platform === 'win32'
        ? 'Windows has no embedded database here: run Whereabouts in WSL, or point DYNAMODB_ENDPOINT at a DynamoDB of your own.'
        : `The embedded database is missing (package ${name}): npm install --no-save ${name}@${manifest.optionalDependencies['@dynoxide/linux-x64']}`,
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
    const host = toRandomHost();
    const port = await findFreePort(host);
    const watcher = spawn(
      process.execPath,
      [fileURLToPath(new URL('./engine-watcher.ts', import.meta.url)), pidFile, binary, '--host', host, '--port', `${port}`, '--db-path', database],
      // A group of its own: Ctrl-C reaches local mode alone, which ends the engine after the last request.
      { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
    );
    const lost = listen(watcher, onRestart);
    const endpoint = `http://${host}:${port}`;
    const failure = await waitUntilReady(endpoint, lost);
    if (failure === undefined) {
      indexStream(database);
      return { endpoint, lost, stop: () => stop(watcher) };
    }
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

async function waitUntilReady(endpoint: string, lost: Promise<string>): Promise<string | undefined> {
  const ended = lost.then((reason) => ({ reason }));
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await Promise.race([ended, isAnswering(endpoint)]);
    if (typeof answer === 'object') return answer.reason;
    if (answer) return undefined;
    await delay(10);
  }
  return `it did not answer within ${PATIENCE_MS / 1000} seconds`;
}

async function isAnswering(endpoint: string): Promise<boolean> {
  try {
    const answer = await fetch(`${endpoint}/`, { signal: AbortSignal.timeout(1000) });
    return (await answer.text()).startsWith('healthy');
  } catch {
    return false;
  }
}

/**
 * An address of this machine that a page in a browser cannot guess: the engine answers every origin, asks for no credentials, and
 * all ports of one address can be tried in a minute. Linux alone has the whole of 127/8; elsewhere it is the usual address.
 */
export function toRandomHost(platform: NodeJS.Platform = process.platform): string {
  if (platform !== 'linux') return '127.0.0.1';
  return ['127', ...Array.from({ length: 3 }, () => randomInt(1, 255))].join('.');
}

function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
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
