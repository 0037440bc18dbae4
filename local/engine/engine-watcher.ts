/**
 * Runs the database engine and ends it when standard input closes. Local mode holds the other end of that pipe, so the
 * operating system closes it even when local mode is killed outright, and no engine stays behind with the database open.
 * An engine that is killed is started again, on the same port; one that ends by itself has said why, and so does this.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

// What the engine makes is for its owner alone.
process.umask(0o077);

const PATIENCE_MS = 2000;
/** One that is killed sooner did not come up, and is tried so often in a row. */
const SHORTEST_LIFE_MS = 200;
const ATTEMPTS = 5;
const [pidFile = '', binary = '', ...options] = process.argv.slice(2);

let isOver = false;
let short = 0;
let engine = start();

function start() {
  const started = Date.now();
  const child = spawn(binary, options, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (child.pid !== undefined) writeFileSync(pidFile, `${child.pid}\n`, { mode: 0o600 });
  child.on('error', (error) => {
    process.stderr.write(`error: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    short = Date.now() - started < SHORTEST_LIFE_MS ? short + 1 : 0;
    if (isOver || signal === null) process.exit(code ?? 0);
    if (short === ATTEMPTS) {
      process.stderr.write(`error: killed ${ATTEMPTS} times in a row by ${signal}\n`);
      process.exit(1);
    }
    process.stderr.write(`restarted after ${signal}\n`);
    engine = start();
  });
  return child;
}

function endEngine(): void {
  isOver = true;
  engine.kill('SIGTERM');
  setTimeout(() => engine.kill('SIGKILL'), PATIENCE_MS).unref();
}

process.stdin.resume().on('close', endEngine);
process.on('SIGTERM', endEngine);
process.on('SIGINT', endEngine);
