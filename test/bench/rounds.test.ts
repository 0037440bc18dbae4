import { expect, test } from 'vitest';
import { measureRounds } from '../../bench/rounds.ts';

test('every contender runs in every round, each round beginning with another, and is set beside the first', async () => {
  const ran: string[] = [];
  const contenders = ['a', 'b', 'c'].map((name) => ({ name, run: () => spin(name, ran) }));
  const timed = await measureRounds(contenders, 4);
  expect([...timed.keys()]).toEqual(['a', 'b', 'c']);
  for (const { cpu, ratio, spread } of timed.values()) {
    expect(cpu).toBeGreaterThan(0);
    expect(spread[0]).toBeLessThanOrEqual(ratio);
    expect(ratio).toBeLessThanOrEqual(spread[1]);
  }
  expect(timed.get('a')?.ratio).toBe(1);
  // Each is warmed up alone; behind that stand the rounds.
  const turns = ran.filter((name, i) => name !== ran[i - 1]);
  expect(turns.join('')).toBe(['abc', 'abc', 'bca', 'cab', 'abc'].join(''));
});

test('what answers later is waited for, and its work counted', async () => {
  const later = async () => {
    await Promise.resolve();
    spin('later', []);
  };
  const timed = await measureRounds(
    [
      { name: 'now', run: () => spin('now', []) },
      { name: 'later', run: later },
    ],
    3,
  );
  expect(timed.get('later')?.cpu).toBeGreaterThan(0);
});

/** Work that cannot be left out. */
function spin(name: string, ran: string[]): number {
  let sum = 0;
  for (let i = 0; i < 20_000; i += 1) sum += Math.sqrt(i);
  if (ran.at(-1) !== name) ran.push(name);
  return sum;
}
