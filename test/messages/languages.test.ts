import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../messages/language.ts';
import { type Leaf, readCatalogues } from './catalogues.ts';

const catalogues = await readCatalogues();
const english = catalogues.get('en') ?? new Map<string, Leaf>();

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = catalogues.get(language) ?? new Map<string, Leaf>();

  it('are seen by this test', () => {
    expect(texts.size).toBeGreaterThan(800);
    expect(texts.get('console.language')).toBe(language);
  });

  it('are those of English: none is missing, none is left over, and each takes parameters where that does', () => {
    const kinds = (of: ReadonlyMap<string, Leaf>) => [...of].map(([path, leaf]) => `${path}: ${typeof leaf}`).sort();
    expect(kinds(texts)).toEqual(kinds(english));
  });

  it('say something, without spaces at the ends, and with the apostrophes and quotes of print', () => {
    const written = [...texts].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    expect(written.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(written.filter(([, text]) => text !== text.trim())).toEqual([]);
    expect(written.filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });

  it('are not those of another language', () => {
    const sentences = [...texts].filter(([, text]) => typeof text === 'string' && / .* /.test(text));
    const same = sentences.filter(([path, text]) => language !== 'en' && text === english.get(path)).map(([path]) => path);
    expect(same).toEqual([]);
  });
});
