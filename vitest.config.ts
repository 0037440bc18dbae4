import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Speed is a benchmark, never a test: the limit only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/conformance/**'],
  },
});
