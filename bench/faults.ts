import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import type { Extent } from './extent.ts';
import type { Measurement } from './result.ts';

const SEEN = new URL('../reports/faults/', import.meta.url);
const Observed = z.strictObject({ fault: z.string(), times: z.int(), seen: z.string(), means: z.string() });

/** Runs test/faults with as many faults as are asked for; what it saw is in the table only where the test that saw it passed. */
export async function measureFaults({ kills }: Extent): Promise<Measurement> {
  rmSync(SEEN, { recursive: true, force: true });
  const { status } = spawnSync('npx', ['--no', 'vitest', 'run', 'test/faults', '--testTimeout=7200000', '--fileParallelism=false'], {
    stdio: 'inherit',
    env: { ...process.env, FAULT_TIMES: `${kills}` },
  });
  const observed = (existsSync(SEEN) ? readdirSync(SEEN) : [])
    .sort()
    .map((file) => Observed.parse(JSON.parse(readFileSync(new URL(file, SEEN), 'utf8'))));
  if (status !== 0) throw new Error(`a fault did what it must not; seen to be well before: ${observed.map(({ fault }) => fault).join('; ')}`);
  return {
    title: 'What it survives',
    how:
      'Each fault is brought about by a test of test/faults, on the real embedded database, while people write. It is in this table when the test has ' +
      'seen that nothing acknowledged was lost and nothing was done twice, and what its row says of how it was reported and repaired.',
    figures: observed.map(({ fault, times, seen, means }) => ({
      name: fault,
      value: times,
      unit: times === 1 ? 'time' : 'times',
      note: seen,
      means,
    })),
  };
}
