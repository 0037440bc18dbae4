import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPERATIONS } from '../../bench/capacity/operations.ts';
import { CAPACITY_HEADER } from '../../bench/capacity/table.ts';
import { type Attributes, readUnits, sizeOf, transactionUnits } from '../../bench/request-units.ts';

test('docs/architecture.md says of every measured operation what it costs, in figures, and why', () => {
  const text = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- capacity -->\n([\s\S]*)<!-- \/capacity -->/.exec(text) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  expect(rows[0]).toBe(CAPACITY_HEADER);
  expect(rows.slice(2).map((row) => row.split(' | ')[0]?.slice(2))).toEqual(Object.values(OPERATIONS).map(([name]) => name));
  for (const row of rows.slice(2))
    expect(row).toMatch(/^\| [^|]+ \| \d+ \| (–|[\d.]+ \/ [\d.]+) \| (–|[\d.]+ \/ [\d.]+) \| [^|]*\d[^|]* \| [^|]{10,} \|$/);
});

const item = (attributes: Attributes = {}): Attributes => ({ pk: { S: 'p' }, sk: { S: 's' }, ...attributes });

test('an item is as large as its names and values', () => {
  expect(sizeOf(item())).toBe(6);
  expect(sizeOf({ name: { S: 'ü' }, year: { N: '2026' }, is: { BOOL: true }, none: { NULL: true } })).toBe(4 + 2 + (4 + 3) + (2 + 1) + (4 + 1));
  expect(sizeOf({ l: { L: [{ S: 'ab' }, { N: '7' }] }, m: { M: { a: { S: 'b' } } } })).toBe(1 + 3 + 3 + 3 + (1 + 3 + 1 + 1 + 1));
});

test('a read is charged by 4 KB, half when it may be old; what is not there as one unit', () => {
  expect([0, 1, 4096, 4097].map((bytes) => readUnits(bytes, { consistent: true }))).toEqual([1, 1, 1, 2]);
  expect(readUnits(8193, { consistent: false })).toBe(1.5);
});

test('a write in a transaction is charged twice by 1 KB, and each index once for what it has to change', () => {
  const all = { partition: 'a', sort: 'b', projection: 'ALL' };
  const keys = { ...all, projection: 'KEYS_ONLY' };
  const listed = (b: string, more: Attributes = {}) => item({ a: { S: 'a' }, b: { S: b }, ...more });
  expect(transactionUnits(undefined, item(), [all])).toBe(2);
  expect(transactionUnits(undefined, item({ text: { S: 'x'.repeat(1024) } }), [])).toBe(4);
  expect(transactionUnits(undefined, listed('1'), [all, keys])).toBe(4);
  expect(transactionUnits(listed('1'), listed('2'), [all])).toBe(4);
  expect(transactionUnits(listed('1'), listed('1', { text: { S: 'x' } }), [all, keys])).toBe(3);
  expect(transactionUnits(listed('1'), item(), [all])).toBe(3);
});
