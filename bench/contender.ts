/** A contender in a process of its own, for bench/rounds.ts: what one leaves for the collector and the compiler is not charged to the next. */
import type { Contenders } from './rounds.ts';

/** How often a batch is tried in which the processor was taken away: another process leaves cold caches behind. */
const ATTEMPTS = 10;

const [module = '', argument = '', name = ''] = process.argv.slice(2);
const { contenders }: { contenders: (argument: string) => Contenders } = await import(module);
const run = await contenders(argument)[name]?.();
if (run === undefined) throw new Error(`${module} has no contender ${name}`);

process.on('message', (times: number) => void timeUndisturbed(run, times).then((cpu) => process.send?.(cpu)));
process.on('disconnect', () => process.exit(0));
process.send?.(0);

/** The first of a few attempts without an involuntary context switch; else the last. */
async function timeUndisturbed(run: () => unknown, times: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const { involuntaryContextSwitches: before } = process.resourceUsage();
    const taken = await timeBatch(run, times);
    if (process.resourceUsage().involuntaryContextSwitches === before || attempt === ATTEMPTS) return taken;
  }
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
