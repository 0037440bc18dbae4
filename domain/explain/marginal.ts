import { MODES } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import type { Scored } from '../score/score.ts';
import { type Counterfactual, guard, proveLists, toChange, unguard } from './counterfactual.ts';
import type { Marginal } from './explanation.ts';

/**
 * What each fact does to the score: a path, safeguard or incident removed, a list or safeguard proven. The largest change
 * of the point comes first.
 */
export function explainMarginal(scored: Scored, { rescore, replace }: Counterfactual): Marginal[] {
  const { paths, incidents, complete } = scored.findings;
  const found: Marginal[] = [];
  const add = (act: Marginal['act'], ref: string, to: Triple) => found.push({ act, ref, change: toChange(scored.score, to) });

  for (const path of paths) {
    add('remove-path', path.id, replace(path));
    for (const [kind, [claimed, proven]] of path.safeguards) {
      add('remove-safeguard', `${path.id}:${kind}`, replace(path, unguard(path, kind)));
      if (claimed < 100 || proven < 100) add('prove-safeguard', `${path.id}:${kind}`, replace(path, guard(path, kind)));
    }
  }
  for (const incident of incidents) add('remove-incident', incident.id, rescore({ incidents: incidents.filter((other) => other !== incident) }));
  for (const mode of MODES) if (complete[mode][1] < 100) add('prove-list', mode, rescore({ complete: proveLists(scored.findings, [mode]) }));
  return found.sort(byWeight);
}

function byWeight(x: Marginal, y: Marginal): number {
  return (
    Math.abs(y.change.point) - Math.abs(x.change.point) ||
    Math.abs(y.change.width) - Math.abs(x.change.width) ||
    compare(x.act, y.act) ||
    compare(x.ref, y.ref)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
