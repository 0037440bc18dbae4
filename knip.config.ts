import type { KnipConfig } from 'knip';
import { jobs } from './lambdas/jobs.ts';
import { routes } from './lambdas/routes.ts';

/** What knip cannot see is used, each with its reason; everything else that nobody imports is an error. */
const config: KnipConfig = {
  entry: [
    // cdk.json starts it.
    'lib/app.ts',
    // Bundled and started by path, out of the manifests.
    ...new Set(routes.map((route) => `lambdas/${route.function}/handler.ts`)),
    ...jobs.map(({ name }) => `lambdas/jobs/${name}.ts`),
    // Local mode loads the operations of a function when one of them is first called.
    ...new Set(routes.map((route) => `lambdas/${route.function}/operations.ts`)),
    // Run by hand: what a night costs at a size.
    'bench/review/at-scale.ts',
    // bench/rounds.ts starts it by its path, and it imports what it runs by theirs.
    'bench/contender.ts',
    'test/bench/spinning.ts',
    'bench/console.ts',
    'bench/cold-start/cold-start.ts',
    // Bundled by it.
    'bench/cold-start/sdk.ts',
    // console/build.ts and lib/bundle-site.ts bundle them by their names.
    'console/main.tsx',
    'console/serve.ts',
    // Copied beside the bundles and run there.
    'test/conformance/bundle-runner.mjs',
    // Copied beside the types that are generated there, and run by its path.
    'test/conformance/clients/story.ts',
    // test/e2e/vitest.config.ts finds them.
    'test/e2e/*.test.ts',
    // Run by hand: pictures of every page, to be looked at.
    'test/e2e/take-screenshots.ts',
    // stryker.config.json names it.
    'vitest.mutation.config.ts',
  ],
  project: ['**/*.{ts,tsx,mjs}', '.ci/*.ts'],
  // Generated whole, whatever part of it the clients use.
  ignore: ['docs/api-types.ts'],
  ignoreDependencies: [
    // A style sheet names it.
    '@fontsource-variable/source-sans-3',
    // Read as the text that runs in the page.
    'axe-core',
    // Named in the text that test/domain/policy/vendor-types.ts compiles.
    '@aws-sdk/client-verifiedpermissions',
    '@maxim_mazurok/gapi.client.androidmanagement-v1',
    '@microsoft/microsoft-graph-types',
    '@microsoft/microsoft-graph-types-beta',
  ],
  // Conformance tests build the real OPA, and run Amazon's own database; a test of faults fills the disk by a limit.
  ignoreBinaries: ['go', 'java', 'mkfifo', 'openssl', 'prlimit', 'sha256sum', 'ssh-agent', 'ssh-add', 'ssh-keygen'],
  treatConfigHintsAsErrors: true,
};

export default config;
