import { expect, test } from 'vitest';
import { findTouched, sealLaw } from '../../../domain/record/law-seal.ts';
import type { Register, RegisterRow } from '../../../domain/score/register.ts';
import { register } from '../../register.ts';
import { changeRegister, splitRow } from '../../review/other-register.ts';

const SEALED = '2026-05-01';
const TODAY = '2026-08-01';
const CODES = ['US', 'CN', 'DE', 'GB', 'ZZ', 'EU'];
const milder = (row: RegisterRow): RegisterRow => ({ ...row, dutyToAssist: row.dutyToAssist === 1 ? 0 : 1 });
const inUS = (change: (rows: readonly RegisterRow[]) => readonly RegisterRow[]) =>
  changeRegister(register, 'other', (code, rows) => (code === 'US' ? change(rows) : rows));
const member = (country: string, from: string | null, to: string | null): Register => ({
  ...register,
  euEea: [...register.euEea.filter((one) => one.country !== country), { country, from, to }],
});

test.each<[string, Register, string[]]>([
  ['is the same', register, []],
  ['changes the row in force', inUS((rows) => rows.map((row) => (row.to === null ? milder(row) : row))), ['US']],
  // In force when it was sealed, and over by now.
  ['changes a row that has ended since', inUS((rows) => rows.map((row) => (row.to === '2026-06-12' ? milder(row) : row))), []],
  ['changes a row of years ago', inUS((rows) => rows.map((row, i) => (i === 0 ? milder(row) : row))), []],
  ['ends the row in force today', inUS((rows) => splitRow(rows, TODAY, milder)), ['US']],
  ['knows of a law to come', inUS((rows) => splitRow(rows, '2027-01-01', milder)), ['US']],
  ['lets a member go', member('DE', null, '2026-01-01'), ['DE']],
  ['lets a member go next year', member('DE', null, '2027-01-01'), ['DE']],
  ['takes a state in', member('GB', '2026-01-01', null), ['GB']],
  ['changes the rows of a member', changeRegister(register, 'other', (code, rows) => (code === 'DE' ? rows.map(milder) : rows)), []],
  ['changes another state', changeRegister(register, 'other', (code, rows) => (code === 'RU' ? rows.map(milder) : rows)), []],
])('a register that %s touches exactly the files that rest on that', (_, after, touched) => {
  expect(findTouched(sealLaw(register, CODES, SEALED), after, TODAY)).toEqual(touched);
});

test('a membership that was to begin, and has begun, is no change of the register', () => {
  const joining = member('GB', '2026-07-01', null);
  expect(findTouched(sealLaw(joining, CODES, SEALED), joining, TODAY)).toEqual([]);
  expect(findTouched(sealLaw(joining, CODES, '2026-06-30'), joining, '2026-07-01')).toEqual([]);
});
