import type { Assessment } from '../facts/assessment.ts';
import type { Column, Triple } from './belief.ts';
import { combineIn, exposeJurisdictions } from './combine.ts';
import { type ExposedPath, exposePaths } from './exposure.ts';
import { type Findings, type FoundIncident, findFacts } from './findings.ts';
import { abuseOf, floorOf, listCounted, weighIncidents } from './incidents.ts';
import { type LawOf, openLaw } from './law.ts';
import { isNamed, isRated } from './looked-at.ts';
import { CURRENT, type Method, type Part, type Way } from './method.ts';
import { type Open, type OpenList, openOf } from './open.ts';
import { type Band, type BandName, bandOf, type Confidence, confidenceOf, type Gate, gateOf } from './rating.ts';
import type { Register } from './register.ts';
import { toTenths } from './rounding.ts';
import { type Contribution, waterfall } from './waterfall.ts';
import type { Moment } from './witnesses.ts';

/** A score with all that explains it. Figures in tenths of a point, so that sums are exact; exposures 0 to 1. */
export type Scored = {
  /** What it was computed by: whoever explains it or writes its vector reads the same figures. */
  readonly method: Method;
  readonly lawOf: LawOf;
  readonly findings: Findings;
  /** What is named: the platform's case, what is proven, what cannot be excluded. */
  readonly score: Triple;
  readonly parts: Readonly<Record<Part, Triple>>;
  readonly ways: Readonly<Record<Way, Triple>>;
  /** What nobody has named; never a part of the score. */
  readonly open: Open;
  readonly band: Band;
  readonly bandRange: readonly [BandName, BandName];
  readonly confidence: Confidence;
  readonly gate: Gate;
  readonly contributions: readonly Contribution[];
  readonly paths: readonly ExposedPath[];
  readonly lists: readonly OpenList[];
  /** The admitted incidents that count. */
  readonly incidents: readonly FoundIncident[];
  /** e_j, the strongest path of each jurisdiction. */
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
  const lawOf = openLaw(register, findings, method);
  const incidents = listCounted(findings, register);
  const weighed = weighIncidents(findings.asOf, incidents, method);
  const [abuse, floor] = [abuseOf(weighed, method), floorOf(weighed, method)];
  const paths = exposePaths(findings, lawOf, abuse, method);
  const jurisdictions = exposeJurisdictions(paths);
  const { withIncidents, total } = addUp(jurisdictions, abuse, floor, method);
  const score = inTenths(total);
  const { lists, ...open } = openOf(findings, paths, method);

  const among = (isIn: (exposed: ExposedPath) => boolean) => {
    const inIt = exposeJurisdictions(paths.filter(isIn));
    return inTenths(columns((column) => combineIn(inIt, column, method)));
  };
  const partOf = (part: Part) => among(({ path }) => method.modes[path.mode].part === part);
  const wayOf = (way: Way) => among(({ path }) => lawOf(path.jurisdiction).way === way);

  const rating = rate(findings, score, toTenths(open.whole), method);
  const atPoint = new Map([...jurisdictions].map(([of, exposure]) => [of, exposure[1]]));
  return {
    method,
    lawOf,
    findings,
    score,
    parts: { storage: partOf('storage'), access: partOf('access') },
    ways: { programme: wayOf('programme'), law: wayOf('law') },
    open: { whole: toTenths(open.whole), storage: toTenths(open.storage), access: toTenths(open.access) },
    ...rating,
    contributions: waterfall(atPoint, withIncidents[1], total[1], score[1], method),
    paths,
    lists,
    incidents,
    jurisdictions,
    abuse,
    floor,
  };
}

type Rating = Pick<Scored, 'band' | 'bandRange' | 'confidence' | 'gate'>;

/** Section 6: band, confidence and gate are taken from the rounded figures and from what was looked at, and from nothing else. */
export function rate(findings: Findings, [low, point, high]: Triple, open: number, method: Method): Rating {
  const rated = isRated(findings, point, method);
  return {
    band: rated ? bandOf(point, method) : 'unrated',
    bandRange: [bandOf(low, method), bandOf(high, method)],
    confidence: rated ? confidenceOf(high - low, method) : 'none',
    gate: gateOf({ isNamed: isNamed(findings, method), isRated: rated, point, high, open }, method),
  };
}

/** Section 5: all jurisdictions together, then the incidents, then the floor; 0 to 1. */
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

/** Section 5, A': incidents take their share of the distance that is left. */
export function addAbuse(named: number, abuse: number, { incidentWeight }: Method): number {
  return named + incidentWeight * (1 - named) * abuse;
}

function columns(of: (column: Column) => number): Triple {
  return [of(0), of(1), of(2)];
}

export function inTenths([low, point, high]: Triple): Triple {
  return [toTenths(low), toTenths(point), toTenths(high)];
}
