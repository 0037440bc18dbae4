import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Go’s own installer puts it, for a shell that does not look there. */
const GO_FOLDER = '/usr/local/go/bin';

/** The newest that Go 1.26 builds: from v0.10.0 on it asks for 1.27. */
const TORCHWOOD = 'v0.6.1';

export const goEnvironment = () => ({ ...process.env, PATH: [process.env.PATH, GO_FOLDER].join(delimiter) });

/** The folder of a real witness, `litewitness`, and of its `witnessctl`: that of WITNESS_BINARIES, or built from their source, which takes minutes the first time. */
export function buildWitness(): string {
  if (process.env.WITNESS_BINARIES) return process.env.WITNESS_BINARIES;
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/torchwood-${TORCHWOOD}/`, import.meta.url));
  if (existsSync(join(folder, 'litewitness')) && existsSync(join(folder, 'witnessctl'))) return folder;
  mkdirSync(folder, { recursive: true });
  const commands = ['litewitness', 'witnessctl'].map((name) => `filippo.io/torchwood/cmd/${name}@${TORCHWOOD}`);
  const { status, stderr, error } = spawnSync('go', ['install', ...commands], { encoding: 'utf8', env: { ...goEnvironment(), GOBIN: folder } });
  if (status !== 0) throw new Error(`the witness could not be built: ${stderr ?? ''}`, { cause: error });
  return folder;
}
