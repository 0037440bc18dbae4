import { utf8ToBytes } from '@noble/hashes/utils.js';
import { readHash, toBase64 } from './base64.ts';
import { identityOf, type NoteKey } from './key.ts';
import { type Note, type NoteSignature, readNote } from './note.ts';

/** The head of a tree: whose it is, how many leaves it has, and its root. */
export type TreeHead = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

/** Verifies an Ed25519 signature (RFC 8032). */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** The text of a checkpoint (C2SP tlog-checkpoint), without extension lines. */
export function writeHead({ origin, size, root }: TreeHead): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads it back; extension lines, which we never write, are no text of ours. */
function readHead(text: string): TreeHead | undefined {
  const [origin = '', digits = '', code = '', ...rest] = text.split('\n');
  const root = readHash(code);
  const size = Number(digits);
  if (origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(digits) || !root || rest.length !== 1 || rest[0] !== '') return undefined;
  return { origin, size, root };
}

const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;

/** What a witness signs: the time, and the whole of the checkpoint's text (C2SP tlog-cosignature). */
export function toCosigned(text: string, seconds: number | bigint): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** When a witness signed, by its signature, in seconds since 1970; undefined where the key has not signed this text. */
export function findCosignedAt(text: string, { bytes }: NoteSignature, key: NoteKey, verify: Verify): number | undefined {
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0);
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return verify(key.publicKey, toCosigned(text, seconds), bytes.subarray(TIME_BYTES)) ? Number(seconds) : undefined;
}

export type OpenedCheckpoint = {
  readonly head: TreeHead;
  readonly note: Note;
  /** The keys of known witnesses that have cosigned (`identityOf`), with the time of each, in seconds since 1970. */
  readonly cosigned: ReadonlyMap<string, number>;
};

/**
 * Reads a checkpoint that one of a log's keys has signed. A signature by a known key that does not hold makes the whole note worth
 * nothing; those of unknown keys do not count. Says otherwise why not.
 */
export function openCheckpoint(
  note: string,
  { logs, witnesses }: { readonly logs: readonly NoteKey[]; readonly witnesses: readonly NoteKey[] },
  verify: Verify,
): OpenedCheckpoint | string {
  const read = readNote(note);
  const head = read && readHead(read.text);
  if (!read || !head) return 'it does not have the form of a checkpoint of at most 64 signatures';
  const cosigned = new Map<string, number>();
  let isSigned = false;
  for (const signature of read.signatures) {
    const isBy = (key: NoteKey) => identityOf(key) === identityOf(signature);
    const log = logs.find(isBy);
    const witness = witnesses.find(isBy);
    if (log && !verify(log.publicKey, utf8ToBytes(read.text), signature.bytes)) return `the signature of ${log.name} does not hold`;
    if (log && log.name !== head.origin) return `${log.name} signed it, and it is of ${head.origin}`;
    isSigned ||= log !== undefined;
    if (!witness) continue;
    const at = findCosignedAt(read.text, signature, witness, verify);
    if (at === undefined) return `the cosignature of ${witness.name} does not hold`;
    cosigned.set(identityOf(witness), at);
  }
  return isSigned ? { head, note: read, cosigned } : 'no known key of the log has signed it';
}
