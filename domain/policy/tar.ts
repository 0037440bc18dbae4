import { utf8ToBytes } from '@noble/hashes/utils.js';

const BLOCK = 512;

export type TarFile = { readonly name: string; readonly text: string };

/** A tar archive (POSIX ustar) of the same bytes for the same files: by name, without times or owners. Names have at most 100 bytes. */
export function toTar(files: readonly TarFile[]): Uint8Array {
  const parts = files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, text }) => {
      const content = utf8ToBytes(text);
      return [toHeader(name, content.length), content, new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK)];
    });
  const archive = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 2 * BLOCK));
  let place = 0;
  for (const part of parts) {
    archive.set(part, place);
    place += part.length;
  }
  return archive;
}

function toHeader(name: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (text: string, place: number) => header.set(utf8ToBytes(text), place);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  put(name, 0);
  put(`${octal(0o644, 7)}\0`, 100);
  put(`${octal(0, 7)}\0`, 108);
  put(`${octal(0, 7)}\0`, 116);
  put(`${octal(size, 11)}\0`, 124);
  put(`${octal(0, 11)}\0`, 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\0 `, 148);
  return header;
}
