import { expect, it } from 'vitest';
import { simulate } from '../review/simulate.ts';

/** Another world each time unless a seed is given; REVIEW_PLATFORMS and REVIEW_DAYS make it larger. */
const scale = {
  seed: Number(process.env.REVIEW_SEED ?? Date.now() % 1_000_000),
  platforms: Number(process.env.REVIEW_PLATFORMS ?? 12),
  days: Number(process.env.REVIEW_DAYS ?? 240),
  from: '2024-01-01',
};

it(`keeps ${scale.platforms} platforms under review for ${scale.days} days (REVIEW_SEED=${scale.seed})`, async () => {
  const { counts } = await simulate(scale);
  expect(counts.get('platform-days')).toBeGreaterThan(scale.platforms * scale.days * 0.7);
}, 7_200_000);
