import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { PlatformId } from '../domain/facts/platform.ts';
import { BadInput, Usage } from './failure.ts';

/** A file to submit, and the platform it is about. */
export type Submission = { readonly file: string; readonly platform: string; readonly profile: string | undefined };

const PROFILE = /^platform\.jsonc?$/;

/**
 * Every assessment in the files and folders, by platform and then by name, which begins with its date. A file is about the
 * platform whose folder it stands in, or about the one that is named.
 */
export function findSubmissions(places: readonly string[], named: string | undefined, cwd: string): Submission[] {
  const files = places.flatMap((place) => (isFolder(place, cwd) ? listFiles(place, cwd) : [place]));
  const found = files.map((file) => toSubmission(file, named, cwd));
  return found.sort((a, b) => compare(a.platform, b.platform) || compare(basename(a.file), basename(b.file)));
}

function toSubmission(file: string, named: string | undefined, cwd: string): Submission {
  const folder = dirname(resolve(cwd, file));
  const platform = PlatformId.safeParse(named ?? basename(folder));
  if (!platform.success) throw new Usage(`${file} stands in no folder that is named as a platform: say which one it is about with --platform`);
  const profile = basename(folder) === platform.data ? readdirSync(folder).find((name) => PROFILE.test(name)) : undefined;
  return { file, platform: platform.data, profile: profile && join(folder, profile) };
}

function listFiles(folder: string, cwd: string): string[] {
  return readdirSync(resolve(cwd, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return listFiles(path, cwd);
    return ['.json', '.jsonc'].includes(extname(entry.name)) && !PROFILE.test(entry.name) ? [path] : [];
  });
}

function isFolder(place: string, cwd: string): boolean {
  const found = statSync(resolve(cwd, place), { throwIfNoEntry: false });
  if (!found) throw new BadInput([`${place} cannot be read: there is no such file or folder`]);
  return found.isDirectory();
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
