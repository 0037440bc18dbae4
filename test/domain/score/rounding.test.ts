import { describe, expect, it } from 'vitest';
import { ceilPercent, floorPercent, multiplySorted, roundPercent, toTenths } from '../../../domain/score/rounding.ts';

describe('a share in whole percents', () => {
  it('goes down, up or to the nearest, half up', () => {
    expect([0.281, 0.285, 0.289].map(floorPercent)).toEqual([28, 28, 28]);
    expect([0.281, 0.285, 0.289].map(ceilPercent)).toEqual([29, 29, 29]);
    expect([0.284, 0.285, 0.289].map(roundPercent)).toEqual([28, 29, 29]);
  });

  it('is cleared of the noise of binary fractions first', () => {
    expect(0.29 * 100).toBeLessThan(29);
    expect(floorPercent(0.29)).toBe(29);
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(ceilPercent(0.07)).toBe(7);
    expect(1.005 * 100).toBeLessThan(100.5);
    expect(roundPercent(1.005)).toBe(101);
  });

  it('keeps what is more than noise', () => {
    expect(floorPercent(0.28999999)).toBe(28);
    expect(ceilPercent(0.07000001)).toBe(8);
  });
});

describe('a share in tenths of a point', () => {
  it('goes to the nearest, half up, after clearing', () => {
    expect([0, 0.0004, 0.0005, 0.8814, 1].map(toTenths)).toEqual([0, 0, 1, 881, 1000]);
    expect(0.5005 * 1000).toBeLessThan(500.5);
    expect(toTenths(0.5005)).toBe(501);
  });
});

describe('a product', () => {
  it('gives the same bits in any order, and 1 of nothing', () => {
    expect(multiplySorted([])).toBe(1);
    expect(0.1 * 0.7 * 0.3).not.toBe(0.7 * 0.3 * 0.1);
    expect(multiplySorted([0.1, 0.7, 0.3])).toBe(multiplySorted([0.7, 0.3, 0.1]));
    expect(multiplySorted([0.5, 0.25])).toBe(0.125);
  });
});
