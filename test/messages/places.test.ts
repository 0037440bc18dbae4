import { describe, expect, it } from 'vitest';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { places as de } from '../../messages/de/places.ts';
import { places as en } from '../../messages/en/places.ts';
import { places as fr } from '../../messages/fr/places.ts';

const LANGUAGES = { en, fr, de };

describe('jurisdictions in sentences', () => {
  it.each([
    ['FR', 'en France', 'depuis la France', 'de la France'],
    ['BR', 'au Brésil', 'depuis le Brésil', 'du Brésil'],
    ['US', 'aux États-Unis', 'depuis les États-Unis', 'des États-Unis'],
    ['IR', 'en Iran', 'depuis l’Iran', 'de l’Iran'],
    ['IN', 'en Inde', 'depuis l’Inde', 'de l’Inde'],
    ['SG', 'à Singapour', 'depuis Singapour', 'de Singapour'],
    ['IL', 'en Israël', 'depuis Israël', 'd’Israël'],
    ['HK', 'à Hong Kong', 'depuis Hong Kong', 'de Hong Kong'],
    ['GB', 'au Royaume-Uni', 'depuis le Royaume-Uni', 'du Royaume-Uni'],
    ['HU', 'en Hongrie', 'depuis la Hongrie', 'de la Hongrie'],
    ['KH', 'au Cambodge', 'depuis le Cambodge', 'du Cambodge'],
    ['KR', 'en Corée du Sud', 'depuis la Corée du Sud', 'de la Corée du Sud'],
    ['KY', 'aux îles Caïmans', 'depuis les îles Caïmans', 'des îles Caïmans'],
    ['IM', 'à l’île de Man', 'depuis l’île de Man', 'de l’île de Man'],
    ['EU', 'dans l’Union européenne', 'depuis l’Union européenne', 'de l’Union européenne'],
    ['ZZ', 'dans un pays tiers non désigné', 'depuis un pays tiers non désigné', 'd’un pays tiers non désigné'],
  ])('of %s are in French: %s', (code, ...expected) => {
    expect([fr.in(code), fr.from(code), fr.of(code)]).toEqual(expected);
  });

  it.each([
    ['FR', 'in Frankreich', 'aus Frankreich', 'von Frankreich'],
    ['CH', 'in der Schweiz', 'aus der Schweiz', 'der Schweiz'],
    ['US', 'in den Vereinigten Staaten', 'aus den Vereinigten Staaten', 'der Vereinigten Staaten'],
    ['GB', 'im Vereinigten Königreich', 'aus dem Vereinigten Königreich', 'des Vereinigten Königreichs'],
    ['IR', 'im Iran', 'aus dem Iran', 'des Iran'],
    ['NL', 'in den Niederlanden', 'aus den Niederlanden', 'der Niederlande'],
    ['PH', 'auf den Philippinen', 'aus den Philippinen', 'der Philippinen'],
    ['AE', 'in den Vereinigten Arabischen Emiraten', 'aus den Vereinigten Arabischen Emiraten', 'der Vereinigten Arabischen Emirate'],
    ['EU', 'in der Europäischen Union', 'aus der Europäischen Union', 'der Europäischen Union'],
    ['ZZ', 'in einem nicht genannten Drittland', 'aus einem nicht genannten Drittland', 'eines nicht genannten Drittlands'],
  ])('of %s are in German: %s', (code, ...expected) => {
    expect([de.in(code), de.from(code), de.of(code)]).toEqual(expected);
  });

  it.each([
    ['FR', 'in France'],
    ['US', 'in the United States'],
    ['NL', 'in the Netherlands'],
    ['ZZ', 'in an unnamed third country'],
  ])('of %s are in English: %s', (code, expected) => {
    expect(en.in(code)).toBe(expected);
  });

  it.each(Object.entries(LANGUAGES))('have in %s a name of their own each, which is no code', (_, places) => {
    const names = JURISDICTION_CODES.map(places.name);
    expect(new Set(names).size).toBe(JURISDICTION_CODES.length);
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
  });

  it.each(JURISDICTION_CODES)('are contracted and elided in French where %s asks for it', (code) => {
    for (const text of [fr.in(code), fr.from(code), fr.of(code)]) {
      expect(text).not.toMatch(/\b(à le|à les|de le|de les) /);
      expect(text).not.toMatch(/\b(de|la|le) [aeiouâéèêîôûœ]/i);
    }
  });
});
