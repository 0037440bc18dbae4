import { MODES } from '../facts/vocabulary.ts';
import type { FoundPath } from '../score/findings.ts';
import { toRange } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { compare, toChange } from './change.ts';
import { CERTAIN, type Counterfactual, end, guard, type Outcome, proveLists } from './counterfactual.ts';
import type { Lower } from './explanation.ts';

/** Section 8.4: each remedy as if done and proven, the one that lowers the point most first. A maximum hides: single ends may change nothing. */
export function explainLowers(scored: Scored, { now, rescore }: Counterfactual): Lower[] {
  const { paths } = scored.findings;
  const found: Lower[] = [];
  const add = (what: Pick<Lower, 'act' | 'jurisdiction' | 'mode'>, to: Outcome) =>
    found.push({ ...what, becomes: toRange(to.score), band: to.band, gate: to.gate, change: toChange(now, to) });
  const ending = (ends: (path: FoundPath) => boolean) => rescore({ paths: paths.map((path) => (ends(path) ? end(path) : path)) });

  const foreign = [...new Set(paths.map(({ jurisdiction }) => jurisdiction))].filter((code) => !scored.lawOf(code).euEea).sort();
  for (const jurisdiction of foreign) {
    const inIt = paths.filter((path) => path.jurisdiction === jurisdiction);
    add(
      { act: 'end-jurisdiction', jurisdiction },
      ending((path) => path.jurisdiction === jurisdiction),
    );
    for (const mode of MODES)
      if (inIt.some((path) => path.mode === mode))
        add(
          { act: 'end-mode', jurisdiction, mode },
          ending((path) => path.jurisdiction === jurisdiction && path.mode === mode),
        );
  }
  add({ act: 'encrypt-end-to-end' }, rescore({ paths: paths.map((path) => guard(path, 'end-to-end-encryption')) }));
  add({ act: 'prove-lists' }, rescore({ complete: proveLists(scored.findings, MODES) }));
  add({ act: 'prove-safeguards' }, rescore({ paths: paths.map(proveSafeguards) }));
  return found.sort(
    (x, y) => x.change.point - y.change.point || x.change.width - y.change.width || x.change.open - y.change.open || compare(nameOf(x), nameOf(y)),
  );
}

function proveSafeguards(path: FoundPath): FoundPath {
  return path.safeguards.size === 0 ? path : { ...path, safeguards: new Map([...path.safeguards.keys()].map((kind) => [kind, CERTAIN])) };
}

function nameOf({ act, jurisdiction, mode }: Lower): string {
  return `${act} ${jurisdiction ?? ''} ${mode ?? ''}`;
}
