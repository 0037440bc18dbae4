import { defineConfig } from 'vitest/config';

/** What needs the network or another's tools: it runs in .ci/run, not in `npm test`. */
export default defineConfig({ test: { include: ['test/conformance/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 } });
