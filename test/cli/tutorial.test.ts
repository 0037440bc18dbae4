import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySeededFolder } from '../seeded-folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILE = join(ROOT, 'docs/tutorial.md');
const SERVICE = 'http://127.0.0.1:4200';
const GATE = 'http://127.0.0.1:4280';
/** `TUTORIAL=write` puts what the commands say into the document, instead of comparing. */
const isWriting = process.env.TUTORIAL === 'write';

type Step = { readonly code: string; readonly marker: string | undefined; readonly output: string | undefined; readonly isExact: boolean };

const page = readFileSync(FILE, 'utf8');
const STEP = /(?:<!-- (terminal: \w+|until: \S+) -->\n)?```sh\n([\s\S]*?)```(?:\n\n(<!-- exact -->\n)?```text\n([\s\S]*?)```)?/g;
const steps: Step[] = [...page.matchAll(STEP)].map(([, marker, code = '', exact, output]) => ({
  code,
  marker,
  output,
  isExact: exact !== undefined,
}));

let folder: string;
let service: ChildProcess;
let gate: ChildProcess | undefined;
let serviceUrl: string;
let gateUrl: string;
const said: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-tutorial-'));
  symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));
  await copySeededFolder(join(folder, 'data'));
  const env = { ...process.env, PORT: '0', WHEREABOUTS_DATA: join(folder, 'data'), WHEREABOUTS_TERMS: join(folder, 'first-hour/terms') };
  service = spawn('npm', ['start'], { cwd: ROOT, env, detached: true });
  serviceUrl = await readUntil(service, /Listening on (http:\S+)/);
  gateUrl = `http://127.0.0.1:${await findPort()}`;
});
afterAll(async () => {
  for (const child of [gate, service]) if (child?.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await new Promise((resolve) => service.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** As the page says it, but for the addresses and the way to the program. */
function start(code: string, cwd: string): ChildProcess {
  const npx = `npx() { if [ "$1" = node ]; then shift; node "$@"; else shift; node ${JSON.stringify(join(ROOT, 'cli/whereabouts.mjs'))} "$@"; fi; }`;
  const script = `set -euo pipefail\n${npx}\n${code.replaceAll(SERVICE, serviceUrl).replaceAll(GATE, gateUrl)}`;
  const { FORCE_COLOR: _forced, WHEREABOUTS_TOKEN: _token, ...rest } = process.env;
  const env = { ...rest, WHEREABOUTS_URL: serviceUrl, WHEREABOUTS_CONFIG: join(folder, 'config'), PORT: new URL(gateUrl).port };
  return spawn('bash', ['-c', script], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(code: string, cwd: string): Promise<string> {
  const child = start(code, cwd);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [out, err, status] = await Promise.all([child.stdout ? text(child.stdout) : '', child.stderr ? text(child.stderr) : '', ended]);
  expect({ status, err: err.replace(/^(read up to place|[\w-]+, revision).*\n/gm, '') }).toEqual({ status: 0, err: '' });
  return out.replaceAll(serviceUrl, SERVICE).replaceAll(gateUrl, GATE);
}

/** Whatever is another's: days, ids, hashes, figures that age with the evidence. The rest has to be as the page shows it. */
function bare(output: string): string {
  return output
    .replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z?)?/g, '<time>')
    .replace(/\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec) \d{4}/g, '<time>')
    .replace(/\b(dec|scr|evt|rvw|ans)_[0-9A-Z]{26}/g, '$1_<id>')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{12,64}\b|\b\d{6}-[0-9a-f]{8}\b/g, '<hash>')
    .replace(/[━●·█▏]+/g, '<bar>')
    .replace(/\d+(\.\d+)?/g, '<n>')
    .replace(/\{"(causes|created|hash|decision).*$/gm, '<data>')
    .replace(/[ \t]+/g, ' ');
}

describe('the first hour, as docs/tutorial.md describes it', () => {
  it('has commands to run', () => {
    expect(steps.length).toBeGreaterThan(15);
    expect(steps[0]).toMatchObject({ marker: 'terminal: service', code: 'npm ci\nWHEREABOUTS_TERMS=first-hour/terms npm start\n' });
    expect([...page.matchAll(/^```sh/gm)]).toHaveLength(steps.length);
  });

  it('works command by command, and says what the page says', async () => {
    for (const [i, { code, marker, output, isExact }] of steps.entries()) {
      if (marker === 'terminal: service') said[i] = '';
      else if (marker === 'terminal: gate') {
        gate = start(code, folder);
        await readUntil(gate, /revision 0\S+, fresh/);
      } else {
        const cwd = code.includes('cd first-hour') ? folder : join(folder, 'first-hour');
        const expected = marker?.startsWith('until: ') ? marker.slice('until: '.length) : '';
        const out = await until(() => run(code, cwd), expected);
        said[i] = out;
        if (!isWriting && output !== undefined) expect(isExact ? out : bare(out), code).toBe(isExact ? output : bare(output));
      }
    }
    if (isWriting) write();
  });
});

/** What an export says follows a decision within seconds. */
async function until(act: () => Promise<string>, expected: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const out = await act().catch((error: unknown) => {
      if (attempt >= 60 || expected === '') throw error;
      return '';
    });
    if (out.includes(expected)) return out;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function write(): void {
  let i = -1;
  writeFileSync(
    FILE,
    page.replace(STEP, (whole: string) => {
      i += 1;
      return whole.replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${said[i]}\`\`\``);
    }),
  );
}

function readUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const hear = (chunk: Buffer) => {
      seen += chunk.toString();
      const found = pattern.exec(seen);
      if (found) resolve(found[1] ?? found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => reject(new Error(`it ended: ${seen}`)));
  });
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
