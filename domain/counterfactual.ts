import type { Triple } from './belief.ts';
import { exposeJurisdictions } from './combine.ts';
import type { Change } from './explanation.ts';
import { type ExposedPath, exposePaths, exposeUnknown } from './exposure.ts';
import type { Findings, FoundPath } from './findings.ts';
import { MODES, type Mode, type Safeguard } from './method.ts';
import { toPoints } from './points.ts';
import type { Register } from './register.ts';
import { abuseOf, addUp, floorOf, inTenths, type Scored } from './score.ts';

/** As if delivered and proven beyond doubt. */
export const CERTAIN: Triple = [100, 100, 100];

/** The score, in tenths, with some of its findings changed. */
export type Rescore = (changed: Partial<Pick<Findings, 'paths' | 'incidents' | 'complete'>>) => Triple;

/** Scores afresh only what a change reaches: evidence is not weighed again, nor a path that stayed the same object. */
export function rescoring(scored: Scored, register: Register): Rescore {
  const known = new Map<FoundPath, ExposedPath>(scored.paths.map((exposed) => [exposed.path, exposed]));
  return (changed) => {
    const findings = { ...scored.findings, ...changed };
    const abuse = changed.incidents ? abuseOf(findings) : scored.abuse;
    const floor = changed.incidents ? floorOf(findings) : scored.floor;
    const expose = (path: FoundPath) => exposePaths({ ...findings, paths: [path] }, register, abuse)[0] as ExposedPath;
    const paths = changed.incidents ? exposePaths(findings, register, abuse) : findings.paths.map((path) => known.get(path) ?? expose(path));
    const unknowns = changed.complete ? MODES.map((mode) => exposeUnknown(findings, mode)) : scored.unknowns;
    return inTenths(addUp(exposeJurisdictions(paths, unknowns), abuse, floor).total);
  };
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
