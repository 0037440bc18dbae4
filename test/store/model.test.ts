import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Service, startService } from '../started-service.ts';
import { runModel } from './model-run.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** A run is repeated with the seed that its failure names. */
const seed = Number(process.env.MODEL_SEED) || Math.floor(Math.random() * 2 ** 31);
const steps = Number(process.env.MODEL_STEPS) || 150;

test(`the record does what a plain model of it does, over ${steps} random steps (MODEL_SEED=${seed})`, async () => {
  const figures = await runModel(service, { seed, steps });
  console.log(`MODEL_SEED=${seed}: ${JSON.stringify(figures)}`);
  expect(figures.requests).toBeGreaterThan(steps * 0.8);
  expect(figures.changes).toBeGreaterThan(steps / 10);
  expect(figures.events).toBeGreaterThanOrEqual(figures.changes);
});
