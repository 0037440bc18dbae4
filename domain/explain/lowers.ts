import { MODES } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import type { FoundPath } from '../score/findings.ts';
import { toRange } from '../score/points.ts';
import { type Band, bandOf } from '../score/rating.ts';
import type { Scored } from '../score/score.ts';
import { CERTAIN, type Counterfactual, end, guard, proveLists, toChange } from './counterfactual.ts';
import type { Lower } from './explanation.ts';

/** Each remedy as if done and proven, the one that lowers the point most first. A maximum hides: single ends may change nothing. */
export function explainLowers(scored: Scored, { rescore }: Counterfactual): Lower[] {
  const { paths } = scored.findings;
  const found: Lower[] = [];
  const add = (what: Pick<Lower, 'act' | 'jurisdiction' | 'mode'>, to: Triple) =>
    found.push({ ...what, becomes: toRange(to), band: bandAfter(scored, to), change: toChange(scored.score, to) });
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
  return found.sort((x, y) => x.change.point - y.change.point || x.change.width - y.change.width || compare(nameOf(x), nameOf(y)));
}

/** The band that a changed point falls into; what is unrated stays so, because no path was added or forgotten. */
export function bandAfter(scored: Scored, to: Triple): Band {
  return scored.band === 'unrated' ? 'unrated' : bandOf(to[1], scored.method);
}

function proveSafeguards(path: FoundPath): FoundPath {
  return path.safeguards.size === 0 ? path : { ...path, safeguards: new Map([...path.safeguards.keys()].map((kind) => [kind, CERTAIN])) };
}

function nameOf({ act, jurisdiction, mode }: Lower): string {
  return `${act} ${jurisdiction ?? ''} ${mode ?? ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
