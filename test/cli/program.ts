import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { main } from '../../cli/main.ts';

const PROGRAM = fileURLToPath(new URL('../../cli/whereabouts.mjs', import.meta.url));

export type Ran = { readonly code: number; readonly out: string; readonly err: string };
type Options = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Sees what is written to standard output, piece by piece, and may interrupt the command. */
  readonly onOutput?: (text: string, stop: () => void) => void;
};

/** How a program is interrupted: by its output, or after a while. */
type Stop = { readonly signal?: NodeJS.Signals; readonly stopAfterMs?: number };

/** The command line with a folder of its own for sign-ins and files: `run` calls it in this process, `spawn` starts the program. */
export function openHome(variables: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-cli-'));
  const own = { WHEREABOUTS_CONFIG: join(folder, 'config'), ...variables };
  return {
    folder,
    run: (args: readonly string[], options: Options & { isTerminal?: boolean } = {}) => runHere(args, folder, { ...own, ...options.env }, options),
    spawn: (args: readonly string[], options: Options & Stop = {}) => runProgram(args, folder, { ...own, ...options.env }, options),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Home = ReturnType<typeof openHome>;

async function runHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  { input = '', onOutput, isTerminal = false }: Options & { isTerminal?: boolean },
): Promise<Ran> {
  const stop = new AbortController();
  let [out, err] = ['', ''];
  const collect = (add: (chunk: string) => void) =>
    Object.assign(
      new Writable({
        write(chunk: Buffer, _, done) {
          add(chunk.toString());
          done();
        },
      }),
      isTerminal ? { isTTY: true } : {},
    );
  const stdout = collect((chunk) => {
    out += chunk;
    onOutput?.(chunk, () => stop.abort());
  });
  const stderr = collect((chunk) => {
    err += chunk;
  });
  const code = await main(args, { env, cwd, stdin: Readable.from([input]), stdout, stderr, signal: stop.signal });
  return { code, out, err };
}

async function runProgram(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
  { input = '', onOutput, signal = 'SIGINT', stopAfterMs }: Options & Stop,
): Promise<Ran> {
  const { FORCE_COLOR: _forced, NO_COLOR: _none, WHEREABOUTS_TOKEN: _token, ...rest } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: { ...rest, ...variables }, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined).end(input);
  // Once: a second signal would end it at once.
  let isStopped = false;
  const stop = () => {
    if (!isStopped) child.kill(signal);
    isStopped = true;
  };
  if (stopAfterMs !== undefined) setTimeout(stop, stopAfterMs);
  if (onOutput) child.stdout.on('data', (chunk: Buffer) => onOutput(chunk.toString(), stop));
  const ended = new Promise<number>((resolve) => child.once('close', (code, by) => resolve(code ?? 128 + (by ? constants.signals[by] : 0))));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
