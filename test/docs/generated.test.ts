import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeBenchmarks } from '../../bench/write-benchmarks.ts';
import { makeLicences } from '../../docs/make-licences.ts';
import { makeMethod } from '../../docs/make-method.ts';
import { withExports } from '../../docs/make-policy.ts';

/** The other generated documents are compared where their sources are tested: openapi.test.ts, rights-table.test.ts, cost-table.test.ts. */
test.each([
  ['benchmarks.md', makeBenchmarks],
  ['licences.md', makeLicences],
  ['method.md', makeMethod],
  ['policy.md', withExports],
])('docs/%s is what its generator would write (run npm run docs)', (name, make) => {
  const page = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  expect(make(page)).toBe(page);
});
