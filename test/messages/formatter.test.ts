import { describe, expect, it } from 'vitest';
import { formatterOf } from '../../messages/formatter.ts';
import { LANGUAGES, toLanguage } from '../../messages/language.ts';

const items = (language: (typeof LANGUAGES)[number], count: number) => formatterOf(language).plural(count, { 0: 'none', one: 'one', other: 'other' });

describe('a formatter', () => {
  it.each([
    ['en', '31 Aug 2026', '−1.5', '+2.0', '86%', '1,234'],
    ['fr', '31 août 2026', '−1,5', '+2,0', '86 %', '1 234'],
    ['de', '31. Aug. 2026', '−1,5', '+2,0', '86 %', '1.234'],
  ] as const)('writes days and figures by its language: %s', (language, ...expected) => {
    const { day, points, change, percent, count } = formatterOf(language);
    const written = [day('2026-08-31T23:59:59Z'), points(-1.5), change(2), percent(0.86), count(1234)];
    expect(written.map((text) => text.replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual(expected);
  });

  it('takes the plural of the language: French counts nothing with one', () => {
    expect(LANGUAGES.map((language) => [0.5, 1, 1.5, 2].map((count) => items(language, count)))).toEqual([
      ['other', 'one', 'other', 'other'],
      ['one', 'one', 'one', 'other'],
      ['other', 'one', 'other', 'other'],
    ]);
    expect(formatterOf('fr').plural(0, { one: 'aucun fait', other: 'des faits' })).toBe('aucun fait');
    expect(items('fr', 0)).toBe('none');
  });

  it('joins by and, and by or', () => {
    expect(LANGUAGES.map((language) => formatterOf(language).and(['A', 'B', 'C']))).toEqual(['A, B and C', 'A, B et C', 'A, B und C']);
    expect(LANGUAGES.map((language) => formatterOf(language).or(['A', 'B']))).toEqual(['A or B', 'A ou B', 'A oder B']);
  });
});

describe('a language', () => {
  it.each([
    ['de-AT', 'de'],
    ['FR', 'fr'],
    ['en_GB', 'en'],
    ['es', undefined],
    ['deutsch', undefined],
    ['', undefined],
  ])('is read from the tag %s as %s', (tag, expected) => {
    expect(toLanguage(tag)).toBe(expected);
  });
});
