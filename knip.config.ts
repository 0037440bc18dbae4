import type { KnipConfig } from 'knip';

/** What knip cannot see is used, each with its reason; everything else that nobody imports is an error. */
const config: KnipConfig = {
  entry: [
    // cdk.json starts it.
    'lib/app.ts',
    // Started by path: the cloud's entry of each function, and the operations that local mode loads when one is first called.
    'lambdas/*/handler.ts',
    'lambdas/*/operations.ts',
    'lambdas/jobs/*.ts',
    // Run by hand when the law changes; a test asserts that its result is current.
    'register/make-compact.ts',
  ],
  project: ['**/*.{ts,mjs}', '.ci/*.ts'],
  treatConfigHintsAsErrors: true,
};

export default config;
