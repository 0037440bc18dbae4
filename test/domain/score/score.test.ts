import { describe, expect, it } from 'vitest';
import { MODES } from '../../../domain/facts/vocabulary.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { assessment, HARSH, item, NOW, path, registerOf } from '../facts.ts';

const proven = { evidence: [item('a')] };
const ALL_LISTS = Object.fromEntries(MODES.map((mode) => [mode, proven]));

describe('a score', () => {
  it('of an empty file is unrated and needs review, whatever its figures', () => {
    const { score, band, bandRange, confidence, gate } = scoreAssessment(assessment([]), register, NOW);
    expect({ score, band, bandRange, confidence, gate }).toEqual({
      score: [0, 0, 0],
      band: 'unrated',
      bandRange: ['minimal', 'minimal'],
      confidence: 'none',
      gate: 'review',
    });
    expect(scoreAssessment(assessment([], { complete: ALL_LISTS }), register, NOW)).toMatchObject({ score: [0, 0, 0], gate: 'review' });
  });

  it.each([
    ['storage', true],
    ['remote-access', true],
    ['control', true],
    ['subprocessor', false],
    ['client-code', false],
  ] as const)('of a file with one path of mode %s and every list proven is rated: %s', (mode, rated) => {
    const of = (code: string) => scoreAssessment(assessment([path(code, mode)], { complete: ALL_LISTS }), register, NOW);
    for (const code of ['CN', 'IE']) expect(of(code).band !== 'unrated').toBe(rated);
  });

  it('of a file whose paths are leads is unrated', () => {
    expect(scoreAssessment(assessment([path('CN', 'storage', { evidence: [item('e')] })]), register, NOW).band).toBe('unrated');
  });

  it('of a platform at home in the EU with every list proven is allowed', () => {
    const scored = scoreAssessment(assessment([path('IE', 'storage')], { complete: ALL_LISTS }), register, NOW);
    expect(scored).toMatchObject({ score: [0, 0, 0], band: 'minimal', bandRange: ['minimal', 'minimal'], confidence: 'high', gate: 'allow' });
    expect(scored.open).toEqual({ whole: 20, storage: 20, access: 20 });
  });

  it('takes its band from the point, its range of bands from the ends and its confidence from the width', () => {
    const scored = scoreAssessment(
      assessment([path('CN', 'storage', { data: 'behaviour', evidence: [item('c')] })], { complete: ALL_LISTS }),
      registerOf(HARSH),
      NOW,
    );
    // .85 x .8 x .63, x .75 and x 1
    expect(scored).toMatchObject({
      score: [428, 510, 680],
      band: 'elevated',
      bandRange: ['elevated', 'high'],
      confidence: 'moderate',
      gate: 'review',
    });
  });

  it('stands on the facts and dates that it was asked for', () => {
    const early = { asOf: '2019-01-01', knownBy: '2022-01-01' };
    const { findings } = scoreAssessment(assessment([path('CN', 'storage')]), register, early);
    expect(findings).toMatchObject({ ...early, paths: [] });
  });
});
