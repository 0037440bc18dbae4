import { toPoints } from '../score/points.ts';
import type { Outcome } from './counterfactual.ts';
import type { Change } from './explanation.ts';

/** From one outcome to another. */
export function toChange(from: Outcome, to: Outcome): Change {
  const width = to.score[2] - to.score[0] - (from.score[2] - from.score[0]);
  return {
    point: toPoints(to.score[1] - from.score[1]),
    high: toPoints(to.score[2] - from.score[2]),
    width: toPoints(width),
    open: toPoints(to.open - from.open),
    ...(to.band !== from.band && { band: to.band }),
    ...(to.gate !== from.gate && { gate: to.gate }),
  };
}

/** Names in their order; of acts, the act first. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
