import { describe, expect, it } from 'vitest';
import { coverageOf, findRow, isEuEea, isWithin, Register, RegisterRow } from '../../../domain/score/register.ts';
import { register } from '../../register.ts';
import { MILD, registerOf } from '../facts.ts';

describe('the row in force', () => {
  const law = registerOf({ ...MILD, from: '2018-01-01', to: '2020-07-16' }, { ...MILD, from: '2020-07-16', to: null, secrecy: 1 });

  it.each([
    ['2017-12-31', undefined],
    ['2018-01-01', 0],
    ['2020-07-15', 0],
    ['2020-07-16', 1],
    ['2030-01-01', 1],
  ])('on %s is the one whose first day counts and whose last does not', (on, secrecy) => {
    expect(findRow(law, 'CN', on)?.secrecy).toBe(secrecy);
  });

  it('of a jurisdiction that is not in the register is none, even where an object would inherit one', () => {
    expect(findRow(law, 'US', '2020-01-01')).toBeUndefined();
    expect(findRow(law, 'constructor', '2020-01-01')).toBeUndefined();
  });

  it('is one at most: no rows of a jurisdiction overlap, and none is empty', () => {
    for (const { rows } of Object.values(register.jurisdictions))
      for (const [i, { from, to }] of rows.entries()) {
        expect(to === null || from < to).toBe(true);
        if (i > 0) expect(rows[i - 1]?.to).toBe(from);
      }
  });
});

describe('a span', () => {
  it('is half-open, and open where it has no end', () => {
    expect(isWithin({ from: null, to: null }, '2020-01-01')).toBe(true);
    expect(isWithin({ from: '2020-01-01', to: null }, '2020-01-01')).toBe(true);
    expect(isWithin({ from: '2020-01-02', to: null }, '2020-01-01')).toBe(false);
    expect(isWithin({ from: null, to: '2020-01-01' }, '2020-01-01')).toBe(false);
    expect(isWithin({ from: null, to: '2020-01-02' }, '2020-01-01')).toBe(true);
  });
});

describe('the EU and the EEA', () => {
  it.each([
    ['EU', '2023-02-23', true],
    ['IE', '2023-02-23', true],
    ['NO', '2023-02-23', true],
    ['HR', '2013-06-30', false],
    ['HR', '2013-07-01', true],
    ['GB', '2020-12-31', true],
    ['GB', '2021-01-01', false],
    ['CH', '2023-02-23', false],
    ['ZZ', '2023-02-23', false],
    ['CN', '2023-02-23', false],
  ])('%s on %s: %s', (code, on, member) => {
    expect(isEuEea(register, code, on)).toBe(member);
  });
});

describe('the shape of the register', () => {
  it('refuses a row with a field too many, an item outside 0 to 1, a day that is none, or an unknown scheme', () => {
    expect(RegisterRow.safeParse(MILD).success).toBe(true);
    for (const wrong of [
      { extra: 1 },
      { secrecy: 1.5 },
      { secrecy: -0.5 },
      { from: '2020-13-01' },
      { adequacy: { scheme: 'swiss', from: '2020-01-01', to: null } },
    ])
      expect(RegisterRow.safeParse({ ...MILD, ...wrong }).success).toBe(false);
    expect(RegisterRow.safeParse({ ...MILD, adequacy: { scheme: 'dpf', from: '2020-01-01', to: null, more: 1 } }).success).toBe(false);
    for (const scheme of ['full', 'dpf', 'privacy-shield', 'pipeda'])
      expect(RegisterRow.safeParse({ ...MILD, adequacy: { scheme, from: '2020-01-01', to: null } }).success).toBe(true);
  });

  it('asks for a version and a hash of SHA-256, and takes the coverage that older versions wrote', () => {
    const law = registerOf(MILD);
    expect(Register.safeParse(law).success).toBe(true);
    for (const hash of ['', `${law.hash}0`, law.hash.slice(1), law.hash.replaceAll('0', 'A')])
      expect(Register.safeParse({ ...law, hash }).success).toBe(false);
    expect(Register.safeParse({ ...law, more: 1 }).success).toBe(false);
    expect(Register.safeParse({ ...law, euEea: [{ country: 'IE', from: null, to: null, more: 1 }] }).success).toBe(false);
    const china = { name: 'China', rows: [MILD] };
    expect(Register.safeParse({ ...law, jurisdictions: { CN: { ...china, coverage: 'basic' } } }).success).toBe(true);
    expect(Register.safeParse({ ...law, jurisdictions: { CN: { ...china, coverage: 'none' } } }).success).toBe(false);
    expect(Register.safeParse({ ...law, jurisdictions: { CN: { ...china, coverage: 'full', more: 1 } } }).success).toBe(false);
  });
});

describe('how far a row is coded', () => {
  it('is in full where every power and guarantee is known and was read', () => {
    expect(coverageOf(MILD)).toEqual({ coverage: 'full', unknown: [], unread: [] });
  });

  it('is in part where one is unknown or was not read, and names it', () => {
    expect(coverageOf({ ...MILD, redress: null })).toEqual({ coverage: 'partial', unknown: ['redress'], unread: [] });
    expect(coverageOf({ ...MILD, unread: ['secrecy'] })).toEqual({ coverage: 'partial', unknown: [], unread: ['secrecy'] });
  });

  it('is basic where no power is known, whatever is known of the guarantees, and none where there is no row', () => {
    const unread = { dutyToAssist: null, bulkPower: null, reachAbroad: null, secrecy: null, noPriorAuthorisation: null };
    expect(coverageOf({ ...MILD, ...unread }).coverage).toBe('basic');
    expect(coverageOf({ ...MILD, ...unread, secrecy: 0 }).coverage).toBe('partial');
    expect(coverageOf(undefined).coverage).toBe('none');
  });

  it('takes a day from which a reading could be known for an item of a row, and for nothing else', () => {
    expect(RegisterRow.safeParse({ ...MILD, knownFrom: { redress: '2020-07-16' } }).success).toBe(true);
    for (const knownFrom of [{ mood: '2020-07-16' }, { redress: '2020' }]) expect(RegisterRow.safeParse({ ...MILD, knownFrom }).success).toBe(false);
  });
});
