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
  .meta({ id: 'Band', description: 'The band of the point; unrated: too little was looked at, so the point says nothing.', example: 'severe' });
export type Band = BandName | 'unrated';

export const Confidence = z.enum([...CONFIDENCE_NAMES, 'none']).meta({
  id: 'Confidence',
  description: 'In what is named, from the width of the range: below 15 points high, below 35 moderate, below 60 low, else very-low; unrated: none.',
  example: 'moderate',
});
export type Confidence = ConfidenceName | 'none';

/** What a gate asks for: from what is proven and severe to what nobody has looked at. */
export const GATES = ['restrict', 'precaution', 'review', 'unproven', 'allow'] as const;
export const Gate = z.enum(GATES).meta({
  id: 'Gate',
  description:
    'What the score asks for. restrict: a decision, the point is proven and 55 or more. precaution: a decision or an answer, severe exposure is named ' +
    'and not excluded. review: a person’s look. unproven: the lists, nothing is named against it and nobody has shown that nothing could be. ' +
    'allow: nothing, it is bounded from above. None of them stands for a decision.',
  example: 'restrict',
});
export type Gate = z.infer<typeof Gate>;

/** Section 6: the band of a figure in tenths of a point (0 to 1000). */
export function bandOf(tenths: number, { bands }: Method): BandName {
  return (bands.findLast(({ from }) => tenths >= from * 10) ?? bands[0]).name;
}

/** Section 6: confidence in what is named, from the width of the range, in tenths of a point. */
export function confidenceOf(width: number, { confidences }: Method): ConfidenceName {
  return (confidences.find(({ below }) => width < below * 10) ?? confidences[3]).name;
}

/** What a gate is taken from: whether anything is named and rated, and figures in tenths. */
type Bounds = { readonly isNamed: boolean; readonly isRated: boolean; readonly point: number; readonly high: number; readonly open: number };

/** Section 6, gate: the first that holds. Restriction needs the proven value (fairness), permission the upper bounds (precaution). */
export function gateOf({ isNamed, isRated, point, high, open }: Bounds, { gate }: Method): Gate {
  if (isRated && point >= gate.restrictFromPoint * 10) return 'restrict';
  if (isNamed && high >= gate.precautionFromHigh * 10) return 'precaution';
  if (!isRated || high >= gate.allowBelowHigh * 10) return 'review';
  return open < gate.allowBelowOpen * 10 ? 'allow' : 'unproven';
}
