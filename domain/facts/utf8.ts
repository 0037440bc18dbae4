/** A text, or why the bytes are none, as the end of a sentence about them. */
export type Decoded =
  | { readonly text: string }
  | { readonly kind: 'other-encoding' | 'compressed'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string; readonly at: number; readonly byte: string };

const COMPRESSED = { kind: 'compressed', why: 'is compressed: send it as it is, without gzip or another encoding of contents' } as const;
const UTF_16 = { kind: 'other-encoding', why: 'is UTF-16, as Windows tools write it: save it as UTF-8' } as const;

/** Bytes as UTF-8, a byte order mark dropped, and nothing put in the place of what cannot be read. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if ((first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd)) return COMPRESSED;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (bytes.length > 1 && (first === 0 || second === 0)))
    return UTF_16;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const at = findBroken(bytes);
    const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    const why = `is not UTF-8, at byte ${at + 1} (${byte}): it is of another encoding, such as Windows-1252. Save it as UTF-8`;
    return { kind: 'broken', why, at: at + 1, byte };
  }
}

/** The same of what somebody else has decoded already, and not well: API Gateway puts U+FFFD in the place of bytes. */
export function checkDecoded(text: string): Decoded {
  if (text.startsWith('\u001f\uFFFD') || text.startsWith('(\uFFFD/\uFFFD')) return COMPRESSED;
  if (text.startsWith('\uFFFD\uFFFD') || text[0] === '\u0000' || text[1] === '\u0000') return UTF_16;
  return { text: text.replace(/^\uFEFF/, '').toWellFormed() };
}

/** The first byte that a lenient reading would not give back. */
function findBroken(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return bytes.findIndex((byte, i) => byte !== again[i]);
}
