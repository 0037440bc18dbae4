import { describe, expect, it } from 'vitest';
import { rankAll, rankAmong } from '../../../domain/explain/rank.ts';
import { say } from '../../../domain/explain/say.ts';
import { Sentence } from '../../../domain/explain/sentence.ts';

describe('a sentence', () => {
  it('is a code with parameters, and the same in English', () => {
    const sentence = say('lower-set', { jurisdictions: ['CN', 'RU', 'US'], bands: ['high', 'elevated'] });
    expect(Sentence.parse(sentence)).toEqual({
      code: 'lower-set',
      params: { jurisdictions: ['CN', 'RU', 'US'], bands: ['high', 'elevated'] },
      text: 'Ending CN, RU and US is the smallest step to high and elevated.',
    });
  });

  it('writes points with their sign, ages in days and years, and words for codes', () => {
    expect(say('matters-alone', { mode: 'remote-access', points: -0.3 }).text).toBe('There, ending staff access alone would change it by −0.3.');
    expect(say('matters-alone', { mode: 'control', points: 2 }).text).toContain('by +2.');
    expect(say('matters-alone', { mode: 'control', points: 0 }).text).toContain('by 0.');
    expect(say('lower-none', { bands: ['low', 'minimal'] }).text).toBe('No end of up to three jurisdictions reaches low or minimal.');
    const age = (days: number) => say('belief-path', { belief: '1-2-3', observed: '2020-01-01', days }).text;
    expect(age(1)).toContain('2020-01-01, 1 day before');
    expect(age(200)).toContain('200 days before');
    expect(age(1350)).toContain('3.7 years before');
  });
});

describe('where a point stands', () => {
  const rated = [80, 60, 60, 10].map((point) => ({ point, band: 'high' as const }));
  it('is its place among the rated platforms of the day, the highest first', () => {
    expect(rankAmong({ point: 80, band: 'severe' }, rated)).toMatchObject({ rank: 1, of: 4 });
    expect(rankAmong({ point: 10, band: 'low' }, rated)).toEqual({ rank: 4, of: 4 });
  });

  it('is named for each platform of a list, but for what is unrated or not assessed', () => {
    const platform = (id: string, point: number, band: 'severe' | 'unrated') => ({ id, score: { score: { point }, band } });
    const places = rankAll([platform('a', 10, 'severe'), platform('b', 90, 'unrated'), platform('c', 80, 'severe'), { id: 'd', score: null }]);
    expect([...places]).toEqual([
      ['a', { rank: 2, of: 2 }],
      ['c', { rank: 1, of: 2 }],
    ]);
  });

  it('is shared by equal points', () => {
    expect(rankAmong({ point: 60, band: 'high' }, rated)).toMatchObject({ rank: 2, of: 4 });
  });

  it('counts what is unrated on neither side', () => {
    expect(rankAmong({ point: 60, band: 'high' }, [...rated, { point: 90, band: 'unrated' }])).toMatchObject({ rank: 2, of: 4 });
    expect(rankAmong({ point: 60, band: 'unrated' }, rated)).toBeUndefined();
  });

  it.each([
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [111, '111th'],
  ])('writes the place %d as %s', (rank, text) => {
    expect(say('rank', { rank, of: 200 }).text).toBe(`${text} of 200`);
  });
});
