import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureDrafts } from '../../bench/drafts/measure.ts';

test('docs/coding.md says how many coded paths are drafted from their quotes alone, as it is measured', () => {
  const { shares } = measureDrafts();
  const { storage, 'remote-access': access } = shares;
  expect(storage?.of).toBeGreaterThan(30);
  const page = readFileSync(new URL('../../docs/coding.md', import.meta.url), 'utf8');
  expect(page).toContain(`| the quote alone | ${storage?.drafted} of ${storage?.of} | ${access?.drafted} of ${access?.of} |`);
});
