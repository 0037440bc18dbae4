import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { quantile } from './statistics.ts';

/** What is run against others, by name: each is opened once, in a process of its own, and then runs once for each call. */
export type Contenders = Readonly<Record<string, () => (() => unknown) | Promise<() => unknown>>>;

/** CPU time of one run in µs, the median of the rounds, and the median of what it is of the first contender in the same round. */
export type Timed = { readonly cpu: number; readonly ratio: number; readonly spread: readonly [lower: number, upper: number] };

/** Long against the clock's grain of 1 µs, short against what else the machine does. */
const BATCH_US = 4000;
const WARM_UP_MS = 1500;
const PROCESS = fileURLToPath(new URL('./contender.ts', import.meta.url));

/**
 * Runs every contender for a moment in every round, so that a slow minute of the machine is shared by all of them. Of our own and not
 * of a library: tinybench and mitata measure one after the other, by the wall clock, which on a shared machine measures the others.
 * `module` is the address of a module that exports `contenders`, and `argument` is handed to it.
 */
export async function measureRounds(module: string, argument: string, names: readonly string[], rounds: number): Promise<Map<string, Timed>> {
  const started: Started[] = [];
  try {
    for (const name of names) started.push(await start(module, argument, name));
    for (let round = 0; round < rounds; round += 1) {
      // Each in another place every round, so that none always runs after the same other.
      const from = round % started.length;
      for (const { ask, times, taken } of [...started.slice(from), ...started.slice(0, from)]) taken.push((await ask(times)) / times);
    }
  } finally {
    for (const { child } of started) child.kill();
  }
  const [first] = started;
  return new Map(
    started.map(({ name, taken }) => {
      const ratios = taken.map((cpu, round) => cpu / (first?.taken[round] ?? Number.NaN));
      return [name, { cpu: quantile(taken, 0.5), ratio: quantile(ratios, 0.5), spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)] }];
    }),
  );
}

type Started = {
  readonly name: string;
  readonly child: ChildProcess;
  readonly ask: (times: number) => Promise<number>;
  times: number;
  taken: number[];
};

/** Opens it, warms it up, and finds how often it runs in a batch. */
async function start(module: string, argument: string, name: string): Promise<Started> {
  const child = fork(PROCESS, [module, argument, name]);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the contender ${name} has ended`);
  });
  const answer = async () => Number((await Promise.race([once(child, 'message'), ended]))[0]);
  await answer();
  const ask = (times: number) => {
    child.send(times);
    return answer();
  };
  const begun = performance.now();
  let times = 1;
  while (performance.now() - begun < WARM_UP_MS) {
    const each = (await ask(times)) / times;
    times = Math.max(1, Math.min(100_000, Math.ceil(BATCH_US / Math.max(each, 0.01))));
  }
  return { name, child, ask, times, taken: [] };
}
