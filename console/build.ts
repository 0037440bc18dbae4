/** Bundles the console: `node console/build.ts` writes dist/console, local mode keeps the files in memory. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type OutputFile } from 'esbuild';
import { API_STYLE, type ApiDocument, toApiPage } from './api-page.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, '../dist/console');

/** A file of the console by its path on the site, `/assets/...`, `/page.html` or `/api.html`. */
export type ConsoleFiles = ReadonlyMap<string, Uint8Array>;

export async function buildConsole(): Promise<ConsoleFiles> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: HERE,
    entryPoints: ['main.tsx', 'styles/console.css'],
    outdir: OUT,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    publicPath: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file' },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const files = new Map(outputFiles.map((file): [string, Uint8Array] => [toSitePath(file), file.contents]));
  const icon = readFileSync(join(HERE, 'icon.svg'));
  const api = JSON.parse(readFileSync(join(HERE, '../docs/openapi.json'), 'utf8')) as ApiDocument;
  const texts = { '/page.html': toPage(metafile), '/api.html': toApiPage(api), '/api.css': API_STYLE };
  return new Map([...files, ['/icon.svg', icon], ...Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)] as const)]);
}

const toSitePath = (file: OutputFile) => `/${relative(OUT, file.path)}`;

/** The one page, with the names that the bundler gave; what the first script needs is asked for at once. */
function toPage({ outputs }: Metafile): string {
  const find = (source: string) => {
    const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
    if (!found) throw new Error(`the bundle lacks ${source}`);
    return found;
  };
  const [script, { imports }] = find('main.tsx');
  const [style] = find('styles/console.css');
  const site = (path: string) => `/assets/${basename(path)}`;
  const preloads = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => `<link rel="modulepreload" href="${site(path)}">`);
  return readFileSync(join(HERE, 'page.html'), 'utf8')
    .replace('%SCRIPT%', site(script))
    .replace('%STYLE%', site(style))
    .replace('%PRELOADS%', preloads.join('\n    '));
}

if (import.meta.filename === process.argv[1]) {
  rmSync(OUT, { recursive: true, force: true });
  for (const [path, contents] of await buildConsole()) {
    mkdirSync(dirname(join(OUT, path)), { recursive: true });
    writeFileSync(join(OUT, path), contents);
  }
}
