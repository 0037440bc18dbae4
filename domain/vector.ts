import type { Triple } from './belief.ts';
import type { CalendarDate } from './date.ts';
import type { FoundIncident, FoundPath } from './findings.ts';
import { DATA_CLASSES, type DataClass, MODES } from './method.ts';
import { isEuEea, type Register } from './register.ts';
import type { Scored } from './score.ts';
import { INCIDENT_CODE, MODE_LETTER, SAFEGUARD_CODE, toModeLetters, VECTOR_VERSION } from './vector-codes.ts';
import { findWinningJurisdiction, findWinningPath } from './winning-path.ts';

/**
 * All that the arithmetic reads, in one line: parsed and scored with the same register it gives the published triple,
 * parts and band. Which paths count as EU/EEA is the register's word on `asOf`; leads and promises are not in it.
 */
export function toVector(scored: Scored, register: Register): string {
  const { asOf, knownBy, paths, incidents, complete, clearText } = scored.findings;
  const foreign = paths.filter((path) => !isEuEea(register, path.jurisdiction, asOf));
  const atHome = paths.filter((path) => isEuEea(register, path.jurisdiction, asOf));
  const letters = sortOnce(atHome.map(({ mode, stake }) => toModeLetters(mode, stake)));
  return [
    VECTOR_VERSION,
    `RG:${register.version}`,
    `T:${toDigits(asOf)}`,
    `K:${toDigits(knownBy)}`,
    ...sortOnce(foreign.map(toPathField)),
    ...(letters.length > 0 ? [`EU:${letters.join('')}`] : []),
    `CP:${MODES.map((mode) => complete[mode][1]).join('-')}`,
    ...(clearText ? [`CT:${toDigit(clearText.residual)}.${clearText.belief[1]}`] : []),
    ...incidents.map(toIncidentField).sort(),
  ].join('/');
}

/** For people: what was scored when, the range, the band and the strongest path. */
export function toShortVector(scored: Scored): string {
  const [low, point, high] = scored.score.map((tenths) => tenths / 10);
  const top = findWinningJurisdiction(scored);
  const winner = top === undefined ? undefined : findWinningPath(scored.paths, top);
  return [
    VECTOR_VERSION,
    `T:${toDigits(scored.findings.asOf)}`,
    `S:${point}[${low}-${high}]`,
    `B:${scored.band}`,
    ...(top === undefined ? [] : [`TOP:${winner ? `${top}.${MODE_LETTER[winner.path.mode]}` : top}`]),
  ].join('/');
}

function toPathField({ jurisdiction, mode, stake, data, belief, transfer, ended, safeguards }: FoundPath): string {
  const claims = [...safeguards].map(([kind, claim]) => `~${SAFEGUARD_CODE[kind]}.${toFavourable(claim)}`);
  return [
    `${jurisdiction}.${toModeLetters(mode, stake)}.${data.map(toDigit).join('')}.${belief.join('-')}`,
    transfer ? `~@${transfer.tool}.${toFavourable(transfer.belief)}` : '',
    ended ? `~!.${toFavourable(ended)}` : '',
    ...claims.sort(),
  ].join('');
}

function toIncidentField({ kind, on, belief }: FoundIncident): string {
  return `I:${INCIDENT_CODE[kind]}.${toDigits(on)}.${belief.join('-')}`;
}

/** What is proven twice, then what is claimed: the vector's beliefs rise, though the low column takes the claim. */
function toFavourable([claimed, atPoint, atHigh]: Triple): string {
  return `${atHigh}-${atPoint}-${claimed}`;
}

function toDigit(name: DataClass): number {
  return DATA_CLASSES.indexOf(name);
}

function toDigits(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

function sortOnce(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort();
}
