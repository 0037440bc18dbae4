import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';

it('keeps a quarter of a year of six platforms under review through crashes, poison, double runs and new registers', async () => {
  const { counts, reasons, scores } = await simulate({ seed: 20260831, platforms: 6, days: 92, from: '2024-01-01' });
  expect(counts.get('platform-days')).toBeGreaterThan(400);
  expect(counts.get('runs that died')).toBeGreaterThan(2);
  expect(counts.get('platform-days under poison')).toBeGreaterThan(2);
  expect([...reasons.keys()]).toEqual(expect.arrayContaining(['conflict', 'interval', 'register-changed']));
  expect([...scores.keys()].some((cause) => cause.includes('register'))).toBe(true);
});
