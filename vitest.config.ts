import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Their files share a process, and with it what they import: they change nothing in it. */
const SHARING = ['domain', 'messages', 'register', 'docs', 'console', 'lib', 'lambdas', 'store', 'cli'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

/** Whole processes, started many times, killed, or moved through months and years: `npm run test:processes`, and in CI. */
const PROCESSES = [
  'test/bench/rounds.test.ts',
  'test/cli/{hostile-files,tutorial}.test.ts',
  'test/domain/vault/hostile-captures.test.ts',
  'test/faults/{database-faults,full-disk,jumping-clock,killed-engine,killed-server,poisoned-item,refusing-services}.test.ts',
  'test/local/{review-by-clock,start}.test.ts',
  'test/review/*.test.ts',
  'test/store/{epoch,races}.test.ts',
];

/** They count requests, generate documents by the sources or stand in for a function of the store: `npm run test:bundles` has nothing to try of them. */
const OF_SOURCES =
  process.env.WHEREABOUTS_HANDLERS === 'dist' ? ['decisions-listed', 'openapi', 'rank'].map((name) => `test/lambdas/${name}.test.ts`) : [];

export default defineConfig({
  test: {
    // Speed is a benchmark, never a test: the limit only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A test waits for its database half of the time: on two cores two at a time are quicker than one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'test/seeded-folder.ts',
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, exclude: [...PROCESSES, ...OF_SOURCES], isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/conformance/**', ...SHARING, ...PROCESSES] },
      },
      { extends: true, test: { name: 'processes', include: PROCESSES } },
    ],
  },
});
