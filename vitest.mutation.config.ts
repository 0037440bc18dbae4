import { defineConfig } from 'vitest/config';

const CORE = [
  'belief',
  'combine',
  'date',
  'exposure',
  'findings',
  'golden',
  'hazard',
  'incidents',
  'rating',
  'register',
  'rounding',
  'score',
  'waterfall',
];

/** What Stryker runs: a mutant in a constant is tried on every test that this config finds, so it finds no others. */
export default defineConfig({ test: { include: CORE.map((name) => `test/domain/**/${name}.test.ts`) } });
