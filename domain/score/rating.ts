import * as z from 'zod';
import { BAND_NAMES, type BandName as BandNameOf, CONFIDENCE_NAMES, type ConfidenceName, type Method } from './method.ts';

export const BandName = z.enum(BAND_NAMES).meta({
  id: 'BandName',
  description: 'minimal below 10 points, low below 30, elevated below 55, high below 75, severe from 75.',
  example: 'severe',
});
export type BandName = BandNameOf;

export const Band = z
  .enum([...BAND_NAMES, 'unrated'])
  .meta({ id: 'Band', description: 'The band of the point; unrated when no storage, remote-access or control path is admitted.', example: 'severe' });
export type Band = BandName | 'unrated';

export const Confidence = z.enum(CONFIDENCE_NAMES).meta({
  id: 'Confidence',
  description: 'From the width of the range: below 15 points high, below 35 moderate, below 60 low, else very-low.',
  example: 'moderate',
});
export type Confidence = ConfidenceName;

export const Gate = z.enum(['allow', 'review', 'restrict']).meta({
  id: 'Gate',
  description: 'For policy tools: allow needs the upper bound below 30, restrict the point from 55; neither stands for a decision.',
  example: 'restrict',
});
export type Gate = 'allow' | 'review' | 'restrict';

/** The band of a figure in tenths of a point (0 to 1000). */
export function bandOf(tenths: number, { bands }: Method): BandName {
  return (bands.findLast(({ from }) => tenths >= from * 10) ?? bands[0]).name;
}

/** Confidence from the width of the range, in tenths of a point. */
export function confidenceOf(width: number, { confidences }: Method): Confidence {
  return (confidences.find(({ below }) => width < below * 10) ?? confidences[3]).name;
}

/** Permission needs the upper bound (precaution), restriction the proven value (fairness). Figures in tenths. */
export function gateOf(rated: boolean, point: number, high: number, { gate }: Method): Gate {
  if (rated && high < gate.allowBelowHigh * 10) return 'allow';
  return rated && point >= gate.restrictFromPoint * 10 ? 'restrict' : 'review';
}
