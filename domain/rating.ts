import { BANDS, CONFIDENCES, GATE } from './method.ts';

export type BandName = (typeof BANDS)[number]['name'];
export type Band = BandName | 'unrated';
export type Confidence = (typeof CONFIDENCES)[number]['name'];
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
