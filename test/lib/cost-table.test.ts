import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { estimate, FIXED, readCapacity, withCosts } from '../../lib/cost-table.ts';
import { PROD, synthesize } from './synthesize.ts';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const architecture = read('architecture.md');
const sum = (platforms: number) => Object.values(estimate(platforms, architecture, FIXED)).reduce((total, dollars) => total + dollars, 0);

test('docs/deploy.md shows what a month costs, by the capacity that was measured', () => {
  expect(withCosts(read('deploy.md'), architecture)).toBe(read('deploy.md'));
});

test('what is there however much it is used is what the template has', () => {
  const prod = synthesize(PROD);
  const keys = Object.values(prod.findResources('AWS::KMS::Key'));
  expect(keys).toHaveLength(FIXED.keys);
  expect(Object.keys(prod.findResources('AWS::CloudWatch::Alarm'))).toHaveLength(FIXED.alarms);
});

test('more platforms cost more, and a platform costs less the more there are', () => {
  expect(sum(5000)).toBeGreaterThan(sum(500));
  expect(sum(5000) / 5000).toBeLessThan(sum(500) / 500);
});

test('an operation that nobody has measured is no zero', () => {
  expect(readCapacity(architecture, 'Read a score').reads).toBeGreaterThan(0);
  expect(readCapacity(architecture, 'Submit an assessment').writes).toBeGreaterThan(0);
  expect(() => readCapacity(architecture, 'Dream')).toThrow('measures no "Dream"');
});
