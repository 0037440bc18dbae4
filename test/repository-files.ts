import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = new URL('..', import.meta.url).pathname;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));

/** Our own files, tracked or about to be, whose path ends so. */
export function findFiles(ending: string): string[] {
  return files.filter((file) => file.endsWith(ending));
}

/** The text of one of our files. */
export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
