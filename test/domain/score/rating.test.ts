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
    expect(Confidence.options).toEqual(['high', 'moderate', 'low', 'very-low', 'none']);
    expect(Gate.options).toEqual(['restrict', 'precaution', 'review', 'unproven', 'allow']);
  });
});

describe('the gate', () => {
  it.each([
    ['restrict', { point: 550, high: 1000 }],
    ['restrict', { point: 550, high: 600 }],
    ['precaution', { point: 549, high: 750 }],
    ['review', { point: 549, high: 749 }],
    ['precaution', { isRated: false, point: 900, high: 900 }],
    ['review', { isRated: false, isNamed: false, point: 0, high: 900 }],
    ['review', { isRated: false, point: 0, high: 0 }],
    ['review', { high: 300 }],
    ['unproven', { high: 299, open: 300 }],
    ['allow', { high: 299, open: 299 }],
    ['review', { isRated: false, high: 299, open: 299 }],
  ] as const)('is %s for %j', (gate, bounds) => {
    expect(gateOf({ isNamed: true, isRated: true, point: 0, open: 0, ...bounds }, CURRENT)).toBe(gate);
  });
});
