import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Assessment } from '../../domain/facts/assessment.ts';
import { countQuotes, listQuotes } from '../../domain/vault/quotes.ts';

const examples = new URL('../../examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, examples), 'utf8');
const files = globSync('*/[0-9]*.json', { cwd: fileURLToPath(examples) }).sort();
const assessments = files.map((file) => Assessment.parse(JSON.parse(read(file))));

test('every quote of a recorded document names its place in the one version that its source was recorded in', () => {
  for (const assessment of assessments) {
    const versions = Map.groupBy(
      listQuotes(assessment).filter(({ evidence }) => /Open Terms Archive/.test(assessment.sources[evidence.source]?.publisher ?? '')),
      ({ evidence }) => evidence.source,
    );
    for (const [source, quotes] of versions) {
      expect(assessment.sources[source]).toHaveProperty('recorded');
      const named = new Set(quotes.map(({ evidence }) => `${evidence.excerpt?.version} ${evidence.excerpt?.sha256}`));
      expect([...named]).toEqual([expect.stringMatching(/^[0-9a-f]{40} [0-9a-f]{64}$/)]);
    }
  }
});

test('and as many as the page on the examples says, none of which counts as verified', () => {
  const counts = assessments.map((assessment) => countQuotes(assessment));
  const [excerpt, unverified, held] = (['excerpt', 'unverified', 'held'] as const).map((state) =>
    counts.reduce((sum, count) => sum + count[state], 0),
  );
  const texts = new Set(assessments.flatMap(listQuotes).flatMap(({ evidence }) => (evidence.excerpt ? evidence.quote : [])));
  expect(held).toBe(0);
  expect(read('README.md')).toContain(`${excerpt} items with ${texts.size} different quotes`);
  expect(read('README.md')).toContain(`The ${unverified} other quotes`);
});
