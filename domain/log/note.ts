import { bytesToHex } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';

/** A line of a signed note (C2SP signed-note): whose key signed, and what is behind the four bytes of the key's id. */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly bytes: Uint8Array };
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const KEY_ID_BYTES = 4;
/** A note with more is none, as C2SP signed-note lets a reader say: it is read whole, and each line may cost a verification. */
const MOST_BYTES = 16_384;
const MOST_SIGNATURES = 64;
const LINE = /^\u2014 (?<name>[^\s+]+) (?<code>[A-Za-z0-9+/]+={0,2})$/u;

/** Takes a note apart; undefined for what is none. Its signatures are not looked at. */
export function readNote(note: string): Note | undefined {
  if (note.length > MOST_BYTES || /[^\P{Cc}\n]/u.test(note) || !note.isWellFormed()) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end < 1 || !note.endsWith('\n')) return undefined;
  const signatures = readSignatures(note.slice(end + 2));
  return signatures && signatures.length > 0 ? { text: note.slice(0, end + 1), signatures } : undefined;
}

/** Reads lines of signatures as a note or a witness has them; undefined where one is none. */
export function readSignatures(lines: string): NoteSignature[] | undefined {
  const signatures: NoteSignature[] = [];
  if (lines === '' || !lines.endsWith('\n')) return undefined;
  for (const line of lines.slice(0, -1).split('\n')) {
    const { name, code = '' } = LINE.exec(line)?.groups ?? {};
    const all = fromBase64(code);
    if (name === undefined || !all || all.length <= KEY_ID_BYTES || signatures.length === MOST_SIGNATURES) return undefined;
    signatures.push({ name, keyId: bytesToHex(all.subarray(0, KEY_ID_BYTES)), bytes: all.subarray(KEY_ID_BYTES) });
  }
  return signatures;
}

function toSignatureLine({ name, keyId, bytes }: NoteSignature): string {
  const id = Uint8Array.from({ length: KEY_ID_BYTES }, (_, i) => Number.parseInt(keyId.slice(2 * i, 2 * i + 2), 16));
  return `\u2014 ${name} ${toBase64(Uint8Array.of(...id, ...bytes))}\n`;
}

export function writeNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(toSignatureLine).join('')}`;
}
