import type { Assessment, Path } from '../facts/assessment.ts';
import { expandPath } from '../facts/expand-paths.ts';
import { ORGANISATIONAL_SAFEGUARDS, TECHNICAL_SAFEGUARDS } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import { type ExposedPath, type Factors, type Ground, groundOf } from '../score/exposure.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Law } from '../score/law.ts';
import { toPoints, toRange } from '../score/points.ts';
import { toTenths } from '../score/rounding.ts';
import { inTenths, type Scored } from '../score/score.ts';
import { findWinningPath } from '../score/winning-path.ts';
import type { Lead, UnknownExplained } from './explanation.ts';
import type { FactorExplained, PathExplained } from './explanation-paths.ts';

/** Every admitted path, the strongest first: the factors it is made of, each tied to its facts and its row of the register. */
export function explainPaths(assessment: Assessment, scored: Scored): PathExplained[] {
  const places = new Map(assessment.paths.flatMap((path, place) => expandPath(path).map(({ id }) => [id, place])));
  const winners = new Set([...scored.jurisdictions.keys()].map((code) => findWinningPath(scored.paths, code)));
  return [...scored.paths]
    .sort((x, y) => y.exposure[1] - x.exposure[1] || (x.path.id < y.path.id ? -1 : 1))
    .map((exposed) => {
      const { id, jurisdiction, mode, stake } = exposed.path;
      const place = places.get(id) ?? 0;
      return {
        id,
        jurisdiction,
        mode,
        ...(mode === 'control' && { stake }),
        wins: winners.has(exposed),
        exposure: toRange(inTenths(exposed.exposure)),
        factors: explainFactors(exposed, assessment.paths[place], `/paths/${place}`, scored.lawOf(jurisdiction), scored),
      };
    });
}

export function explainLeads({ findings: { leads } }: Scored): Lead[] {
  return [
    ...leads.paths.map(({ id, jurisdiction, mode, belief }): Lead => ({ id, kind: 'path', jurisdiction, mode, belief: toBelief(belief) })),
    ...leads.incidents.map(({ id, kind, belief }): Lead => ({ id, kind: 'incident', incident: kind, belief: toBelief(belief) })),
  ];
}

export function explainUnknowns({ lists }: Scored): UnknownExplained[] {
  return lists.map(({ mode, complete, open }) => ({ mode, complete, open: toPoints(toTenths(open)) }));
}

function explainFactors({ path, factors }: ExposedPath, claimed: Path | undefined, at: string, law: Law, scored: Scored): FactorExplained[] {
  const { jurisdiction, row, euEea } = { jurisdiction: path.jurisdiction, ...law };
  const inRow = { row: { jurisdiction, from: row?.from ?? null, to: row?.to ?? null } };
  const explain = (
    factor: keyof Factors,
    because: string,
    facts: readonly string[],
    rest: { row?: FactorExplained['row'] } = {},
  ): FactorExplained => {
    const [low, point, high] = factors.map((column) => toPlaces(column[factor])) as [number, number, number];
    return { factor, low, point, high, because, facts: facts.map((fact) => `${at}/${fact}`), ...rest };
  };
  const ground = groundOf(path, law, scored.findings.asOf);
  const guarded = (kinds: readonly string[]) => claimedPlaces(claimed, kinds, 'operating');
  return [
    explain('belief', becauseBelief(path), ['evidence', ...(path.ended ? ['ended'] : [])]),
    explain('hazard', becauseHazard(euEea, row !== undefined), ['jurisdiction'], euEea ? {} : inRow),
    explain('law', GROUND_WORDS[ground], ground === 'scheme' || ground === 'contract' ? ['transfer'] : [], euEea ? {} : inRow),
    explain('mode', `Mode ${path.mode}${path.mode === 'control' ? `, stake ${path.stake}` : ''}.`, ['mode', ...(claimed?.stake ? ['stake'] : [])]),
    explain('data', `Data: ${[...new Set(path.data)].join(' to ')}.`, ['data']),
    explain('technical', becauseGuarded(path, claimed, TECHNICAL_SAFEGUARDS), guarded(TECHNICAL_SAFEGUARDS)),
    explain('organisational', becauseOrganised(path, claimed, law, scored.abuse), guarded(ORGANISATIONAL_SAFEGUARDS)),
  ];
}

const GROUND_WORDS = {
  'eu-eea': 'EU and EEA states are outside the question.',
  bridge: 'The bridge of the withdrawal agreement stood in for an adequacy decision.',
  adequacy: 'An adequacy decision is in force: half is taken off.',
  scheme: 'An adequacy decision covers recipients under its scheme: half is taken off as far as that is proven.',
  contract: 'A contract does not bind the authority: next to nothing is taken off.',
  none: 'No adequacy decision covers the recipient, and no contract is proven.',
} as const satisfies Record<Ground, string>;

function becauseBelief({ belief, ended }: FoundPath): string {
  return `Belief in the path ${toText(belief)} %${ended ? `, in its end ${toText([ended[1], ended[2], ended[0]])} %` : ''}.`;
}

function becauseHazard(euEea: boolean, registered: boolean): string {
  if (euEea) return 'EU and EEA states count 0 by definition.';
  return registered ? 'How far the state can compel, by its row of the register.' : 'Not in the register on that day: the hazard may be anything.';
}

function becauseGuarded(path: FoundPath, claimed: Path | undefined, kinds: readonly string[]): string {
  const operating = [...path.safeguards]
    .filter(([kind]) => kinds.includes(kind))
    .map(([kind, belief]) => `${kind} proven ${belief[1]} %, claimed ${belief[0]} %`);
  const announced = claimedPlaces(claimed, kinds, 'announced').map((place) => claimed?.safeguards?.[Number(place.slice('safeguards/'.length))]?.kind);
  return [
    operating.length > 0 ? `${operating.sort().join('; ')}.` : 'No such safeguard is known to operate.',
    ...(announced.length > 0 ? [`Only announced, so it weighs nothing: ${announced.sort().join(', ')}.`] : []),
  ].join(' ');
}

function becauseOrganised(path: FoundPath, claimed: Path | undefined, { compulsion }: Law, abuse: Triple): string {
  const limits = [
    ...(compulsion > 0 ? [`the law compels (C ${toPlaces(compulsion)})`] : []),
    ...(abuse[1] > 0 ? [`trust was abused (I ${toPlaces(abuse[1])})`] : []),
  ];
  const paper = becauseGuarded(path, claimed, ORGANISATIONAL_SAFEGUARDS);
  const operates = ORGANISATIONAL_SAFEGUARDS.some((kind) => path.safeguards.has(kind));
  return operates && limits.length > 0 ? `${paper} It holds less where ${limits.join(' and ')}.` : paper;
}

function claimedPlaces(claimed: Path | undefined, kinds: readonly string[], status: 'operating' | 'announced'): string[] {
  return [...(claimed?.safeguards ?? []).entries()]
    .filter(([, safeguard]) => safeguard.status === status && kinds.includes(safeguard.kind))
    .map(([place]) => `safeguards/${place}`);
}

function toBelief([low, point, high]: Triple): Lead['belief'] {
  return { low, point, high };
}

function toText(belief: Triple): string {
  return belief.join('-');
}

function toPlaces(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
