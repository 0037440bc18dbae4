import { describe, expect, it } from 'vitest';
import { readFault, sayFault } from '../../../domain/facts/fault.ts';
import { JurisdictionCode } from '../../../domain/facts/jurisdiction-code.ts';
import { FORMER_CODES, JURISDICTION_CODES, suggestJurisdiction } from '../../../domain/facts/jurisdictions.ts';
import { facts } from '../../register/register-files.ts';

describe('the code that a text means', () => {
  it.each([
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['United Kingdom', 'GB'],
    ['EL', 'GR'],
    ['EEA', 'EU'],
    ['jp', 'JP'],
    ['China', 'CN'],
    [' china ', 'CN'],
    ['USA', 'US'],
    ['U.S.', 'US'],
    ['United States', 'US'],
    ['South Korea', 'KR'],
    ['Republic of Korea', 'KR'],
    ['Russia', 'RU'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Hong Kong', 'HK'],
    ['Kosovo', 'XK'],
    ["Côte d'Ivoire", 'CI'],
  ])('of %j is %s', (text, code) => {
    expect(suggestJurisdiction(text)).toBe(code);
  });

  it.each(['', '  ', 'Q', 'QQ', 'Atlantis', 'constructor', '__proto__', '中国', 'ChinaChina'])('of %j is not known', (text) => {
    expect(suggestJurisdiction(text)).toBeUndefined();
  });

  it('of a code is that code, in any case', () => {
    for (const code of JURISDICTION_CODES) expect([suggestJurisdiction(code), suggestJurisdiction(code.toLowerCase())]).toEqual([code, code]);
  });

  it('is never another than the register has for its own names', () => {
    const other = Object.entries(facts.countries).filter(([code, name]) => name !== undefined && (suggestJurisdiction(name) ?? code) !== code);
    expect(other).toEqual([]);
  });
});

describe('a code that is none', () => {
  const messageOf = (input: unknown) => JurisdictionCode.safeParse(input).error?.issues.map(({ message }) => sayFault(readFault(message)))[0];

  it('is refused with the one that was meant', () => {
    expect(messageOf('UK')).toBe('"UK" is no code of a jurisdiction; did you mean "GB"?');
    expect(messageOf('jp')).toBe('"jp" is no code of a jurisdiction; did you mean "JP"?');
  });

  it.each([
    ['EL', 'did you mean "GR"?'],
    ['AN', 'is "BQ", "CW", "SX" today'],
    ['CS', 'is "RS", "ME", "CZ", "SK" today'],
    ['zr', 'is "CD" today'],
  ])('of the Commission or of a former state, %s, is refused with that of today', (code, hint) => {
    expect(messageOf(code)).toContain(hint);
    expect(Object.keys(FORMER_CODES).filter((former) => JURISDICTION_CODES.includes(former))).toEqual([]);
    expect(
      Object.values(FORMER_CODES)
        .flat()
        .filter((later) => !JURISDICTION_CODES.includes(later)),
    ).toEqual([]);
  });

  it('is refused with what is expected where nothing is near, and without repeating a long text', () => {
    expect(messageOf('QQ')).toBe(
      '"QQ" is no code of a jurisdiction; expected a code of ISO 3166-1 alpha-2, XK, EU or ZZ, such as "CN"; the nearest are "AQ", "BQ" and "GQ"',
    );
    expect(messageOf('x'.repeat(10_000))?.length).toBeLessThan(200);
    expect(messageOf(7)).not.toContain('did you mean');
  });
});
