import { expect, it } from 'vitest';
import { toCsv } from '../../../domain/policy/csv.ts';

const one = (cell: string | number | null | undefined) => toCsv([['name', () => cell]], [0]);

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1+1'])('a cell that begins like %j runs in no spreadsheet', (cell) => {
  expect(one(cell)).toBe(cell.startsWith('\r') ? `name\r\n"'${cell}"\r\n` : `name\r\n'${cell}\r\n`);
});

it.each([
  ["\n=cmd|' /C calc'!A0; =1+1", `"'\n=cmd|' /C calc'!A0; '=1+1"`],
  ['Loss; =HYPERLINK("http://x")', `"Loss; '=HYPERLINK(""http://x"")"`],
  [';=1', `';'=1`],
  ['a;+1;-2;@x', `a;'+1;'-2;'@x`],
  ['a,=1', `"a,'=1"`],
  [' =1', `' =1`],
  ['\uff1d1+1', `'\uff1d1+1`],
  ['a;\uff0b1', `a;'\uff0b1`],
  ['2023-02-23; a-b = c', '2023-02-23; a-b = c'],
])('nor does what begins a cell for a reader that splits %j otherwise', (cell, written) => {
  expect(one(cell)).toBe(`name\r\n${written}\r\n`);
});

it('for spreadsheets with decimal commas it has semicolons, decimal commas and a mark of its letters', () => {
  const columns = [['text', () => 'Loss; é'] as const, ['points', () => 71.5] as const, ['plain', () => 'a,b'] as const];
  expect(toCsv(columns, [0], 'eu')).toBe('\ufefftext;points;plain\r\n"Loss; é";71,5;a,b\r\n');
});

it.each([
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1,"2"', `"'=1,""2"""`],
  [' plain ', ' plain '],
  [71.5, '71.5'],
  [null, ''],
  [undefined, ''],
])('%j is written by RFC 4180', (cell, written) => {
  expect(one(cell)).toBe(`name\r\n${written}\r\n`);
});

it('columns stand in the order of their list, and a list without rows is its header', () => {
  const columns = [['b', ({ b }: { a: number; b: number }) => b] as const, ['a', ({ a }: { a: number; b: number }) => a] as const];
  expect(toCsv(columns, [{ a: 1, b: 2 }])).toBe('b,a\r\n2,1\r\n');
  expect(toCsv(columns, [])).toBe('b,a\r\n');
});
