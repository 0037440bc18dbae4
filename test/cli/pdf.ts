import { deflateSync } from 'node:zlib';

/** A page's text as PDF operators: one line under the other. */
export const toContent = (lines: readonly string[]): Buffer =>
  Buffer.from(`BT /F1 12 Tf 14 TL 72 700 Td ${lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')} ET`, 'latin1');

type Made = {
  /** What stands in the catalogue, in the list of pages and in the trailer besides. */
  readonly catalogue?: string;
  readonly count?: number;
  readonly kids?: string;
  readonly trailer?: string;
};

/** A PDF 1.4 of one page with this content (ISO 32000-1), and whatever else a test puts into it. */
export function makePdf(content: Uint8Array, { catalogue = '', count = 1, kids = '3 0 R', trailer = '' }: Made = {}): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const stream = Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')]);
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    stream,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const start = Buffer.concat(parts).length;
  const table = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)].join('\n');
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n${table}\ntrailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
