import { defineConfig } from 'vitest/config';

const ROOMS = {
  facts: ['date'],
  score: [
    'belief',
    'combine',
    'exposure',
    'findings',
    'golden',
    'hazard',
    'incidents',
    'open',
    'rating',
    'register',
    'rounding',
    'score',
    'waterfall',
  ],
  record: ['decisions', 'law-seal', 'rescore', 'review', 'reviews', 'revisions', 'time-line'],
} as const;

/** What Stryker runs: a mutant in a constant is tried on every test that this config finds, so it finds no others. */
export default defineConfig({
  // Instrumented code is several times slower.
  test: {
    testTimeout: 60_000,
    include: Object.entries(ROOMS).flatMap(([room, names]) => names.map((name) => `test/domain/${room}/${name}.test.ts`)),
  },
});
