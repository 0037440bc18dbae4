/**
 * Runs the database engine and ends it when standard input closes. Local mode holds the other end of that pipe, so the
 * operating system closes it even when local mode is killed outright, and no engine stays behind with the database open.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const PATIENCE_MS = 2000;
const [pidFile = '', binary = '', ...options] = process.argv.slice(2);

const engine = spawn(binary, options, { stdio: ['ignore', 'ignore', 'inherit'] });
if (engine.pid !== undefined) writeFileSync(pidFile, `${engine.pid}\n`, { mode: 0o600 });

function endEngine(): void {
  engine.kill('SIGTERM');
  setTimeout(() => engine.kill('SIGKILL'), PATIENCE_MS).unref();
}

process.stdin.resume().on('close', endEngine);
process.on('SIGTERM', endEngine);
process.on('SIGINT', endEngine);
engine.on('error', (error) => {
  process.stderr.write(`error: ${error.message}\n`);
  process.exit(1);
});
engine.on('exit', (code) => process.exit(code ?? 0));
