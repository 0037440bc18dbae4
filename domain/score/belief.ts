import type { Evidence, Source } from '../facts/assessment.ts';
import { type CalendarDate, toDayNumber } from '../facts/date.ts';
import { type FactKind, halfLifeOf, type Method } from './method.ts';
import { ceilPercent, floorPercent, multiplySorted, roundPercent } from './rounding.ts';

/** One figure for each column of a score: what is claimed, what is proven, what cannot be excluded. */
export type Triple = readonly [low: number, point: number, high: number];

/** A column of a score: its place in a triple. */
export type Column = 0 | 1 | 2;

/** Belief in a fact, in whole percents, with what admission and review need beside it. */
export type Belief = {
  readonly columns: Triple;
  /** The lower belief without decay, in whole percents: an adverse fact is admitted from 20. */
  readonly undecayedLower: number;
  /** The undecayed mass of contradiction, 0 to 1. */
  readonly conflict: number;
};

export type Moment = { readonly asOf: CalendarDate; readonly knownBy: CalendarDate };

type Sources = Readonly<Record<string, Source>>;

/**
 * Belief in an adverse fact (path, incident), or undefined when no item that existed then supports it. Adverse evidence
 * does not fade from the point: silence must not pay.
 */
export function believeAdverse(kind: FactKind, evidence: readonly Evidence[], sources: Sources, moment: Moment, method: Method): Belief | undefined {
  const weighed = weigh('adverse', kind, evidence, sources, moment, method);
  if (!weighed) return undefined;
  const { a, b, a0, b0 } = weighed;
  const low = floorPercent(truth(a, b));
  const high = ceilPercent(truth(a0, b) + open(a0, b));
  const point = Math.min(high, Math.max(low, roundPercent(truth(a0, b) + method.uncertainShare * open(a0, b))));
  return { columns: [low, point, high], undecayedLower: floorPercent(truth(a0, b0)), conflict: a0 * b0 };
}

/**
 * Belief in a favourable fact (safeguard, transfer, completeness, clear text, end of a path), or undefined when nobody
 * yet says so. Good news helps point and high only as far as it is proven and fresh.
 */
export function believeFavourable(
  kind: FactKind,
  evidence: readonly Evidence[],
  sources: Sources,
  moment: Moment,
  method: Method,
): Belief | undefined {
  const weighed = weigh('favourable', kind, evidence, sources, moment, method);
  if (!weighed) return undefined;
  const { a, b, a0, b0 } = weighed;
  const proven = floorPercent(truth(a, b0));
  const claimed = Math.max(proven, ceilPercent(truth(a, b) + open(a, b)));
  return { columns: [claimed, proven, proven], undecayedLower: floorPercent(truth(a0, b0)), conflict: a0 * b0 };
}

/** The one number of a favourable fact, 0 to 1: as far as it is proven. */
export function provenShare(belief: Triple): number {
  return belief[1] / 100;
}

/** The source of an item, once it was published and what the item saw had happened: before, the item does not exist. */
function sourceOf(item: Evidence, sources: Sources, moment: Moment): Source | undefined {
  const source = sources[item.source];
  return source !== undefined && item.observed <= moment.asOf && source.published <= moment.knownBy ? source : undefined;
}

function truth(a: number, b: number): number {
  return (a * (1 - b)) / (1 - a * b);
}

function open(a: number, b: number): number {
  return ((1 - a) * (1 - b)) / (1 - a * b);
}

type Sides = { a: number; b: number; a0: number; b0: number };

/** The masses for and against, decayed (a, b) and not (a0, b0). */
function weigh(
  nature: 'adverse' | 'favourable',
  kind: FactKind,
  evidence: readonly Evidence[],
  sources: Sources,
  moment: Moment,
  method: Method,
): Sides | undefined {
  const { reliability, credibility, massCap, evidenceGraceDays, sideCap } = method;
  const halfLife = halfLifeOf(kind, method);
  const forIt: Mass[] = [];
  const against: Mass[] = [];
  const today = toDayNumber(moment.asOf);
  for (const item of evidence) {
    const source = sourceOf(item, sources, moment);
    if (source === undefined) continue;
    const supports = item.stance !== 'contradicts';
    const strength = reliability[source.reliability] * credibility[item.credibility];
    // Only a statement that would lower the score is in the platform's own interest.
    const lowers = supports === (nature === 'favourable');
    const cap = lowers ? capOf(source.statementBy, massCap) : massCap['third-party'];
    const age = today - toDayNumber(item.observed);
    const decay = age <= evidenceGraceDays ? 1 : 2 ** (-(age - evidenceGraceDays) / halfLife);
    addMass(supports ? forIt : against, source.origin ?? item.source, Math.min(cap, strength * decay), Math.min(cap, strength));
  }
  if (forIt.length === 0) return undefined;
  return {
    a: unite(forIt, 'decayed', sideCap),
    b: unite(against, 'decayed', sideCap),
    a0: unite(forIt, 'undecayed', sideCap),
    b0: unite(against, 'undecayed', sideCap),
  };
}

/** Compared by name: a look-up by a name that varies makes V8 give up optimised code (docs/benchmarks.md, Scoring). */
function capOf(statementBy: Source['statementBy'], caps: Method['massCap']): number {
  if (statementBy === 'platform') return caps.platform;
  return statementBy === 'platform-accountable' ? caps['platform-accountable'] : caps['third-party'];
}

type Mass = { readonly origin: string; decayed: number; undecayed: number };

/** Of one origin the largest mass counts. A fact has few origins, so a list is searched faster than a map. */
function addMass(side: Mass[], origin: string, decayed: number, undecayed: number): void {
  for (const mass of side) {
    if (mass.origin !== origin) continue;
    mass.decayed = Math.max(mass.decayed, decayed);
    mass.undecayed = Math.max(mass.undecayed, undecayed);
    return;
  }
  side.push({ origin, decayed, undecayed });
}

/** Independent origins: one minus the product of what each leaves open. */
function unite(masses: readonly Mass[], which: 'decayed' | 'undecayed', cap: number): number {
  const [only] = masses;
  if (only === undefined) return 0;
  const open = masses.length === 1 ? 1 - only[which] : multiplySorted(masses.map((mass) => 1 - mass[which]));
  return Math.min(cap, 1 - open);
}
