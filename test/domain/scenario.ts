import type { Assessment, Evidence, Incident, Path } from '../../domain/facts/assessment.ts';
import { addDays } from '../../domain/facts/date.ts';
import { MODES } from '../../domain/facts/vocabulary.ts';
import type { Moment } from '../../domain/score/witnesses.ts';
import type { Register } from '../../domain/score/register.ts';
import { type Scored, scoreAssessment } from '../../domain/score/score.ts';
import { register } from '../register.ts';

/** An assessment and the two dates that it is scored for. */
export type Scenario = { readonly assessment: Assessment; readonly moment: Moment };

/** What a generator knows of a fact before it stands in an assessment: ages in days, sources by number. */
export type EvidenceSeed = { source: number; credibility: Evidence['credibility']; age: number; stance: Evidence['stance'] };
export type SafeguardSeed = { kind: Safeguard['kind']; status: Safeguard['status']; evidence: EvidenceSeed[] };
export type EndedSeed = { age: number; evidence: EvidenceSeed[] };
export type PathSeed = Pick<Path, 'jurisdiction' | 'mode' | 'data'> & {
  stake: Path['stake'];
  transfer: { tool: NonNullable<Path['transfer']>['tool']; evidence: EvidenceSeed[] } | undefined;
  safeguards: SafeguardSeed[];
  ended: EndedSeed | undefined;
  evidence: EvidenceSeed[];
};
export type IncidentSeed = { kind: Incident['kind']; age: number; evidence: EvidenceSeed[] };

type Safeguard = NonNullable<Path['safeguards']>[number];

export function score({ assessment, moment }: Scenario, law: Register = register): Scored {
  return scoreAssessment(assessment, law, moment);
}

/** All that is published of a score, with the exposures to the bit. */
export function figuresOf(scored: Scored) {
  const { score, parts, band, bandRange, confidence, gate, contributions, abuse } = scored;
  return { score, parts, band, bandRange, confidence, gate, contributions, abuse, jurisdictions: Object.fromEntries(scored.jurisdictions) };
}

/** The nine figures in tenths that no invariant may move the wrong way: the whole, then storage, then access. */
export function nineOf({ score, parts }: Scored): number[] {
  return [...score, ...parts.storage, ...parts.access];
}

/** Whether every figure of the second is at most that of the first. */
export function raisesNothing(before: Scored, after: Scored): boolean {
  const was = nineOf(before);
  return nineOf(after).every((figure, i) => figure <= (was[i] as number));
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

export function toEvidence({ source, credibility, age, stance }: EvidenceSeed, { assessment, moment }: Scenario): Evidence {
  const ids = Object.keys(assessment.sources);
  return {
    source: ids[source % ids.length] as string,
    credibility,
    observed: addDays(moment.asOf, -age),
    ...(stance && { stance }),
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
    jurisdiction: seed.jurisdiction,
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

export function toIncident({ kind, age, evidence }: IncidentSeed, id: string, within: Scenario): Incident {
  return { id, kind, on: addDays(within.moment.asOf, -age), summary: 'What happened', evidence: toEvidenceList(evidence, within) };
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
