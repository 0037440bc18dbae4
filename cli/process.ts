import { main } from './main.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as head, is no failure of ours.
  if (error.code !== 'EPIPE') throw error;
});
const stop = new AbortController();
let received: NodeJS.Signals | undefined;
// Once: a second Ctrl-C ends everything at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    received = signal;
    stop.abort();
  });
const LINGER_MS = 100;
const { env, stdin, stdout, stderr } = process;
process.exitCode = await main(process.argv.slice(2), { env, cwd: process.cwd(), stdin, stdout, stderr, signal: stop.signal });
// A connection that is waited for would keep the process, and a read of a pipe without a writer outlives even exit(): the signal ends both.
if (received !== undefined) setTimeout(process.kill, LINGER_MS, process.pid, received).unref();
