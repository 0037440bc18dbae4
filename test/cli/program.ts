import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../cli/whereabouts.ts', import.meta.url));

export type Ran = { readonly code: number; readonly out: string; readonly err: string };
type Options = { readonly env?: Readonly<Record<string, string>>; readonly onLine?: (line: string, stop: () => void) => void };

/** The program as its user has it, with a home of its own: sign-ins and files stay in a folder that goes. */
export function openHome(variables: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-cli-'));
  const run = async (args: readonly string[], { env = {}, onLine }: Options = {}): Promise<Ran> => {
    const { FORCE_COLOR: _forced, NO_COLOR: _none, WHEREABOUTS_TOKEN: _token, ...rest } = process.env;
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { ...rest, WHEREABOUTS_CONFIG: join(folder, 'config'), ...variables, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Once: a second Ctrl-C would end it at once.
    let isStopped = false;
    const stop = () => {
      if (!isStopped) child.kill('SIGINT');
      isStopped = true;
    };
    if (onLine) child.stdout.on('data', (chunk: Buffer) => onLine(chunk.toString(), stop));
    const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  };
  return { folder, run, close: () => rmSync(folder, { recursive: true, force: true }) };
}

export type Home = ReturnType<typeof openHome>;
