import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'esbuild';
import { buildConsole } from '../console/build.ts';
import { SITE } from './functions.ts';

const compress = promisify(brotliCompress);

/** The console's files, text also compressed, beside the function that serves them. API Gateway compresses nothing by itself. */
export async function bundleSite(to: string): Promise<void> {
  const folder = join(to, SITE);
  await rm(folder, { recursive: true, force: true });
  for (const [path, contents] of await buildConsole()) {
    const file = join(folder, 'site', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
    if (extname(path) !== '.woff2') await writeFile(`${file}.br`, await compress(contents));
  }
  const entry = join(import.meta.dirname, '../console/serve.ts');
  const outfile = join(folder, 'index.mjs');
  await build({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24', logLevel: 'error' });
}
