import { createHmac, randomBytes } from 'node:crypto';
import type { Deps } from '../lambdas/runtime/deps.ts';
import { findText, writeWhole } from './engine/data-folder.ts';

const KEY_BYTES = 32;

/** The keyed hash that seals cursors; its key is kept, so that a cursor outlives a restart. */
export function openCursorKey(file: string): Deps['mac'] {
  const stored = Buffer.from(findText(file) ?? '', 'base64url');
  const key = stored.length === KEY_BYTES ? stored : randomBytes(KEY_BYTES);
  if (key !== stored) writeWhole(file, key.toString('base64url'));
  return async (text) => createHmac('sha256', key).update(text).digest('base64url');
}
