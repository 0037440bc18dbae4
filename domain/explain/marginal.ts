import type { Scored } from '../score/score.ts';
import type { Act } from './acts.ts';
import { compare, toChange } from './change.ts';
import type { Counterfactual } from './counterfactual.ts';
import { outcomeOf } from './edit.ts';
import type { Change, Marginal } from './explanation.ts';

/** An act with what it changes. */
export type Tried = Act & { readonly change: Change };

/** Section 8.3: what each act does to the score. The largest change of the point comes first: that is what matters. */
export function tryActs(acts: readonly Act[], scored: Scored, counterfactual: Counterfactual): Tried[] {
  const { now } = counterfactual;
  return acts.map((act) => ({ ...act, change: toChange(now, outcomeOf([act.edit], scored, counterfactual)) })).sort(byWeight);
}

export function toMarginal({ act, ref, change }: Tried): Marginal {
  return { act, ref, change };
}

function byWeight(x: Tried, y: Tried): number {
  return (
    Math.abs(y.change.point) - Math.abs(x.change.point) ||
    Math.abs(y.change.width) - Math.abs(x.change.width) ||
    Math.abs(y.change.open) - Math.abs(x.change.open) ||
    compare(x.act, y.act) ||
    compare(x.ref, y.ref)
  );
}
