import { toDayNumber } from '../facts/date.ts';
import type { Evidence, Source } from '../facts/evidence.ts';
import { type FactKind, halfLifeOf, type Method } from './method.ts';
import { ceilPercent, clearDust, floorPercent, multiplySorted, roundPercent } from './rounding.ts';
import { type Moment, type Witnesses, witnessOf } from './witnesses.ts';

/** One figure for each column of a score: what is claimed, what is proven, what cannot be excluded of what is named. */
export type Triple = readonly [low: number, point: number, high: number];

/** A column of a score: its place in a triple. */
export type Column = 0 | 1 | 2;

/** Belief in a fact, in whole percents, and the undecayed mass of contradiction, 0 to 1, that opens a review. */
export type Belief = { readonly columns: Triple; readonly conflict: number };

/** Belief in a path or an incident, and whether it is scored or only shown as a lead. */
export type AdverseBelief = Belief & { readonly isAdmitted: boolean };

/**
 * Belief in an adverse fact (path, incident), or undefined when no item that existed then supports or reserves it. Section 2,
 * burden of proof: adverse evidence does not fade from the point (silence must not pay).
 */
export function believeAdverse(
  kind: FactKind,
  evidence: readonly Evidence[],
  witnesses: Witnesses,
  moment: Moment,
  method: Method,
): AdverseBelief | undefined {
  const weighed = weigh('adverse', kind, evidence, witnesses, moment, method);
  if (!weighed) return undefined;
  const { a, b, a0, b0, reserved } = weighed;
  const { uncertainShare, reservation } = method;
  const low = floorPercent(truth(a, b));
  const high = ceilPercent(truth(a0, b) + open(a0, b));
  const share = uncertainShare + reservation.share * reserved;
  const point = Math.min(high, Math.max(low, roundPercent(truth(a0, b) + share * open(a0, b))));
  return { columns: [low, point, high], isAdmitted: isAdmitted(weighed, method), conflict: a0 * b0 };
}

/** Section 1: admitted by what is proven or reserved of it, without decay and without rounding. */
function isAdmitted({ a0, b0, reserved }: Weighed, { admissionPercent, reservation }: Method): boolean {
  const shown = Math.max(truth(a0, b0), reservation.proves * reserved * (1 - b0));
  return clearDust(shown * 100) >= admissionPercent;
}

/**
 * Belief in a favourable fact (safeguard, transfer, completeness, clear text, end of a path), or undefined when nobody
 * yet says so. Section 2, burden of proof: good news helps point and high only as far as it is proven and fresh.
 */
export function believeFavourable(
  kind: FactKind,
  evidence: readonly Evidence[],
  witnesses: Witnesses,
  moment: Moment,
  method: Method,
): Belief | undefined {
  const weighed = weigh('favourable', kind, evidence, witnesses, moment, method);
  if (!weighed) return undefined;
  const { a, b, a0, b0 } = weighed;
  const proven = floorPercent(truth(a, b0));
  const claimed = Math.max(proven, ceilPercent(truth(a, b) + open(a, b)));
  return { columns: [claimed, proven, proven], conflict: a0 * b0 };
}

/** The one number of a favourable fact, 0 to 1: as far as it is proven. */
export function provenShare(belief: Triple): number {
  return belief[1] / 100;
}

/** Section 2, combination: Dempster's rule on two outcomes. What is proven for a fact, */
function truth(a: number, b: number): number {
  return (a * (1 - b)) / (1 - a * b);
}

/** and what neither side has proven. */
function open(a: number, b: number): number {
  return ((1 - a) * (1 - b)) / (1 - a * b);
}

/** Whether a fact raises the score or lowers it. */
export type Nature = 'adverse' | 'favourable';

/** The masses for and against, decayed (a, b) and not (a0, b0), and the strongest reservation. */
type Weighed = { a: number; b: number; a0: number; b0: number; reserved: number };

function weigh(
  nature: Nature,
  kind: FactKind,
  evidence: readonly Evidence[],
  witnesses: Witnesses,
  moment: Moment,
  method: Method,
): Weighed | undefined {
  const { sideCap } = method;
  const halfLife = halfLifeOf(kind, method);
  const forIt: Mass[] = [];
  const against: Mass[] = [];
  let reserved = 0;
  let speaks = false;
  const today = toDayNumber(moment.asOf);
  for (const item of evidence) {
    const witness = witnessOf(item, witnesses, moment);
    if (witness === undefined) continue;
    const { source, origin } = witness;
    const undecayed = massOf(nature, item, source, method);
    if (item.stance !== 'contradicts') speaks = true;
    // Section 2, reservation: who reserves a right states an intention, not a fact.
    if (item.stance === 'reserves') {
      reserved = Math.max(reserved, undecayed);
      continue;
    }
    const age = today - freshUntil(item, method);
    const decayed = undecayed * (age <= 0 ? 1 : 2 ** (-age / halfLife));
    addMass(item.stance === 'contradicts' ? against : forIt, origin, decayed, undecayed);
  }
  if (!speaks) return undefined;
  return {
    a: unite(forIt, 'decayed', sideCap),
    b: unite(against, 'decayed', sideCap),
    a0: unite(forIt, 'undecayed', sideCap),
    b0: unite(against, 'undecayed', sideCap),
    reserved,
  };
}

/** Section 2, cap first: what an item weighs without decay, so that a platform's own word fades like everybody's. */
export function massOf(nature: Nature, item: Evidence, source: Source, method: Method): number {
  const { massCap } = method;
  // Section 2, own interest: only a statement that would lower the score is in the platform's.
  const lowers = (item.stance !== 'contradicts') === (nature === 'favourable');
  return Math.min(lowers ? capOf(source.statementBy, massCap) : massCap['third-party'], strengthOf(item, source, method));
}

/** Section 2: what source and item weigh together; less for what was found about other users only. */
function strengthOf({ credibility, users }: Evidence, { reliability }: Source, method: Method): number {
  const weight = method.credibility[credibility];
  return method.reliability[reliability] * (users === undefined ? weight : Math.min(method.otherUsersCredibility, weight));
}

/** Section 2, decay: the day from which an item ages, later where an attestation says how long it holds. */
function freshUntil({ observed, validTo }: Evidence, { evidenceGraceDays, attestationDays }: Method): number {
  const day = toDayNumber(observed);
  if (validTo === undefined) return day + evidenceGraceDays;
  return Math.max(day + evidenceGraceDays, Math.min(toDayNumber(validTo), day + attestationDays));
}

/** Compared by name: a look-up by a name that varies makes V8 give up optimised code (docs/benchmarks.md, Scoring). */
function capOf(statementBy: Source['statementBy'], caps: Method['massCap']): number {
  if (statementBy === 'platform') return caps.platform;
  return statementBy === 'platform-accountable' ? caps['platform-accountable'] : caps['third-party'];
}

type Mass = { readonly origin: string; decayed: number; undecayed: number };

/** Section 2, origin: of one the largest mass counts. A fact has few origins, so a list is searched faster than a map. */
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
