import { describe, expect, it } from 'vitest';
import { CURRENT } from '../../../domain/score/method.ts';
import { Band, BandName, bandOf, Confidence, confidenceOf, Gate, gateOf } from '../../../domain/score/rating.ts';

describe('the band', () => {
  it.each([
    [0, 'minimal'],
    [99, 'minimal'],
    [100, 'low'],
    [299, 'low'],
    [300, 'elevated'],
    [549, 'elevated'],
    [550, 'high'],
    [749, 'high'],
    [750, 'severe'],
    [1000, 'severe'],
  ] as const)('of %i tenths is %s', (tenths, band) => {
    expect(bandOf(tenths, CURRENT)).toBe(band);
  });
});

describe('the confidence', () => {
  it.each([
    [0, 'high'],
    [149, 'high'],
    [150, 'moderate'],
    [349, 'moderate'],
    [350, 'low'],
    [599, 'low'],
    [600, 'very-low'],
    [1000, 'very-low'],
  ] as const)('of a range of %i tenths is %s', (width, confidence) => {
    expect(confidenceOf(width, CURRENT)).toBe(confidence);
  });
});

describe('the names', () => {
  it('are those that the tables know, and unrated for a band', () => {
    expect(BandName.options).toEqual(['minimal', 'low', 'elevated', 'high', 'severe']);
    expect(Band.options).toEqual([...BandName.options, 'unrated']);
    expect(Confidence.options).toEqual(['high', 'moderate', 'low', 'very-low']);
    expect(Gate.options).toEqual(['allow', 'review', 'restrict']);
  });
});

describe('the gate', () => {
  it.each([
    [true, 0, 299, 'allow'],
    [true, 0, 300, 'review'],
    [true, 549, 1000, 'review'],
    [true, 550, 1000, 'restrict'],
    [false, 0, 0, 'review'],
    [false, 550, 1000, 'review'],
  ] as const)('of a file rated %s with point %i and high %i is %s', (rated, point, high, gate) => {
    expect(gateOf(rated, point, high, CURRENT)).toBe(gate);
  });
});
