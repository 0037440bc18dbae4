import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/facts/date.ts';
import { hazardOf } from '../../domain/score/hazard.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { findRow, isEuEea } from '../../domain/score/register.ts';
import { makeCompact } from '../../register/make-compact.ts';
import { register } from '../register.ts';
import { jurisdictionsJson, readRegisterFile } from './register-files.ts';

const hazardOn = (code: string, on: string) => hazardOf(findRow(register, code, on), CURRENT);

describe('the compact form', () => {
  it('is what the script makes of the register today', () => {
    expect(readRegisterFile('compact.json')).toBe(`${JSON.stringify(makeCompact(jurisdictionsJson))}\n`);
  });
});

describe('a jurisdiction on a day', () => {
  it('has a hazard: China in February 2023', () => {
    const { hazard, compulsion } = hazardOn('CN', '2023-02-23');
    expect(hazard.map((it) => it.toFixed(3))).toEqual(['0.958', '0.958', '0.958']);
    expect(compulsion).toBe(1);
  });

  it.each([
    ['a day before the register starts', 'CN', '2017-12-31'],
    ['a third country that the source does not name', 'ZZ', '2023-02-23'],
    ['a code that an object inherits', 'constructor', '2023-02-23'],
  ])('is wide open for %s', (_, code, on) => {
    expect(hazardOn(code, on)).toEqual({ hazard: [0, 0.4, 1], compulsion: 1 });
  });

  it('is the United Kingdom as a member until the end of 2020, and bridged from the next day', () => {
    expect(isEuEea(register, 'GB', '2020-12-31')).toBe(true);
    expect(isEuEea(register, 'GB', '2021-01-01')).toBe(false);
    expect(findRow(register, 'GB', '2021-01-01')?.bridge).toBe(true);
    expect(findRow(register, 'GB', '2021-06-27')?.bridge).toBe(true);
    expect(findRow(register, 'GB', '2021-06-28')).toMatchObject({ bridge: false, adequacy: { scheme: 'full', from: '2021-06-28' } });
  });

  it.each([
    ['EU', '2018-01-01', true],
    ['NO', '2018-01-01', true],
    ['CH', '2018-01-01', false],
    ['HR', '2013-06-30', false],
    ['HR', '2013-07-01', true],
  ])('is inside the Union or the EEA by the day: %s on %s: %s', (code, on, inside) => {
    expect(isEuEea(register, code, on)).toBe(inside);
  });

  it('is read from the row that begins on it, and the day before from the row that ends: rows are half-open', () => {
    const borders = Object.entries(register.jurisdictions).flatMap(([code, { rows }]) =>
      rows.slice(1).map((row, i) => ({ code, before: rows[i], row })),
    );
    expect(borders.length).toBeGreaterThan(100);
    for (const { code, before, row } of borders) {
      expect(findRow(register, code, row.from)).toBe(row);
      expect(findRow(register, code, addDays(row.from, -1))).toBe(before);
    }
  });

  it('has bounds in order, from 0 to 1, on the first day of every row', () => {
    for (const { rows } of Object.values(register.jurisdictions)) {
      for (const row of rows) {
        const { hazard, compulsion } = hazardOf(row, CURRENT);
        expect([...hazard, compulsion].filter((it) => it < 0 || it > 1)).toEqual([]);
        expect([...hazard].sort((a, b) => a - b)).toEqual([...hazard]);
      }
    }
  });
});
