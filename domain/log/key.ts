import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';

/** What a key's signatures are by C2SP signed-note: of a log, or timed ones of a witness. Both are Ed25519. */
const TYPES = { log: 0x01, witness: 0x04 } as const;
export type KeyUse = keyof typeof TYPES;

/** A public key by the name that its signatures carry. */
export type NoteKey = { readonly name: string; readonly use: KeyUse; readonly publicKey: Uint8Array; readonly keyId: string };

const PUBLIC_KEY_BYTES = 32;
/** No blank and no plus sign stands in the name of a key. */
const NAME = /^[^\s+\p{Cc}]{1,255}$/u;

/** What tells keys apart: their name alone does not. */
export const identityOf = ({ name, keyId }: Pick<NoteKey, 'name' | 'keyId'>): string => `${name}+${keyId}`;

export const isKeyName = (name: string): boolean => NAME.test(name);

export function toNoteKey(name: string, use: KeyUse, publicKey: Uint8Array): NoteKey {
  const named = concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(TYPES[use]), publicKey);
  return { name, use, publicKey, keyId: bytesToHex(sha256(named).subarray(0, 4)) };
}

/** The key in the spelling that verifiers are configured with (`vkey`). */
export function writeVerifierKey({ name, use, publicKey, keyId }: NoteKey): string {
  return `${name}+${keyId}+${toBase64(Uint8Array.of(TYPES[use], ...publicKey))}`;
}

/** Reads a `vkey`; undefined where it is none, is of another kind, or its id is not that of its key. */
export function readVerifierKey(text: string): NoteKey | undefined {
  const [name = '', keyId = '', code = '', ...more] = splitKey(text);
  const bytes = fromBase64(code);
  const use = (Object.keys(TYPES) as KeyUse[]).find((one) => TYPES[one] === bytes?.[0]);
  if (!bytes || !use || bytes.length !== PUBLIC_KEY_BYTES + 1 || more.length > 0 || !isKeyName(name)) return undefined;
  const key = toNoteKey(name, use, bytes.subarray(1));
  return key.keyId === keyId ? key : undefined;
}

/** Base64 has plus signs too: the first two part the name and the id from it. */
function splitKey(text: string): string[] {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  return first < 0 || second < 0 ? [] : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}
