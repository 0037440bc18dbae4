import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const VERSION = 'v1.22.2';

/** Where Go’s own installer puts it, for a shell that does not look there. */
const GO_FOLDER = '/usr/local/go/bin';

/** The path of a real OPA: that of OPA_BINARY, or one built from its source with Go, which takes a few minutes the first time. */
export function buildOpa(): string {
  if (process.env.OPA_BINARY) return process.env.OPA_BINARY;
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/opa-${VERSION}/`, import.meta.url));
  const binary = join(folder, 'opa');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, PATH: [process.env.PATH, GO_FOLDER].join(delimiter), GOBIN: folder };
  const { status, stderr, error } = spawnSync('go', ['install', `github.com/open-policy-agent/opa@${VERSION}`], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`OPA could not be built: ${stderr ?? ''}`, { cause: error });
  return binary;
}
