import { UNNAMED } from '../facts/jurisdictions.ts';
import type { Mode, Safeguard } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import { exposeJurisdictions } from '../score/combine.ts';
import { type ExposedPath, exposePaths } from '../score/exposure.ts';
import { type Findings, type FoundIncident, type FoundPath, NOTHING } from '../score/findings.ts';
import { abuseOf, floorOf, weighIncidents } from '../score/incidents.ts';
import { openOf } from '../score/open.ts';
import { toTenths } from '../score/rounding.ts';
import { addUp, inTenths, rate, type Scored } from '../score/score.ts';

/** As if delivered and proven beyond doubt. */
export const CERTAIN: Triple = [100, 100, 100];

/** What is published of a score that a change can move; figures in tenths. */
export type Outcome = Pick<Scored, 'score' | 'band' | 'gate'> & { readonly open: number };

/** The findings with something changed; `named` are paths whose country has been named, so that they leave what is open. */
export type Variation = Partial<Pick<Findings, 'paths' | 'complete' | 'clearText'>> & {
  /** Those of the counted incidents that are left. */
  readonly incidents?: readonly FoundIncident[];
  readonly named?: ReadonlySet<FoundPath>;
};

export type Counterfactual = {
  readonly now: Outcome;
  readonly rescore: (varied: Variation) => Outcome;
  /** With one path changed in what it holds, though not in its jurisdiction, or removed. */
  readonly replace: (path: FoundPath, by?: FoundPath) => Outcome;
};

/** Scores afresh only what a change reaches: evidence is not weighed again, nor a path that stayed the same object. */
export function counterfactualOf(scored: Scored): Counterfactual {
  const { abuse, floor, jurisdictions, lawOf, method } = scored;
  const known = new Map<FoundPath, ExposedPath>(scored.paths.map((exposed) => [exposed.path, exposed]));
  const neighbours = Map.groupBy(scored.paths, ({ path }) => path.jurisdiction);
  const now: Outcome = { score: scored.score, open: scored.open.whole, band: scored.band, gate: scored.gate };

  const expose = (path: FoundPath): ExposedPath => {
    const found = known.get(path) ?? (exposePaths({ ...scored.findings, paths: [path] }, lawOf, abuse, method)[0] as ExposedPath);
    known.set(path, found);
    return found;
  };
  const outcomeOf = (findings: Findings, score: Triple, open: number): Outcome => {
    const { band, gate } = rate(findings, score, open, method);
    return { score, open, band, gate };
  };

  const replace: Counterfactual['replace'] = (path, by) => {
    if (path.jurisdiction === UNNAMED) return rescore({ paths: put(scored.findings.paths, path, by) });
    const others = (neighbours.get(path.jurisdiction) ?? []).filter((exposed) => exposed.path !== path);
    const there = exposeJurisdictions(by ? [...others, expose(by)] : others).get(path.jurisdiction) ?? NOTHING;
    const score = inTenths(addUp(new Map(jurisdictions).set(path.jurisdiction, there), abuse, floor, method).total);
    const findings = by ? scored.findings : { ...scored.findings, paths: put(scored.findings.paths, path, by) };
    return outcomeOf(findings, score, now.open);
  };

  const rescore: Counterfactual['rescore'] = ({ incidents, named, ...changed }) => {
    const findings: Findings = { ...scored.findings, ...changed };
    const weighed = incidents && weighIncidents(findings.asOf, incidents, method);
    const abused = weighed ? abuseOf(weighed, method) : abuse;
    const exposed = weighed ? exposePaths(findings, lawOf, abused, method) : findings.paths.map(expose);
    const under = weighed ? floorOf(weighed, method) : floor;
    const score = inTenths(addUp(exposeJurisdictions(exposed), abused, under, method).total);
    const unnamed = named ? exposed.filter(({ path }) => !named.has(path)) : exposed;
    const open = toTenths(openOf(findings, unnamed, method).whole);
    return outcomeOf(findings, score, open);
  };
  return { now, rescore, replace };
}

function put(paths: readonly FoundPath[], path: FoundPath, by: FoundPath | undefined): readonly FoundPath[] {
  return paths.flatMap((one) => (one === path ? (by ?? []) : one));
}

export function end(path: FoundPath): FoundPath {
  return { ...path, ended: CERTAIN };
}

export function guard(path: FoundPath, kind: Safeguard, belief: Triple = CERTAIN): FoundPath {
  return { ...path, safeguards: new Map(path.safeguards).set(kind, belief) };
}

export function unguard(path: FoundPath, kind: Safeguard): FoundPath {
  return { ...path, safeguards: new Map([...path.safeguards].filter(([other]) => other !== kind)) };
}

export function proveLists(findings: Findings, modes: readonly Mode[]): Findings['complete'] {
  return { ...findings.complete, ...Object.fromEntries(modes.map((mode) => [mode, CERTAIN])) };
}
