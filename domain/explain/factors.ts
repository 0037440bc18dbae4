import type { Path } from '../facts/assessment.ts';
import { UNNAMED } from '../facts/jurisdictions.ts';
import { ORGANISATIONAL_SAFEGUARDS, TECHNICAL_SAFEGUARDS } from '../facts/vocabulary.ts';
import { type ExposedPath, type Factors, type Ground, groundOf } from '../score/exposure.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Law } from '../score/law.ts';
import { coverageOf } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import type { FactorExplained, PathExplained } from './explanation-paths.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** Why each factor of a path is what it is: the facts it rests on, by pointer, and the row of the register. */
export function explainFactors(
  { path, factors }: ExposedPath,
  belief: PathExplained['belief'],
  claimed: Path,
  at: string,
  scored: Scored,
): FactorExplained[] {
  const law = scored.lawOf(path.jurisdiction);
  const { row, euEea, compulsion } = law;
  const { coverage } = coverageOf(row);
  const inRow = euEea ? {} : { row: { jurisdiction: path.jurisdiction, from: row?.from ?? null, to: row?.to ?? null, coverage } };
  const explain = (factor: keyof Factors, because: Sentence[], facts: readonly string[], rest: object = {}): FactorExplained => {
    const [low, point, high] = factors.map((column) => toPlaces(column[factor])) as [number, number, number];
    return { factor, low, point, high, because, facts: facts.map((fact) => `${at}/${fact}`), ...rest };
  };
  const ground = groundOf(path, law, scored.findings.asOf);
  const guarded = (kinds: readonly string[]) => claimedPlaces(claimed, kinds, 'operating');
  const isNamedAlone = claimed.jurisdictions === undefined;
  return [
    explain('belief', becauseBelief(belief), ['evidence', ...(path.ended ? ['ended'] : [])]),
    explain('hazard', becauseHazard(path, law), [isNamedAlone ? 'jurisdiction' : 'jurisdictions'], inRow),
    explain('law', [say(LAW_TEXTS[ground], {})], ground === 'scheme' || ground === 'contract' ? ['transfer'] : [], inRow),
    explain('mode', [becauseMode(path)], ['mode', ...(claimed.stake ? ['stake'] : [])]),
    explain('data', [say('data', { classes: [...new Set(path.data)] })], ['data']),
    explain('technical', becauseGuarded(path, claimed, TECHNICAL_SAFEGUARDS), guarded(TECHNICAL_SAFEGUARDS)),
    explain('organisational', becauseOrganised(path, claimed, compulsion, scored.abuse[1]), guarded(ORGANISATIONAL_SAFEGUARDS)),
  ];
}

const LAW_TEXTS = {
  'eu-eea': 'law-eu-eea',
  bridge: 'law-bridge',
  adequacy: 'law-adequacy',
  scheme: 'law-scheme',
  contract: 'law-contract',
  none: 'law-none',
} as const satisfies Record<Ground, string>;

function becauseBelief({ path, newest, ended, endedNewest }: PathExplained['belief']): Sentence[] {
  const toText = ({ low, point, high }: PathExplained['belief']['path']) => `${low}-${point}-${high}`;
  return [
    say('belief-path', { belief: toText(path), ...newest }),
    ...(ended && endedNewest ? [say('belief-end', { belief: toText(ended), ...endedNewest })] : []),
  ];
}

function becauseHazard({ jurisdiction }: FoundPath, { euEea, row }: Law): Sentence[] {
  if (euEea) return [say('hazard-eu-eea', {})];
  if (jurisdiction === UNNAMED) return [say('hazard-unnamed', {})];
  if (row === undefined) return [say('hazard-unregistered', {})];
  const { unknown, unread } = coverageOf(row);
  const count = new Set([...unknown, ...unread]).size;
  return [say('hazard-row', {}), ...(count > 0 ? [say('hazard-partial', { count })] : [])];
}

function becauseMode({ mode, stake }: FoundPath): Sentence {
  return mode === 'control' ? say('mode-stake', { mode, stake }) : say('mode', { mode });
}

function becauseGuarded(path: FoundPath, claimed: Path, kinds: readonly string[]): Sentence[] {
  const operating = [...path.safeguards].filter(([kind]) => kinds.includes(kind)).sort(([a], [b]) => (a < b ? -1 : 1));
  const announced = claimedPlaces(claimed, kinds, 'announced').map(
    (place) => claimed.safeguards?.[Number(place.slice('safeguards/'.length))]?.kind ?? '',
  );
  return [
    ...operating.map(([kind, belief]) => say('safeguard-operates', { kind, proven: belief[1], claimed: belief[0] })),
    ...(operating.length === 0 ? [say('safeguard-none', {})] : []),
    ...(announced.length > 0 ? [say('safeguard-announced', { kinds: announced.sort() })] : []),
  ];
}

function becauseOrganised(path: FoundPath, claimed: Path, compulsion: number, abuse: number): Sentence[] {
  const operates = ORGANISATIONAL_SAFEGUARDS.some((kind) => path.safeguards.has(kind));
  return [
    ...becauseGuarded(path, claimed, ORGANISATIONAL_SAFEGUARDS),
    ...(operates && compulsion > 0 ? [say('paper-compelled', { share: toPlaces(compulsion) })] : []),
    ...(operates && abuse > 0 ? [say('paper-abused', { share: toPlaces(abuse) })] : []),
  ];
}

function claimedPlaces(claimed: Path, kinds: readonly string[], status: 'operating' | 'announced'): string[] {
  return [...(claimed.safeguards ?? []).entries()]
    .filter(([, safeguard]) => safeguard.status === status && kinds.includes(safeguard.kind))
    .map(([place]) => `safeguards/${place}`);
}

function toPlaces(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
