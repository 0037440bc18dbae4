import { describe, expect, it } from 'vitest';
import { combine, combineFalling } from '../../../domain/score/combine.ts';
import { CURRENT } from '../../../domain/score/method.ts';
import { scoreAssessment } from '../../../domain/score/score.ts';
import { register } from '../../register.ts';
import { assessment, NOW, path } from '../facts.ts';

describe('jurisdictions together', () => {
  it('are the strongest in full and a quarter of what the others reach of the rest', () => {
    expect(combine([], CURRENT)).toBe(0);
    expect(combine([0.4], CURRENT)).toBe(0.4);
    expect(combine([0.4, 0.5], CURRENT)).toBeCloseTo(0.5 + 0.25 * 0.5 * 0.4, 15);
    expect(combine([0.2, 0.5, 0.4], CURRENT)).toBeCloseTo(0.5 + 0.25 * 0.5 * (1 - 0.8 * 0.6), 15);
    expect(combine([1, 1, 1], CURRENT)).toBe(1);
  });

  it('give the same bits in any order, and leave their list as it was', () => {
    const exposures = [0.1, 0.7, 0.3, 0.2, 0.5];
    const whole = combine(exposures, CURRENT);
    expect(exposures).toEqual([0.1, 0.7, 0.3, 0.2, 0.5]);
    expect(combine([...exposures].reverse(), CURRENT)).toBe(whole);
  });

  it('are the same in falling order, and without some of them at their places', () => {
    expect(combineFalling([0.5, 0.4, 0.2], CURRENT)).toBe(combine([0.2, 0.5, 0.4], CURRENT));
    expect(combineFalling([0.5, 0.4, 0.2], CURRENT, [1])).toBe(combine([0.5, 0.2], CURRENT));
    expect(combineFalling([0.5, 0.4, 0.2], CURRENT, [0, 2])).toBe(0.4);
    expect(combineFalling([0.5], CURRENT, [0])).toBe(0);
  });

  it('count each by its strongest path, column by column', () => {
    const { jurisdictions, paths } = scoreAssessment(
      assessment([
        path('CN', 'storage', { data: 'metadata' }),
        path('CN', 'remote-access', { data: { low: 'public', point: 'public', high: 'content' } }),
        path('US', 'storage'),
      ]),
      register,
      NOW,
    );
    const [storage, remote] = paths.map(({ exposure }) => exposure);
    expect(jurisdictions.get('CN')).toEqual([storage?.[0], storage?.[1], remote?.[2]]);
    expect([...jurisdictions.keys()].sort()).toEqual(['CN', 'US']);
  });

  it('fall into storage and access, and into states with an offensive programme and all others', () => {
    const { parts, ways, score } = scoreAssessment(
      assessment([path('CN', 'remote-access', { data: 'metadata' }), path('CN', 'subprocessor', { data: 'account' }), path('JP', 'control')]),
      register,
      NOW,
    );
    // CN's H is .958: .6 x .12 x .958 x .98 for the cloud, .5 x .958 x .98 for the staff.
    expect(parts.storage[0]).toBe(68);
    expect(ways.programme[0]).toBe(469);
    expect(ways.law[2]).toBeGreaterThan(0);
    expect(parts.access).toEqual(score);
  });
});
