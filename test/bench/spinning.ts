import { appendFileSync } from 'node:fs';
import type { Contenders } from '../../bench/rounds.ts';

/** Contenders that only spin; each batch's first run is noted in the file. */
export function contenders(file: string): Contenders {
  const open = (name: string, spins: number) => () => () => {
    let sum = 0;
    for (let i = 0; i < spins; i += 1) sum += Math.sqrt(i);
    appendFileSync(file, name);
    return sum;
  };
  return { a: open('a', 100_000), b: open('b', 3_000_000), c: () => async () => open('c', 100_000)()() };
}
