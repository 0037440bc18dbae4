import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measureRounds } from '../../bench/rounds.ts';

const SPINNING = new URL('./spinning.ts', import.meta.url).href;

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'ran');
}

test('every contender runs in every round, each round beginning with another, and is set beside the first', async () => {
  const file = newFile();
  const timed = await measureRounds(SPINNING, file, ['a', 'b', 'c'], 4);
  expect([...timed.keys()]).toEqual(['a', 'b', 'c']);
  for (const { cpu, ratio, spread } of timed.values()) {
    expect(cpu).toBeGreaterThan(0);
    expect(spread[0]).toBeLessThanOrEqual(ratio);
    expect(ratio).toBeLessThanOrEqual(spread[1]);
  }
  expect(timed.get('a')?.ratio).toBe(1);
  // Thirty times the work is distinguished from the same work on any machine, however busy.
  expect(timed.get('b')?.ratio).toBeGreaterThan(5);
  expect(timed.get('c')?.ratio).toBeLessThan(5);
  // Each is warmed up alone; behind that stand the rounds.
  const turns = [...readFileSync(file, 'utf8')].filter((name, i, all) => name !== all[i - 1]);
  expect(turns.join('')).toBe(['abc', 'abc', 'bca', 'cab', 'abc'].join(''));
});

test('a contender that cannot be opened ends the measurement', async () => {
  await expect(measureRounds(SPINNING, newFile(), ['a', 'nobody'], 2)).rejects.toThrow('nobody has ended');
});
