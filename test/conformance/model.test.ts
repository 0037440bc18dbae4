import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Service, startService } from '../started-service.ts';
import { runModel } from '../store/model-run.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service?.stop());

const seed = Number(process.env.MODEL_SEED) || Math.floor(Math.random() * 2 ** 31);
const steps = Number(process.env.MODEL_STEPS ?? 2500);

test(`over ${steps} random steps the record does what a plain model of it does (MODEL_SEED=${seed})`, async () => {
  const figures = await runModel(service, { seed, steps });
  console.log(`MODEL_SEED=${seed}: ${JSON.stringify(figures)}`);
  expect(figures.changes).toBeGreaterThan(steps / 4);
}, 1_800_000);
