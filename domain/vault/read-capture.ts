import type { MediaType } from './capture.ts';
import { HTML_EXTRACTOR, htmlToText, TooDeep } from './html-text.ts';

/** The text of a capture, or why it has none. `extractor` is what made it, where the bytes are no text themselves. */
export type ReadCapture =
  | { readonly text: string; readonly extractor?: string; readonly fault?: undefined }
  | { readonly fault: string; readonly why: 'empty' | 'not-utf-8' | 'binary' | 'blank' | 'pdf' | 'too-deep' };

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i;
const WHERE_CHARSET = 2048;

const BLANK = { fault: 'holds no word: nothing but blanks, or signs that cannot be seen', why: 'blank' } as const;
const PDF = new TextEncoder().encode('%PDF-');
/** Some PDF is nothing but ASCII, and would be taken for a text. */
export const isPdf = (bytes: Uint8Array): boolean => PDF.every((byte, i) => bytes[i] === byte);
const isBlank = (text: string) => !/[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u.test(text);

/** Reads bytes as what they are said to be. They come from outside: what is no text is refused, and nothing of it runs. */
export function readCapture(bytes: Uint8Array, mediaType: MediaType): ReadCapture {
  if (bytes.length === 0) return { fault: 'is empty', why: 'empty' };
  if (isPdf(bytes)) return { fault: 'is a PDF, of which the text is kept: `whereabouts capture FILE` makes it, and names what made it', why: 'pdf' };
  const text = decode(bytes, mediaType === 'text/html' ? charsetOf(bytes) : 'utf-8');
  if (text === undefined) return { fault: 'is not UTF-8: a capture is text, as it was read', why: 'not-utf-8' };
  if (text.includes('\0')) return { fault: 'holds NUL, which no text does: it is binary', why: 'binary' };
  if (mediaType !== 'text/html') return isBlank(text) ? BLANK : { text };
  try {
    const read = htmlToText(text);
    return isBlank(read) ? BLANK : { text: read, extractor: HTML_EXTRACTOR };
  } catch (error) {
    if (error instanceof TooDeep) return { fault: `is no page that can be read: ${error.message}`, why: 'too-deep' };
    throw error;
  }
}

/** What a page says of its own encoding in its head; UTF-8 otherwise. */
function charsetOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, WHERE_CHARSET));
  return CHARSET.exec(head)?.[1] ?? 'utf-8';
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
