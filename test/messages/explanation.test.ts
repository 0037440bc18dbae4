import { describe, expect, it } from 'vitest';
import { explanation as de } from '../../messages/de/explanation.ts';
import { type Explanation, explanation as en, type SentenceCode } from '../../messages/en/explanation.ts';
import { explanation as fr } from '../../messages/fr/explanation.ts';
import { saySentence } from '../../messages/say-sentence.ts';

/** What sentences speak of, by the names of their parameters. */
const SPOKEN_OF = {
  ...{ mode: 'remote-access', modes: ['storage', 'control'], data: 'metadata', classes: ['account', 'content'], stake: 'blocking' },
  ...{ countries: ['CN', 'US'], jurisdictions: ['CN', 'US'], code: 'CN', name: 'China', parties: ['ByteDance Ltd'] },
  ...{ point: 88.1, low: 75.2, high: 97.3, points: -2.5, band: 'severe', bands: ['high', 'low'], gate: 'precaution', count: 7, facts: 7, sources: 5 },
  ...{ on: '2023-01-31', observed: '2022-11-02', days: 800, proven: 36, claimed: 90, belief: '95-99-100', share: 0.82 },
  ...{ title: 'Recital 61', publisher: 'DPC', incident: 'false-assurance', summary: 'They said it ended.' },
  ...{ act: 'prove-end', claim: 'eu-held-keys', safeguard: 'least-privilege', kind: 'split-processing', kinds: ['access-logging', 'dpf'] },
  ...{ rank: 2, of: 12 },
  ...{ notifiedAt: '2026-11-30T09:00:00Z', deadline: '2026-12-14T00:00:00Z', answeredAt: '2026-12-09T10:00:00Z', disputed: 2 },
  ...{ by: '2026-12-30T00:00:00Z', waivedAt: '2026-12-05T08:00:00Z' },
};
const IN_LANGUAGES = { fr, de };
const CODES = Object.keys(en) as SentenceCode[];
const say = (texts: Explanation, code: string, params: object = SPOKEN_OF) =>
  saySentence(texts, {
    code,
    params: { ...SPOKEN_OF, before: code === 'moves-gate' ? 'precaution' : 'high', after: 'review', ...params },
    text: 'English',
  });

/** What is the same in every language where the English names it. */
const KEPT = ['ByteDance Ltd', 'Recital 61', 'DPC', 'They said it ended.', '36 %', '90 %', '95-99-100', '12'];
const ENGLISH =
  /\b(storage|staff|content|metadata|severe|high|precaution|prove|China and|2022-11-02|2023-01-31|88\.1|2\.5)\b|eu-held|least-p|split-p|false-a/;

describe.each(Object.entries(IN_LANGUAGES))('an explanation in %s', (_, texts) => {
  it.each(CODES)('says %s in its own words, with what the English names', (code) => {
    const said = say(texts, code);
    expect(said).not.toBe(say(en, code));
    expect(said).not.toMatch(ENGLISH);
    expect(said).not.toMatch(/undefined|NaN|\[object|\$\{/);
    for (const kept of KEPT) if (say(en, code).includes(kept)) expect(said).toContain(kept);
  });

  it.each([
    ['holds-several', 'count'],
    ['fact-more-countries', 'count'],
    ['words-more', 'count'],
    ['hangs-on-items', 'count'],
    ['item-list', 'count'],
    ['hazard-partial', 'count'],
    ['rests-on', 'facts'],
    ['rests-on', 'sources'],
  ])('has a singular of its own: %s by %s', (code, of) => {
    const [one, two] = [1, 2].map((count) => say(texts, code, { [of]: count }).replaceAll(/\d+/g, '#'));
    expect(one).not.toBe(two);
  });

  it('leaves what it does not know as the service said it', () => {
    expect(say(texts, 'sentence-of-tomorrow')).toBe('English');
  });
});

describe('explanations', () => {
  it('decline and contract countries', () => {
    const path = { mode: 'remote-access', data: 'content', countries: ['NL', 'CH'], parties: [] };
    expect(say(fr, 'next-prove-transfer', { ...path, claim: 'scc' })).toContain(
      'si la conclusion de clauses contractuelles types couvre le destinataire de l’accès de personnel aux Pays-Bas et en Suisse à des contenus',
    );
    expect(say(de, 'top-path', path)).toContain(
      'für den Zugang von Personal in den Niederlanden und in der Schweiz zu Inhalten änderte er sich um −2,5',
    );
    expect(say(fr, 'next-prove-transfer', { ...path, mode: 'control', claim: 'scc' })).toContain(
      'le destinataire du contrôle exercé depuis les Pays-Bas',
    );
  });
});
