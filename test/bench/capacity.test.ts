import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE_BYTES } from '../../bench/capacity/captures.ts';
import { OPERATIONS } from '../../bench/capacity/operations.ts';
import { measureCapacity } from '../../bench/capacity/run.ts';
import { CAPACITY_HEADER } from '../../bench/capacity/table.ts';
import { type Attributes, readUnits, sizeOf, transactionUnits, writeUnits } from '../../bench/request-units.ts';
import { CAPTURE_USE } from '../../lib/capture-costs.ts';
import { readBeside } from '../../lib/measured-capacity.ts';

const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

test('docs/architecture.md says of every measured operation what it costs, in figures, and why', () => {
  const [, table = ''] = /<!-- capacity -->\n([\s\S]*)<!-- \/capacity -->/.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  expect(rows[0]).toBe(CAPACITY_HEADER);
  expect(rows.slice(2).map((row) => row.split(' | ')[0]?.slice(2))).toEqual(Object.values(OPERATIONS).map(([name]) => name));
  for (const row of rows.slice(2))
    expect(row).toMatch(
      /^\| [^|]+ \| \d+ \| (–|[\d.]+ \/ [\d.]+) \| (–|[\d.]+ \/ [\d.]+) \| [^|]*\d[^|]* \| (–|\d+ (put|get|KMS)(, \d+ (put|get|KMS))*) \| [^|]{10,} \|$/,
    );
});

test('captures are measured by pages as long as the estimate of costs takes them to be', () => {
  expect(PAGE_BYTES).toBe(CAPTURE_USE.bytes);
  expect(OPERATIONS.keep[0]).toContain(`${PAGE_BYTES / 1000} KB`);
});

test('docs/architecture.md says what captures ask of S3 and KMS, as it is counted', async () => {
  const measured = await measureCapacity();
  const counted = Object.fromEntries(measured.map(({ name, beside }) => [name, beside]));
  for (const [name] of Object.values(OPERATIONS)) {
    const { puts, gets, keys } = readBeside(page, name);
    expect({ put: puts, get: gets, KMS: keys }, name).toEqual(counted[name]);
  }
  expect(counted[OPERATIONS.keep[0]]).toEqual({ put: 2, get: 0, KMS: 1 });
  expect(counted[OPERATIONS.capture[0]]).toEqual({ put: 0, get: 1, KMS: 1 });
  expect(counted[OPERATIONS.anchor[0]]).toEqual({ put: 0, get: 11, KMS: 11 });
  expect(counted[OPERATIONS.erased[0]]).toEqual({ put: 0, get: 0, KMS: 0 });
  // The table of data keys is metered with the record: an erasure ends with a write there, which its proposal lacks.
  const unitsOf = (operation: keyof typeof OPERATIONS) => measured.find(({ name }) => name === OPERATIONS[operation][0])?.requests ?? 0;
  expect(unitsOf('erased')).toBeGreaterThan(unitsOf('erasing'));
}, 60_000);

test('a write alone is charged once by 1 KB', () => {
  expect([0, 1024, 1025].map(writeUnits)).toEqual([1, 1, 2]);
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
