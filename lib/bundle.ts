import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { functionNames, jobNames } from './functions.ts';

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

/** zod speaks fifty languages, 190 KB of them; ours are in English. */
const inEnglish: Plugin = {
  name: 'in-english',
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';" })),
};

/**
 * ES modules, which start quicker and may be split: what is imported only on demand (most of the SDK's
 * ways to sign in, the law's provisions) stays a file of its own that is not read: 105 ms to load instead of 131.
 */
const OPTIONS = {
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  plugins: [inEnglish],
  logLevel: 'error',
} satisfies BuildOptions;

/** A CommonJS dependency calls `require`, which an ES module has not; esbuild's stand-in throws unless this is there. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
const STAND_IN = 'Dynamic require of ';

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
  const options = { ...OPTIONS, entryPoints: { index: entry }, outdir, write: false } as const;
  let { outputFiles } = await build(options);
  if (outputFiles.some((file) => file.text.includes(STAND_IN))) ({ outputFiles } = await build({ ...options, banner: { js: REQUIRE } }));
  await mkdir(outdir, { recursive: true });
  await Promise.all(outputFiles.map((file) => writeFile(join(outdir, basename(file.path)), file.contents)));
  return outputFiles.reduce((sum, file) => sum + file.contents.length, 0);
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  const sizes = await bundleFunctions({ functions: functionNames, jobs: jobNames, from: join(root, 'lambdas'), to: join(root, 'dist') });
  for (const [name, size] of Object.entries(sizes)) console.log(`dist/${name}: ${Math.ceil(size / 1024)} KB`);
}
