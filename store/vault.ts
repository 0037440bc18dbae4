import type { Capture } from '../domain/vault/capture.ts';
import type { Archive } from './archive.ts';
import { Conflict } from './conflict.ts';
import { closeEnvelope, openEnvelope } from './envelope.ts';
import { hashOfBytes } from './hash-of-bytes.ts';

/** What lies outside every backup of one capture: whose it is, and its data key under the key that wraps it; no key where it was destroyed. */
export type CaptureKey = { readonly capture: string; readonly platform: string; readonly wrapped?: string | undefined };

/** Where data keys lie: in a place that is never backed up, so that what is destroyed there is gone. */
export type CaptureKeys = {
  find(capture: string): Promise<CaptureKey | undefined>;
  list(captures: readonly string[]): Promise<CaptureKey[]>;
  /** Throws `Conflict` unless what lies there is of `from`, or nothing where that is undefined. */
  put(key: CaptureKey, from: CaptureKey | undefined): Promise<void>;
};

/** Makes and opens data keys under a key that never leaves its place. */
export type KeyWrapping = {
  make(capture: string): Promise<{ readonly plain: Uint8Array; readonly wrapped: string }>;
  unwrap(wrapped: string, capture: string): Promise<Uint8Array>;
};

export type Vault = ReturnType<typeof openVault>;
/** The bytes as they were read, and the text that was made of them where they are no text. */
export type CapturePart = 'bytes' | 'text';

const nameOf = (capture: string, part: CapturePart) => `captures/${capture}${part === 'text' ? '.text' : ''}`;

/** Captures by the SHA-256 of their bytes: their contents in the archive, each under a data key of its own. */
export function openVault({ archive, keys, wrapping }: { archive: Archive; keys: CaptureKeys; wrapping: KeyWrapping }) {
  return {
    findKey: (capture: string) => keys.find(capture),

    /** Puts the contents into the archive for a platform, under the key that is there or a new one. Repeated, it ends what was begun. */
    async keep({ capture, platform }: { capture: string; platform: string }, parts: Partial<Record<CapturePart, Uint8Array>>): Promise<void> {
      const before = await keys.find(capture);
      if (before && before.wrapped === undefined) throw new Conflict('it was erased meanwhile');
      const made = before?.wrapped === undefined ? await wrapping.make(capture) : undefined;
      const plain = made?.plain ?? (await wrapping.unwrap(before?.wrapped ?? '', capture));
      if (!before || before.platform !== platform) await keys.put({ capture, platform, wrapped: made?.wrapped ?? before?.wrapped }, before);
      for (const [part, bytes] of Object.entries(parts) as [CapturePart, Uint8Array][]) {
        const name = nameOf(capture, part);
        try {
          await archive.record(name, closeEnvelope(plain, bytes, name));
        } catch (error) {
          // Another attempt at the same bytes, under the same key.
          if (!(error instanceof Conflict)) throw error;
        }
      }
    },

    /** The contents, by the key that was found, held against the hash; undefined where they are erased or not there. */
    async read({ capture, wrapped }: CaptureKey, part: CapturePart, sha256: string): Promise<Uint8Array | undefined> {
      if (wrapped === undefined) return undefined;
      const name = nameOf(capture, part);
      const envelope = await archive.findBytes(name);
      if (!envelope) return undefined;
      const bytes = openEnvelope(await wrapping.unwrap(wrapped, capture), envelope, name);
      if (hashOfBytes(bytes) !== sha256) throw new Error(`what lies under ${name} does not have its hash`);
      return bytes;
    },

    /** The text that quotes are looked for in: what was made of the bytes, or the bytes where they are text. */
    readText({ capture, text }: Pick<Capture, 'capture' | 'text'>, key: CaptureKey): Promise<Uint8Array | undefined> {
      return text ? this.read(key, 'text', text.sha256) : this.read(key, 'bytes', capture);
    },

    /** Which of these captures have no key any more. */
    async listErased(captures: readonly string[]): Promise<ReadonlySet<string>> {
      const found = captures.length === 0 ? [] : await keys.list(captures);
      return new Set(found.filter(({ wrapped }) => wrapped === undefined).map(({ capture }) => capture));
    },

    /** Destroys the data key: nothing opens the contents again, in the archive or any copy of it. */
    async destroyKey(capture: string, platform: string): Promise<void> {
      const before = await keys.find(capture);
      if (before?.wrapped !== undefined || !before) await keys.put({ capture, platform }, before);
    },
  };
}
