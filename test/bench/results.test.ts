import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parts } from '../../bench/parts.ts';
import { Result } from '../../bench/result.ts';

const FOLDER = new URL('../../bench/results/', import.meta.url);
const files = readdirSync(FOLDER);

test('results are kept by date and part, and each figure says what it means', () => {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const { on, part, machine, figures } = Result.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    expect(file).toBe(`${on}-${part}.json`);
    expect(parts.map(({ name }) => name)).toContain(part);
    expect(machine).toMatch(/cores of .+, Node \d/);
    for (const { means } of figures) expect(means).toMatch(/^.{15,}\.$/s);
  }
});

test.each(parts.map(({ name, load }) => [name, load] as const))('the part %s can be run', async (_, load) => {
  expect(await load()).toBeTypeOf('function');
});
