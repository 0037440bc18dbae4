import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Archive } from '../store/archive.ts';
import { Conflict } from '../store/conflict.ts';
import { findText } from './data-folder.ts';
import { toErrorCode } from './start-failure.ts';

/** The archive as a folder: in local mode nothing else protects it, so its files are only made read-only. */
export function openFolderArchive(folder: string): Archive {
  return {
    async record(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
      try {
        writeFileSync(join(folder, name), content, { flag: 'wx', mode: 0o400, flush: true });
      } catch (error) {
        if (toErrorCode(error) === 'EEXIST') throw new Conflict(`${name} is archived already`, { cause: error });
        throw error;
      }
    },
    find: async (name) => findText(join(folder, name)),
    async findBytes(name) {
      const file = join(folder, name);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
    async list(prefix) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const names = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
      return names.filter((name) => name.startsWith(prefix)).sort();
    },
  };
}
