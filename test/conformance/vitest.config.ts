import { defineConfig } from 'vitest/config';

/** What needs the network or another's tools. One file after the other, because they count seconds and build the same tools. */
export default defineConfig({
  test: { include: ['test/conformance/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false },
});
