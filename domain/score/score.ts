import type { Assessment } from '../facts/assessment.ts';
import { MODES } from '../facts/vocabulary.ts';
import type { Moment, Triple } from './belief.ts';
import { combineIn, exposeJurisdictions } from './combine.ts';
import { type ExposedPath, exposePaths, exposeUnknown, type UnknownPaths } from './exposure.ts';
import { type Findings, findFacts } from './findings.ts';
import { abuseOf, floorOf } from './incidents.ts';
import { INCIDENT_WEIGHT, PART_OF_MODE } from './method.ts';
import { type Band, type BandName, bandOf, type Confidence, confidenceOf, type Gate, gateOf } from './rating.ts';
import type { Register } from './register.ts';
import { toTenths } from './rounding.ts';
import { type Contribution, waterfall } from './waterfall.ts';

/** A score with all that explains it. Figures in tenths of a point, so that sums are exact; exposures 0 to 1. */
export type Scored = {
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
export function scoreAssessment(assessment: Assessment, register: Register, moment: Moment): Scored {
  return scoreFindings(findFacts(assessment, moment), register);
}

/** Modes of which an admitted path makes a file worth rating; an empty file must never read minimal. */
const RATING_MODES = new Set(['storage', 'remote-access', 'control']);

export function scoreFindings(findings: Findings, register: Register): Scored {
  const abuse = abuseOf(findings);
  const floor = floorOf(findings);
  const paths = exposePaths(findings, register, abuse);
  const unknowns = MODES.map((mode) => exposeUnknown(findings, mode));
  const jurisdictions = exposeJurisdictions(paths, unknowns);

  const { withIncidents, total } = addUp(jurisdictions, abuse, floor);
  const score = inTenths(total);

  const partOf = (part: 'storage' | 'access') => {
    const inPart = exposeJurisdictions(
      paths.filter(({ path }) => PART_OF_MODE[path.mode] === part),
      unknowns.filter(({ mode }) => PART_OF_MODE[mode] === part),
    );
    return inTenths(columns((column) => combineIn(inPart, column)));
  };

  const [low, point, high] = score;
  const rated = findings.paths.some(({ mode }) => RATING_MODES.has(mode));
  const atPoint = new Map([...jurisdictions].map(([of, exposure]) => [of, exposure[1]]));
  return {
    findings,
    score,
    parts: { storage: partOf('storage'), access: partOf('access') },
    band: rated ? bandOf(point) : 'unrated',
    bandRange: [bandOf(low), bandOf(high)],
    confidence: confidenceOf(high - low),
    gate: gateOf(rated, point, high),
    contributions: waterfall(atPoint, withIncidents[1], total[1], point),
    paths,
    unknowns,
    jurisdictions,
    abuse,
    floor,
  };
}

/** All jurisdictions together, then the incidents, then the floor; 0 to 1. */
export function addUp(jurisdictions: ReadonlyMap<string, Triple>, abuse: Triple, floor: Triple): { withIncidents: Triple; total: Triple } {
  const named = columns((column) => combineIn(jurisdictions, column));
  const withIncidents = columns((column) => addAbuse(named[column], abuse[column]));
  return { withIncidents, total: columns((column) => Math.max(withIncidents[column], floor[column])) };
}

/** A' of A: incidents take their share of the distance that is left. */
export function addAbuse(named: number, abuse: number): number {
  return named + INCIDENT_WEIGHT * (1 - named) * abuse;
}

function columns(of: (column: 0 | 1 | 2) => number): Triple {
  return [of(0), of(1), of(2)];
}

export function inTenths([low, point, high]: Triple): Triple {
  return [toTenths(low), toTenths(point), toTenths(high)];
}
