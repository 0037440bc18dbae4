import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { PlatformId } from '../domain/facts/platform.ts';
import { BadInput, Usage } from './failure.ts';

/** A file to submit, and the platform it is about. */
export type Submission = { readonly file: string; readonly platform: string; readonly profile: string | undefined };

const PROFILE = /^platform\.jsonc?$/;

/** What was found, and a line for each entry of a folder that is no file, such as a pipe without a writer. */
type Found = { readonly submissions: readonly Submission[]; readonly skipped: readonly string[] };

/**
 * Every assessment in the files and folders, by platform and then by name, which begins with its date. A file is about the
 * platform whose folder it stands in, or about the one that is named.
 */
export function findSubmissions(places: readonly string[], named: string | undefined, cwd: string): Found {
  const skipped: string[] = [];
  const files = places.flatMap((place) => (isFolder(place, cwd) ? listFiles(place, cwd, skipped) : [place]));
  const submissions = files.map((file) => toSubmission(file, named, cwd));
  return { submissions: submissions.sort((a, b) => compare(a.platform, b.platform) || compare(basename(a.file), basename(b.file))), skipped };
}

function toSubmission(file: string, named: string | undefined, cwd: string): Submission {
  const folder = dirname(resolve(cwd, file));
  const platform = PlatformId.safeParse(named ?? basename(folder));
  if (!platform.success) throw new Usage(`${file} stands in no folder that is named as a platform: say which one it is about with --platform`);
  const profile = basename(folder) === platform.data ? findProfile(folder) : undefined;
  return { file, platform: platform.data, profile: profile && join(folder, profile) };
}

function findProfile(folder: string): string | undefined {
  const found = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => PROFILE.test(entry.name) && findKind(entry, join(folder, entry.name)) === undefined,
  );
  return found?.name;
}

function listFiles(folder: string, cwd: string, skipped: string[]): string[] {
  return readdirSync(resolve(cwd, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return listFiles(path, cwd, skipped);
    if (!['.json', '.jsonc'].includes(extname(entry.name))) return [];
    const kind = findKind(entry, resolve(cwd, path));
    if (kind !== undefined) skipped.push(`${path}: it is ${kind}, not a file`);
    return kind === undefined && !PROFILE.test(entry.name) ? [path] : [];
  });
}

/** What an entry is that is not a file, nor a link to one: reading it could wait for ever, or never end. */
function findKind(entry: Dirent, path: string): string | undefined {
  const target = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
  if (target === undefined) return 'a link to nothing';
  return target.isFile() ? undefined : nameKind(target);
}

function nameKind(target: Dirent | Stats): string {
  if (target.isFIFO()) return 'a pipe';
  if (target.isSocket()) return 'a socket';
  return target.isDirectory() ? 'a link to a folder' : 'a device';
}

function isFolder(place: string, cwd: string): boolean {
  const found = statSync(resolve(cwd, place), { throwIfNoEntry: false });
  if (!found) throw new BadInput([`${place} cannot be read: there is no such file or folder`]);
  return found.isDirectory();
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
