import { fromBase64, readHash, toBase64 } from './base64.ts';

/** A proof that something is in the log, for verifying offline (C2SP tlog-proof). */
export type LogProof = {
  /** What the leaf follows from; not authenticated by itself. */
  readonly extra: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed and cosigned checkpoint, as it is. */
  readonly checkpoint: string;
};

const TITLE = 'c2sp.org/tlog-proof@v1';
/** The way up in a tree of 2^63 leaves. */
const MOST_PATH = 63;

export function writeProof({ extra, index, path, checkpoint }: LogProof): string {
  return [TITLE, `extra ${toBase64(extra)}`, `index ${index}`, ...path.map(toBase64), '', checkpoint].join('\n');
}

/** Takes a proof apart; undefined for what is none. Nothing of it is believed yet. */
export function readProof(text: string): LogProof | undefined {
  const end = text.indexOf('\n\n');
  const [title, second = '', third = '', ...hashes] = end < 0 ? [] : text.slice(0, end).split('\n');
  const extra = second.startsWith('extra ') ? fromBase64(second.slice('extra '.length)) : undefined;
  const digits = /^index (0|[1-9]\d{0,14})$/.exec(third)?.[1];
  if (title !== TITLE || !extra || digits === undefined || hashes.length > MOST_PATH) return undefined;
  const path = hashes.map(readHash);
  if (path.some((hash) => hash === undefined)) return undefined;
  return { extra, index: Number(digits), path: path as Uint8Array[], checkpoint: text.slice(end + 2) };
}
