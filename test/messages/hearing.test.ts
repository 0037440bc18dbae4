import { describe, expect, it } from 'vitest';
import { hearingTexts as de } from '../../messages/de/hearing.ts';
import { hearingTexts as en } from '../../messages/en/hearing.ts';
import { hearingTexts as fr } from '../../messages/fr/hearing.ts';
import { sayHearing } from '../../messages/say-hearing.ts';

const answered = (says: Record<string, number>) => ({ state: 'answered' as const, answeredAt: '2026-12-09T10:00:00Z', says });

describe('how a party was heard is said with its counts', () => {
  it.each([
    [en, 'The party answered on 9 Dec 2026: it disputes one fact and says of 2 facts that they will end.'],
    [fr, 'La partie a répondu le 9 déc. 2026 : elle conteste 1 fait et déclare que 2 faits prendront fin.'],
    [de, 'Die Partei hat am 9. Dez. 2026 geantwortet: Sie bestreitet eine Tatsache und kündigt das Ende von 2 Tatsachen an.'],
  ])('in a language', (texts, sentence) => {
    expect(sayHearing(texts, answered({ disputed: 1, planned: 2 }))).toBe(sentence);
    expect(sayHearing(texts, answered({}))).not.toContain(':');
  });

  it('and in every state, in each language another', () => {
    const moments = { notifiedAt: '2026-11-30', deadline: '2026-12-14', answeredAt: '2026-12-09', by: '2026-12-30', waivedAt: '2026-12-01' };
    for (const state of Object.keys(en.states) as (keyof typeof en.states)[]) {
      const said = [en, fr, de].map((texts) => sayHearing(texts, { state, ...moments }));
      expect(new Set(said).size).toBe(3);
      for (const sentence of said) expect(sentence).not.toMatch(/undefined|Invalid|NaN/);
    }
  });
});
