import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundleSite } from './bundle-site.ts';
import { functionNames, jobNames } from './functions.ts';
import { slimming } from './slimming.ts';

export interface BundlesProps {
  readonly functions: readonly string[];
  readonly jobs: readonly string[];
  /** The folder that holds `<function>/handler.ts` and `jobs/<job>.ts`. */
  readonly from: string;
  /** The folder that gets `<function or job>/index.mjs`; what was in it goes. */
  readonly to: string;
}

/** The size of each bundle, in bytes, by function or job. */
export type BundleSizes = Record<string, number>;

/** One ES module that holds all that runs at once: one file to read, and none of it reached by way of something that is not used. */
export const BUNDLING = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  write: false,
  logLevel: 'error',
} as const satisfies BuildOptions;

/** A CommonJS dependency calls `require` and looks in `__dirname`, which an ES module has not; esbuild's stand-in throws unless this is there. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url), __dirname = import.meta.dirname;";
const STAND_IN = 'Dynamic require of ';

/** Parts of the SDK that no function comes to: telling browsers apart, and operations that answer with a stream of events. */
export const NEVER_RUN: readonly string[] = ['bowser', '@smithy/core/event-streams'];

/** Bundles each function and job with all it runs. The SDK's client is in it: reading one file is quicker than the runtime's many. */
export async function bundleFunctions({ functions, jobs, from, to }: BundlesProps): Promise<BundleSizes> {
  await rm(to, { recursive: true, force: true });
  const entries = [
    ...functions.map((name) => [name, join(name, 'handler.ts')] as const),
    ...jobs.map((name) => [name, join('jobs', `${name}.ts`)] as const),
  ];
  const sizes = entries.map(async ([name, entry]) => [name, await bundleFunction(join(from, entry), join(to, name))] as const);
  return Object.fromEntries(await Promise.all(sizes));
}

async function bundleFunction(entry: string, outdir: string): Promise<number> {
  const files = new Map<string, Uint8Array>();
  await addModule('index.mjs', entry, files);
  await mkdir(outdir, { recursive: true });
  await Promise.all([...files].map(([name, contents]) => writeFile(join(outdir, name), contents)));
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

/** What is imported only on demand is a file of its own, with all that it needs: the first stays as small as if it were not there. */
async function addModule(file: string, entry: string, files: Map<string, Uint8Array>): Promise<void> {
  const parts = new Map<string, string>();
  const apart: Plugin = {
    name: 'apart',
    setup: (setup) =>
      setup.onResolve({ filter: /^[^:]+$/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === apart) return undefined;
        if (NEVER_RUN.includes(path)) return { path: `./${basename(path)}-is-not-here.mjs`, external: true };
        const found = await setup.resolve(path, { kind: 'import-statement', resolveDir, pluginData: apart });
        // The same text stands in a folder of each language.
        const folder = basename(dirname(path));
        const name = basename(path, '.ts');
        const part = path.endsWith('.json') ? basename(path) : `${/^[a-z]{2}$/.test(folder) ? `${folder}-` : ''}${name}.mjs`;
        if (parts.has(part) && parts.get(part) !== found.path) throw new Error(`${path} and another file would both be ${part}`);
        parts.set(part, found.path);
        return { path: `./${part}`, external: true };
      }),
  };
  const options = { ...BUNDLING, entryPoints: [entry], plugins: [apart, wasmBeside(files), ...slimming] };
  let [output] = (await build(options)).outputFiles;
  if (output?.text.includes(STAND_IN)) [output] = (await build({ ...options, banner: { js: REQUIRE } })).outputFiles;
  if (!output) throw new Error(`nothing came of ${entry}`);
  files.set(file, output.contents);
  for (const [part, path] of parts) {
    if (files.has(part)) continue;
    if (part.endsWith('.json')) files.set(part, Buffer.from(JSON.stringify(JSON.parse(await readFile(path, 'utf8')))));
    else await addModule(part, path, files);
  }
}

/** Cedar's engine reads its WebAssembly from beside itself, where the bundle is then. */
const wasmBeside = (files: Map<string, Uint8Array>): Plugin => ({
  name: 'wasm-beside',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]cedar-wasm[\\/]nodejs[\\/]cedar_wasm\.js$/ }, async ({ path }) => {
      const name = 'cedar_wasm_bg.wasm';
      files.set(name, await readFile(join(dirname(path), name)));
      return undefined;
    }),
});

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  const sizes = await bundleFunctions({ functions: functionNames, jobs: jobNames, from: join(root, 'lambdas'), to: join(root, 'dist') });
  await bundleSite(join(root, 'dist'));
  for (const [name, size] of Object.entries(sizes)) console.log(`dist/${name}: ${Math.ceil(size / 1024)} KB`);
}
