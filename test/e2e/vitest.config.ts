import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The console in a real browser: slow beside the others, so on its own. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
    // As patient as the browser's own waits: a state is waited for, not a time.
    expect: { poll: { timeout: 30_000 } },
  },
});
