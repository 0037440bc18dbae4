import { gunzipSync } from 'node:zlib';
import { Parser } from 'tar/parse';

/** The files of a bundle as it is served, by name. */
export async function readBundle(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const parser = new Parser({ strict: true });
  parser.on('entry', (entry) => {
    const parts: Buffer[] = [];
    entry.on('data', (part: Buffer) => parts.push(part));
    entry.on('end', () => files.set(entry.path, Buffer.concat(parts)));
  });
  await new Promise((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
    parser.end(gunzipSync(bytes));
  });
  return files;
}
