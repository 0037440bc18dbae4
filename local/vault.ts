import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Conflict } from '../store/conflict.ts';
import { closeEnvelope, DATA_KEY_BYTES, openEnvelope } from '../store/envelope.ts';
import { type CaptureKey, type CaptureKeys, type KeyWrapping, openVault, type Vault } from '../store/vault.ts';
import { openFolderArchive } from './archive.ts';
import { findText, writeWhole } from './data-folder.ts';

/** Archive and vault in the data folder. The data keys lie in a folder of their own, which no command backs up. */
export function openFolderVault(folder: string): { archive: ReturnType<typeof openFolderArchive>; vault: Vault } {
  const archive = openFolderArchive(join(folder, 'archive'));
  const keys = openKeyFolder(join(folder, 'capture-keys'));
  return { archive, vault: openVault({ archive, keys, wrapping: openWrappingKey(join(folder, 'capture-key')) }) };
}

/** A file for each capture. One process has the folder, and nothing comes between its reading and its writing. */
function openKeyFolder(folder: string): CaptureKeys {
  const fileOf = (capture: string) => join(folder, capture);
  const read = (capture: string): CaptureKey | undefined => {
    const text = findText(fileOf(capture));
    return text === undefined ? undefined : JSON.parse(text);
  };
  return {
    find: async (capture) => read(capture),
    list: async (captures) => captures.flatMap((capture) => read(capture) ?? []),
    async put(key, from) {
      const found = read(key.capture);
      if (found?.platform !== from?.platform || found?.wrapped !== from?.wrapped) throw new Conflict('somebody else keeps or erases this capture');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeWhole(fileOf(key.capture), JSON.stringify(key));
    },
  };
}

/** What KMS does in the cloud; made when it is first needed. */
function openWrappingKey(file: string): KeyWrapping {
  const key = () => {
    const stored = Buffer.from(findText(file) ?? '', 'base64url');
    if (stored.length === DATA_KEY_BYTES) return stored;
    const made = randomBytes(DATA_KEY_BYTES);
    writeWhole(file, made.toString('base64url'));
    return made;
  };
  return {
    async make(capture) {
      const plain = randomBytes(DATA_KEY_BYTES);
      return { plain, wrapped: Buffer.from(closeEnvelope(key(), plain, capture)).toString('base64') };
    },
    unwrap: async (wrapped, capture) => openEnvelope(key(), Buffer.from(wrapped, 'base64'), capture),
  };
}
