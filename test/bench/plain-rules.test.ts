import { expect, test } from 'vitest';
import { readExamples } from '../../bench/example-files.ts';
import { engines, RULES, scoreByHand } from '../../bench/plain-rules.ts';

const files = readExamples();

test('the rules are 25, and distinguish the examples', () => {
  expect(RULES).toHaveLength(25);
  expect(new Set(files.map(({ assessment }) => scoreByHand(assessment))).size).toBeGreaterThan(files.length / 3);
});

test.each(engines.map(({ name, open }) => [name, open] as const))('%s runs the same rules to the same points on every example', async (_, open) => {
  const score = await open();
  for (const { assessment } of files) expect(await score(assessment)).toBe(scoreByHand(assessment));
});
