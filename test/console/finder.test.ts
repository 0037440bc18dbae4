import { describe, expect, it } from 'vitest';
import { createFinder } from '../../console/jurisdictions/finder.ts';
import { AMBIGUOUS, SYNONYMS } from '../../console/jurisdictions/synonyms.ts';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { loadConsole } from '../../messages/load-console.ts';

const finders = await Promise.all(LANGUAGES.map(async (language) => createFinder(language, (await loadConsole(language)).places.name)));
const [english, french, german] = finders as [Finder, Finder, Finder];
type Finder = ReturnType<typeof createFinder>;

describe.each(LANGUAGES.map((language, i) => [language, finders[i] as Finder] as const))(
  'a jurisdiction typed where texts are in %s',
  (_, finder) => {
    it.each([
      ['China', 'CN'],
      ['GERMANY', 'DE'],
      ['germany', 'DE'],
      ['Allemagne', 'DE'],
      ['deutschland', 'DE'],
      ['  de ', 'DE'],
      ['DEU', 'DE'],
      ['chn', 'CN'],
      ['Etats-Unis', 'US'],
      ['états unis', 'US'],
      ['USA', 'US'],
      ['U.S.', 'US'],
      ['uk', 'GB'],
      ['England', 'GB'],
      ['Großbritannien', 'GB'],
      ['Grossbritannien', 'GB'],
      ['EL', 'GR'],
      ['Georgia', 'GE'],
      ['Suisse', 'CH'],
      ['Côte d’Ivoire', 'CI'],
      ["cote d'ivoire", 'CI'],
      ['EEA', 'EU'],
      ['kosovo', 'XK'],
      ['ch', 'CH'],
    ])('%s is %s', (text, code) => {
      expect(finder.toMeaning(text)).toEqual({ kind: 'one', codes: [code] });
      expect(finder.find(text)[0]).toBe(code);
    });

    it.each([
      ['Korea', ['KP', 'KR']],
      ['Congo', ['CD', 'CG']],
      ['America', ['US']],
      ['Europe', ['EU']],
    ])('%s may be several or more than that, and is chosen for nobody', (text, codes) => {
      const meaning = finder.toMeaning(text);
      expect(meaning).toMatchObject({ kind: 'several' });
      expect('codes' in meaning && [...meaning.codes].sort()).toEqual(codes);
    });

    it.each(['Atlantis', 'Chin', 'Ger', 'Texas', 'QQ', '中', '?', 'Germany (CH)'])('%s is not known, and chosen for nobody', (text) => {
      expect(finder.toMeaning(text)).toEqual({ kind: 'unknown' });
    });

    it.each(['', '   '])('“%s” is nothing, and every one is offered', (text) => {
      expect(finder.toMeaning(text)).toEqual({ kind: 'nothing' });
      expect(finder.find(text)).toHaveLength(JURISDICTION_CODES.length);
    });

    it('means each by its code and by what it is shown as', () => {
      const read = JURISDICTION_CODES.flatMap((code) => [code, code.toLowerCase(), finder.toNamed(code)].map((text) => finder.toMeaning(text)));
      expect(read).toEqual(JURISDICTION_CODES.flatMap((code) => Array.from({ length: 3 }, () => ({ kind: 'one', codes: [code] }))));
    });

    it('means each synonym', () => {
      const pairs = Object.entries(SYNONYMS).flatMap(([code, words]) => words.map((word) => [word, code] as const));
      const wrong = pairs.filter(
        ([word, code]) =>
          !JURISDICTION_CODES.includes(word) && JSON.stringify(finder.toMeaning(word)) !== JSON.stringify({ kind: 'one', codes: [code] }),
      );
      expect(wrong).toEqual([]);
      expect(
        Object.values(AMBIGUOUS)
          .flat()
          .every((code) => JURISDICTION_CODES.includes(code)),
      ).toBe(true);
    });
  },
);

it('shows the name of the language, with the code', () => {
  expect([english, french, german].map(({ toNamed }) => toNamed('DE'))).toEqual(['Germany (DE)', 'Allemagne (DE)', 'Deutschland (DE)']);
  expect(english.toNamed('QQ')).toBe('QQ');
});

it('offers what begins with a text before what holds it', () => {
  expect(english.find('chi').slice(0, 2).sort()).toEqual(['CL', 'CN']);
  expect(english.find('island').length).toBeGreaterThan(8);
  expect(english.find('xyzzy')).toEqual([]);
});
