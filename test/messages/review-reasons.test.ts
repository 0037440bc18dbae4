import { describe, expect, it } from 'vitest';
import { reviewReasons as de } from '../../messages/de/review-reasons.ts';
import { reviewReasons as en, type ReviewReasons } from '../../messages/en/review-reasons.ts';
import { reviewReasons as fr } from '../../messages/fr/review-reasons.ts';
import { sayReviewReason } from '../../messages/say-review-reason.ts';

const DATA = {
  interval: { dueOn: '2026-08-31' },
  'band-changed': { from: { band: 'high', gate: 'review' }, to: { band: 'severe', gate: 'restrict' } },
  'register-changed': { to: 'jr-2026.11.22', jurisdictions: ['US', 'CN'] },
  conflict: { fact: 'paths/cn-remote', conflict: 0.52 },
  'commitment-due': { dueOn: '2025-12-31', words: 'We will build them.', source: { publisher: 'Somebody', published: '2025-01-01' } },
  'terms-changed': {
    document: 'privacy-policy',
    from: { recordedAt: '2026-01-01T08:00:00Z' },
    to: { recordedAt: '2026-02-01T08:00:00Z' },
    broken: [{ fact: 'paths/sg' }, { fact: 'paths/us' }],
    changes: [{ grade: 'review', topics: ['storage', 'access'] }],
  },
  'terms-silent': { document: 'privacy-policy', since: '2026-02-01T08:00:00Z' },
  'party-replied': { answeredAt: '2026-02-01T08:00:00Z', says: { disputed: 2, ended: 1 } },
  'not-heard': { by: '2026-02-01T08:00:00Z' },
} satisfies { [Kind in keyof ReviewReasons]: Parameters<ReviewReasons[Kind]>[0] };

const KINDS = Object.keys(DATA) as (keyof typeof DATA)[];
const say = (texts: ReviewReasons, kind: keyof typeof DATA, data: object = DATA[kind]) =>
  sayReviewReason(texts, { kind, text: 'As it was written.', data: data as Record<string, unknown> });

describe('a reason for a review', () => {
  it.each(KINDS)('is said in French and German by its data: %s', (kind) => {
    for (const texts of [fr, de]) {
      expect(say(texts, kind)).not.toBe(say(en, kind));
      expect(say(texts, kind)).not.toMatch(/undefined|NaN|\b(severe|restrict|access|2026-\d\d)\b/);
    }
  });

  it('names what the English names', () => {
    expect(say(de, 'commitment-due')).toBe('Eine Zusage war am 31. Dez. 2025 fällig: „We will build them.“ (Somebody, 1. Jan. 2025).');
    expect(say(fr, 'register-changed')).toBe('Le registre jr-2026.11.22 modifie le droit des États-Unis et de la Chine.');
    expect(say(en, 'terms-changed')).toBe(
      'The document "privacy-policy" of 2026-02-01 differs from that of 2026-01-01: 2 quotes no longer stand (paths/sg, paths/us); 1 sentence on storage, access changed.',
    );
  });

  it.each(KINDS)('is as it was written where the record has no data for it: %s', (kind) => {
    expect(say(fr, kind, {})).toBe('As it was written.');
  });

  it('is in the words of who asked for it', () => {
    expect(sayReviewReason(fr, { kind: 'asked', text: 'The press reports it.', data: { by: 'analyst' } })).toBe('The press reports it.');
  });
});
