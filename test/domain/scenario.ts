import type { Assessment, Incident, Path } from '../../domain/facts/assessment.ts';
import { addDays } from '../../domain/facts/date.ts';
import type { Evidence } from '../../domain/facts/evidence.ts';
import { MODES } from '../../domain/facts/vocabulary.ts';
import type { Triple } from '../../domain/score/belief.ts';
import type { Register } from '../../domain/score/register.ts';
import { type Scored, scoreAssessment } from '../../domain/score/score.ts';
import type { Moment } from '../../domain/score/witnesses.ts';
import { register } from '../register.ts';

/** An assessment and the two dates that it is scored for. */
export type Scenario = { readonly assessment: Assessment; readonly moment: Moment };

/** What a generator knows of a fact before it stands in an assessment: ages in days, sources by number. */
export type EvidenceSeed = Pick<Evidence, 'credibility'> & {
  source: number;
  age: number;
  since: number | undefined;
  holds: number | undefined;
  users: Evidence['users'];
  stance: Evidence['stance'];
};
export type SafeguardSeed = { kind: Safeguard['kind']; status: Safeguard['status']; evidence: EvidenceSeed[] };
export type EndedSeed = { age: number; evidence: EvidenceSeed[] };
export type PathSeed = Pick<Path, 'mode' | 'data'> & {
  jurisdiction: string;
  jurisdictions: string[] | undefined;
  stake: Path['stake'];
  transfer: { tool: NonNullable<Path['transfer']>['tool']; evidence: EvidenceSeed[] } | undefined;
  safeguards: SafeguardSeed[];
  ended: EndedSeed | undefined;
  evidence: EvidenceSeed[];
};
export type IncidentSeed = Pick<Incident, 'kind'> & {
  age: number;
  jurisdiction: string;
  data: Incident['data'];
  extent: Incident['extent'];
  evidence: EvidenceSeed[];
};

type Safeguard = NonNullable<Path['safeguards']>[number];

export function score({ assessment, moment }: Scenario, law: Register = register): Scored {
  return scoreAssessment(assessment, law, moment);
}

/** All that is published of a score, with the exposures to the bit. */
export function figuresOf(scored: Scored) {
  const { score, parts, ways, open, band, bandRange, confidence, gate, contributions, abuse } = scored;
  const jurisdictions = Object.fromEntries(scored.jurisdictions);
  return { score, parts, ways, open, band, bandRange, confidence, gate, contributions, abuse, jurisdictions };
}

/** The ranges of a score in tenths: the whole, its parts, its ways. */
export function rangesOf({ score, parts, ways }: Scored): Triple[] {
  return [score, parts.storage, parts.access, ways.programme, ways.law];
}

/** What is open, in tenths: the whole, storage, access. */
export function opensOf({ open }: Scored): number[] {
  return [open.whole, open.storage, open.access];
}

/** Every figure in tenths that no invariant may move the wrong way. */
export function numbersOf(scored: Scored): number[] {
  return [...rangesOf(scored).flat(), ...opensOf(scored)];
}

/** Whether every figure of the second is at most that of the first. */
export function raisesNothing(before: Scored, after: Scored): boolean {
  const was = numbersOf(before);
  return numbersOf(after).every((figure, i) => figure <= (was[i] as number));
}

/** The scenario with its assessment changed. */
export function change({ assessment, moment }: Scenario, changed: Partial<Assessment>): Scenario {
  return { assessment: { ...assessment, ...changed }, moment };
}

/** The scenario with one of its paths, chosen by any number, changed; as it is when it has none. */
export function changePath(scenario: Scenario, which: number, changed: (path: Path) => Path): Scenario {
  const { paths } = scenario.assessment;
  return change(scenario, { paths: paths.map((path, i) => (i === which % paths.length ? changed(path) : path)) });
}

/** The codes of a path: one, or those of its list. */
export function codesOf({ jurisdiction, jurisdictions }: Path): readonly string[] {
  return jurisdictions ?? [jurisdiction as string];
}

export function toEvidence(seed: EvidenceSeed, { assessment, moment }: Scenario): Evidence {
  const ids = Object.keys(assessment.sources);
  const observed = addDays(moment.asOf, -seed.age);
  return {
    source: ids[seed.source % ids.length] as string,
    credibility: seed.credibility,
    observed,
    ...(seed.since !== undefined && { from: addDays(observed, -seed.since) }),
    ...(seed.holds !== undefined && { validTo: addDays(observed, seed.holds) }),
    ...(seed.users && { users: seed.users }),
    ...(seed.stance && { stance: seed.stance }),
  };
}

export function toEvidenceList(seeds: readonly EvidenceSeed[], within: Scenario): Evidence[] {
  return seeds.map((seed) => toEvidence(seed, within));
}

export function toSafeguard({ kind, status, evidence }: SafeguardSeed, within: Scenario): Safeguard {
  return { kind, status, evidence: toEvidenceList(evidence, within) };
}

export function toPath(seed: PathSeed, id: string, within: Scenario): Path {
  return {
    id,
    ...(seed.jurisdictions ? { jurisdictions: seed.jurisdictions } : { jurisdiction: seed.jurisdiction }),
    mode: seed.mode,
    data: seed.data,
    evidence: toEvidenceList(seed.evidence, within),
    safeguards: seed.safeguards.map((claim) => toSafeguard(claim, within)),
    ...(seed.mode === 'control' && seed.stake && { stake: seed.stake }),
    ...(seed.transfer && { transfer: { tool: seed.transfer.tool, evidence: toEvidenceList(seed.transfer.evidence, within) } }),
    ...(seed.ended && { ended: toEnded(seed.ended, within) }),
  };
}

export function toEnded(seed: EndedSeed, within: Scenario): NonNullable<Path['ended']> {
  return { on: addDays(within.moment.asOf, -seed.age), evidence: toEvidenceList(seed.evidence, within) };
}

export function toIncident({ kind, age, jurisdiction, data, extent, evidence }: IncidentSeed, id: string, within: Scenario): Incident {
  return {
    id,
    kind,
    on: addDays(within.moment.asOf, -age),
    summary: 'What happened',
    ...(kind === 'state-access' && { jurisdiction }),
    ...(data && { data }),
    ...(extent && { extent }),
    evidence: toEvidenceList(evidence, within),
  };
}

/** The scenario with every list of evidence replaced, the paths' and incidents' own as well as those beneath them. */
export function mapEvidence({ assessment, moment }: Scenario, change: (evidence: Evidence[]) => Evidence[]): Scenario {
  const changed = <T extends { evidence: Evidence[] }>(fact: T): T => ({ ...fact, evidence: change(fact.evidence) });
  const complete: Assessment['complete'] = {};
  for (const mode of MODES) if (assessment.complete?.[mode]) complete[mode] = changed(assessment.complete[mode]);
  return {
    moment,
    assessment: {
      ...assessment,
      paths: assessment.paths.map((path) => ({
        ...changed(path),
        safeguards: (path.safeguards ?? []).map(changed),
        ...(path.transfer && { transfer: changed(path.transfer) }),
        ...(path.ended && { ended: changed(path.ended) }),
      })),
      incidents: (assessment.incidents ?? []).map(changed),
      complete,
      ...(assessment.clearText && { clearText: changed(assessment.clearText) }),
    },
  };
}
