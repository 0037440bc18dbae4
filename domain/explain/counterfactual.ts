import type { Mode, Safeguard } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import { exposeJurisdictions } from '../score/combine.ts';
import { type ExposedPath, exposePaths } from '../score/exposure.ts';
import { type Findings, type FoundPath, NOTHING } from '../score/findings.ts';
import { abuseOf, floorOf, weighIncidents } from '../score/incidents.ts';
import { toPoints } from '../score/points.ts';
import { addUp, inTenths, type Scored } from '../score/score.ts';
import type { Change } from './explanation.ts';

/** As if delivered and proven beyond doubt. */
export const CERTAIN: Triple = [100, 100, 100];

/** The score, in tenths, with some of its findings changed. */
export type Counterfactual = {
  readonly rescore: (changed: Partial<Pick<Findings, 'paths' | 'incidents' | 'complete'>>) => Triple;
  /** With one path changed in what it holds, though not in its jurisdiction, or removed. */
  readonly replace: (path: FoundPath, by?: FoundPath) => Triple;
};

/** Scores afresh only what a change reaches: evidence is not weighed again, nor a path that stayed the same object. */
export function counterfactualOf(scored: Scored): Counterfactual {
  const { abuse, floor, jurisdictions, lawOf, method } = scored;
  const known = new Map<FoundPath, ExposedPath>(scored.paths.map((exposed) => [exposed.path, exposed]));
  const neighbours = Map.groupBy(scored.paths, ({ path }) => path.jurisdiction);
  const expose = (path: FoundPath) => exposePaths({ ...scored.findings, paths: [path] }, lawOf, abuse, method);

  const replace: Counterfactual['replace'] = (path, by) => {
    const others = (neighbours.get(path.jurisdiction) ?? []).filter((exposed) => exposed.path !== path);
    const there = exposeJurisdictions(by ? [...others, ...expose(by)] : others).get(path.jurisdiction) ?? NOTHING;
    return inTenths(addUp(new Map(jurisdictions).set(path.jurisdiction, there), abuse, floor, method).total);
  };

  const rescore: Counterfactual['rescore'] = (changed) => {
    const findings = { ...scored.findings, ...changed };
    if (changed.incidents) {
      const counted = scored.incidents.filter((incident) => changed.incidents?.includes(incident));
      const weighed = weighIncidents(findings.asOf, counted, method);
      const abused = abuseOf(weighed, method);
      const exposed = exposeJurisdictions(exposePaths(findings, lawOf, abused, method));
      return inTenths(addUp(exposed, abused, floorOf(weighed, method), method).total);
    }
    const paths = findings.paths.flatMap((path) => known.get(path) ?? expose(path));
    return inTenths(addUp(exposeJurisdictions(paths), abuse, floor, method).total);
  };
  return { rescore, replace };
}

/** From one score to another, both in tenths. */
export function toChange(from: Triple, to: Triple): Change {
  const width = to[2] - to[0] - (from[2] - from[0]);
  return { point: toPoints(to[1] - from[1]), high: toPoints(to[2] - from[2]), width: toPoints(width) };
}

export function end(path: FoundPath): FoundPath {
  return { ...path, ended: CERTAIN };
}

export function guard(path: FoundPath, kind: Safeguard): FoundPath {
  return { ...path, safeguards: new Map(path.safeguards).set(kind, CERTAIN) };
}

export function unguard(path: FoundPath, kind: Safeguard): FoundPath {
  return { ...path, safeguards: new Map([...path.safeguards].filter(([other]) => other !== kind)) };
}

export function proveLists(findings: Findings, modes: readonly Mode[]): Findings['complete'] {
  return { ...findings.complete, ...Object.fromEntries(modes.map((mode) => [mode, CERTAIN])) };
}
