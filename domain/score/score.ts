import type { Assessment } from '../facts/assessment.ts';
import { MODES } from '../facts/vocabulary.ts';
import type { Column, Moment, Triple } from './belief.ts';
import { combineIn, exposeJurisdictions } from './combine.ts';
import { type ExposedPath, exposePaths, exposeUnknown, type UnknownPaths } from './exposure.ts';
import { type Findings, findFacts } from './findings.ts';
import { abuseOf, floorOf } from './incidents.ts';
import { type LawOf, openLaw } from './law.ts';
import { CURRENT, type Method, type Part } from './method.ts';
import { type Band, type BandName, bandOf, type Confidence, confidenceOf, type Gate, gateOf } from './rating.ts';
import type { Register } from './register.ts';
import { toTenths } from './rounding.ts';
import { type Contribution, waterfall } from './waterfall.ts';

/** A score with all that explains it. Figures in tenths of a point, so that sums are exact; exposures 0 to 1. */
export type Scored = {
  /** What it was computed by: whoever explains it or writes its vector reads the same figures. */
  readonly method: Method;
  readonly lawOf: LawOf;
  readonly findings: Findings;
  readonly score: Triple;
  readonly parts: { readonly storage: Triple; readonly access: Triple };
  readonly band: Band;
  readonly bandRange: readonly [BandName, BandName];
  readonly confidence: Confidence;
  readonly gate: Gate;
  readonly contributions: readonly Contribution[];
  readonly paths: readonly ExposedPath[];
  readonly unknowns: readonly UnknownPaths[];
  /** e_j, the strongest path of each jurisdiction, `??` included. */
  readonly jurisdictions: ReadonlyMap<string, Triple>;
  /** Total abuse I. */
  readonly abuse: Triple;
  /** What a proven access by a state sets under the score. */
  readonly floor: Triple;
};

/** Scores an assessment as of a date, by what could be known on another. Same inputs give the same figures, to the bit. */
export function scoreAssessment(assessment: Assessment, register: Register, moment: Moment, method: Method = CURRENT): Scored {
  return scoreFindings(findFacts(assessment, moment, method), register, method);
}

/** Scores what was found, by the law of its day. */
export function scoreFindings(findings: Findings, register: Register, method: Method): Scored {
  const lawOf = openLaw(register, findings.asOf, method);
  const abuse = abuseOf(findings, method);
  const floor = floorOf(findings, method);
  const paths = exposePaths(findings, lawOf, abuse, method);
  const unknowns = MODES.map((mode) => exposeUnknown(findings, mode, method));
  const jurisdictions = exposeJurisdictions(paths, unknowns);

  const { withIncidents, total } = addUp(jurisdictions, abuse, floor, method);
  const score = inTenths(total);

  const partOf = (part: Part) => {
    const inPart = exposeJurisdictions(
      paths.filter(({ path }) => method.modes[path.mode].part === part),
      unknowns.filter(({ mode }) => method.modes[mode].part === part),
    );
    return inTenths(columns((column) => combineIn(inPart, column, method)));
  };

  const [low, point, high] = score;
  const rated = findings.paths.some(({ mode }) => method.modes[mode].rates);
  const atPoint = new Map([...jurisdictions].map(([of, exposure]) => [of, exposure[1]]));
  return {
    method,
    lawOf,
    findings,
    score,
    parts: { storage: partOf('storage'), access: partOf('access') },
    band: rated ? bandOf(point, method) : 'unrated',
    bandRange: [bandOf(low, method), bandOf(high, method)],
    confidence: confidenceOf(high - low, method),
    gate: gateOf(rated, point, high, method),
    contributions: waterfall(atPoint, withIncidents[1], total[1], point, method),
    paths,
    unknowns,
    jurisdictions,
    abuse,
    floor,
  };
}

/** All jurisdictions together, then the incidents, then the floor; 0 to 1. */
export function addUp(
  jurisdictions: ReadonlyMap<string, Triple>,
  abuse: Triple,
  floor: Triple,
  method: Method,
): { withIncidents: Triple; total: Triple } {
  const named = columns((column) => combineIn(jurisdictions, column, method));
  const withIncidents = columns((column) => addAbuse(named[column], abuse[column], method));
  return { withIncidents, total: columns((column) => Math.max(withIncidents[column], floor[column])) };
}

/** A' of A: incidents take their share of the distance that is left. */
export function addAbuse(named: number, abuse: number, { incidentWeight }: Method): number {
  return named + incidentWeight * (1 - named) * abuse;
}

function columns(of: (column: Column) => number): Triple {
  return [of(0), of(1), of(2)];
}

export function inTenths([low, point, high]: Triple): Triple {
  return [toTenths(low), toTenths(point), toTenths(high)];
}
