import type { Assessment, Incident, Path } from '../facts/assessment.ts';
import type { CalendarDate } from '../facts/date.ts';
import type { Evidence } from '../facts/evidence.ts';
import { expandPaths, type Single } from '../facts/expand-paths.ts';
import {
  byMode,
  type DataClass,
  type Extent,
  type IncidentKind,
  type Mode,
  type Safeguard,
  type Stake,
  type TransferTool,
} from '../facts/vocabulary.ts';
import { type Belief, believeAdverse, believeFavourable, type Triple } from './belief.ts';
import type { FactKind, Method } from './method.ts';
import { listWitnesses, type Moment } from './witnesses.ts';

/** A path as the evidence leaves it: beliefs in whole percents, columns low, point, high. */
export type FoundPath = {
  readonly id: string;
  readonly jurisdiction: string;
  readonly mode: Mode;
  readonly stake: Stake;
  readonly data: readonly [low: DataClass, point: DataClass, high: DataClass];
  readonly belief: Triple;
  readonly transfer: { readonly tool: TransferTool; readonly belief: Triple } | undefined;
  readonly ended: Triple | undefined;
  /** Operating safeguards; of one kind the largest belief, column by column. */
  readonly safeguards: ReadonlyMap<Safeguard, Triple>;
  readonly conflict: number;
};

export type FoundIncident = {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly on: CalendarDate;
  /** The state whose authorities had access; undefined where nobody says, and in a vector. */
  readonly jurisdiction: string | undefined;
  /** The highest class that it reached. */
  readonly data: DataClass;
  readonly extent: Extent;
  readonly belief: Triple;
  readonly conflict: number;
};

/** What an assessment says on one date with the knowledge of another: all that the arithmetic reads, and the vector holds. */
export type Findings = Moment & {
  readonly paths: readonly FoundPath[];
  readonly incidents: readonly FoundIncident[];
  /** Per mode the belief, in whole percents, that its list is exhaustive. */
  readonly complete: Readonly<Record<Mode, Triple>>;
  readonly clearText: { readonly residual: DataClass; readonly belief: Triple } | undefined;
  /** Below the bar of admission: shown, not scored. */
  readonly leads: { readonly paths: readonly FoundPath[]; readonly incidents: readonly FoundIncident[] };
};

export const NOTHING: Triple = [0, 0, 0];

/** Section 1: every fact of an assessment as it stood on `asOf`, by what could be known on `knownBy`. */
export function findFacts(assessment: Assessment, moment: Moment, method: Method): Findings {
  const witnesses = listWitnesses(assessment.sources, moment);
  const favourable = (kind: FactKind, evidence: readonly Evidence[]) => believeFavourable(kind, evidence, witnesses, moment, method)?.columns;

  const findPath = (path: Single<Path>, belief: Belief): FoundPath => {
    const safeguards = new Map<Safeguard, Triple>();
    for (const claim of path.safeguards ?? []) {
      const found = claim.status === 'operating' ? favourable('safeguard', claim.evidence) : undefined;
      if (found) safeguards.set(claim.kind, largest(safeguards.get(claim.kind), found));
    }
    const transferBelief = path.transfer && favourable('transfer', path.transfer.evidence);
    return {
      id: path.id,
      jurisdiction: path.jurisdiction,
      mode: path.mode,
      stake: path.stake ?? 'sole',
      data: typeof path.data === 'string' ? [path.data, path.data, path.data] : [path.data.low, path.data.point, path.data.high],
      belief: belief.columns,
      transfer: path.transfer && transferBelief ? { tool: path.transfer.tool, belief: transferBelief } : undefined,
      ended: path.ended && path.ended.on <= moment.asOf ? favourable('ended', path.ended.evidence) : undefined,
      safeguards,
      conflict: belief.conflict,
    };
  };
  const findIncident = ({ id, kind, on, jurisdiction, data = 'content', extent = 'many' }: Incident, belief: Belief): FoundIncident => ({
    id,
    kind,
    on,
    jurisdiction,
    data,
    extent,
    belief: belief.columns,
    conflict: belief.conflict,
  });

  const admitted = { paths: [] as FoundPath[], incidents: [] as FoundIncident[] };
  const leads = { paths: [] as FoundPath[], incidents: [] as FoundIncident[] };
  for (const path of expandPaths(assessment.paths)) {
    const belief = believeAdverse(path.mode, path.evidence, witnesses, moment, method);
    if (belief) (belief.isAdmitted ? admitted : leads).paths.push(findPath(path, belief));
  }
  for (const incident of assessment.incidents ?? []) {
    const belief = incident.on <= moment.asOf ? believeAdverse('incident', incident.evidence, witnesses, moment, method) : undefined;
    if (belief) (belief.isAdmitted ? admitted : leads).incidents.push(findIncident(incident, belief));
  }

  const completeOf = (mode: Mode) => {
    const claim = assessment.complete?.[mode];
    return (claim && favourable('completeness', claim.evidence)) ?? NOTHING;
  };
  const clear = assessment.clearText && favourable('clear-text', assessment.clearText.evidence);
  return {
    ...moment,
    ...admitted,
    complete: byMode(completeOf),
    clearText: assessment.clearText && clear ? { residual: assessment.clearText.residual, belief: clear } : undefined,
    leads,
  };
}

/** The larger of two figures, column by column. */
export function largest(x: Triple = NOTHING, y: Triple): Triple {
  return [Math.max(x[0], y[0]), Math.max(x[1], y[1]), Math.max(x[2], y[2])];
}
