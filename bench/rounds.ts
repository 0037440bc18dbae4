import { quantile } from './statistics.ts';

/** What is run against others: once for each call. */
export type Contender = { readonly name: string; readonly run: () => unknown };

/** CPU time of one run in µs, the median of the rounds, and the median of what it is of the first contender in the same round. */
export type Timed = { readonly cpu: number; readonly ratio: number; readonly spread: readonly [lower: number, upper: number] };

/** Long against the clock's grain of 1 µs, short against what else the machine does. */
const BATCH_MS = 10;
const WARM_UP_MS = 400;

/**
 * Runs every contender for a moment in every round, so that a slow minute of the machine is shared by all of them. Of our own and not
 * of a library: tinybench and mitata measure one after the other, by the wall clock, which on a shared machine measures the others.
 */
export async function measureRounds(contenders: readonly Contender[], rounds: number): Promise<Map<string, Timed>> {
  const batches: { name: string; run: () => unknown; times: number; taken: number[] }[] = [];
  for (const { name, run } of contenders) batches.push({ name, run, times: await findTimes(run), taken: [] });
  for (let round = 0; round < rounds; round += 1) {
    // Each in another place every round, so that none always pays for another's garbage.
    const from = round % batches.length;
    for (const batch of [...batches.slice(from), ...batches.slice(0, from)])
      batch.taken.push((await timeBatch(batch.run, batch.times)) / batch.times);
  }
  const [first] = batches;
  return new Map(
    batches.map(({ name, taken }) => {
      const ratios = taken.map((cpu, round) => cpu / (first?.taken[round] ?? Number.NaN));
      return [name, { cpu: quantile(taken, 0.5), ratio: quantile(ratios, 0.5), spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)] }];
    }),
  );
}

/** How often it runs in a batch; warms it up on the way. */
async function findTimes(run: () => unknown): Promise<number> {
  const begun = performance.now();
  let times = 1;
  let each = Number.POSITIVE_INFINITY;
  while (performance.now() - begun < WARM_UP_MS) {
    each = (await timeBatch(run, times)) / times / 1000;
    times = Math.max(1, Math.min(100_000, Math.ceil(BATCH_MS / Math.max(each, 1e-5))));
  }
  return times;
}

/** CPU time in µs, the collector's and the compiler's included: somebody pays for them. */
async function timeBatch(run: () => unknown, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i += 1) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
