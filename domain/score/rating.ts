import * as z from 'zod';
import { BANDS, CONFIDENCES, GATE } from './method.ts';

export const BandName = z.enum(BANDS.map(({ name }) => name)).meta({
  id: 'BandName',
  description: 'minimal below 10 points, low below 30, elevated below 55, high below 75, severe from 75.',
  example: 'severe',
});
export type BandName = (typeof BANDS)[number]['name'];

export const Band = z
  .enum([...BANDS.map(({ name }) => name), 'unrated'])
  .meta({ id: 'Band', description: 'The band of the point; unrated when no storage, remote-access or control path is admitted.', example: 'severe' });
export type Band = BandName | 'unrated';

export const Confidence = z.enum(CONFIDENCES.map(({ name }) => name)).meta({
  id: 'Confidence',
  description: 'From the width of the range: below 15 points high, below 35 moderate, below 60 low, else very-low.',
  example: 'moderate',
});
export type Confidence = (typeof CONFIDENCES)[number]['name'];

export const Gate = z.enum(['allow', 'review', 'restrict']).meta({
  id: 'Gate',
  description: 'For policy tools: allow needs the upper bound below 30, restrict the point from 55; neither stands for a decision.',
  example: 'restrict',
});
export type Gate = 'allow' | 'review' | 'restrict';

/** The band of a figure in tenths of a point (0 to 1000). */
export function bandOf(tenths: number): BandName {
  return (BANDS.findLast(({ from }) => tenths >= from * 10) ?? BANDS[0]).name;
}

/** Confidence from the width of the range, in tenths of a point. */
export function confidenceOf(width: number): Confidence {
  return (CONFIDENCES.find(({ below }) => width < below * 10) ?? CONFIDENCES[3]).name;
}

/** Permission needs the upper bound (precaution), restriction the proven value (fairness). Figures in tenths. */
export function gateOf(rated: boolean, point: number, high: number): Gate {
  if (rated && high < GATE.allowBelowHigh * 10) return 'allow';
  return rated && point >= GATE.restrictFromPoint * 10 ? 'restrict' : 'review';
}
