import { toDayNumber } from './date.ts';
import type { Findings, FoundIncident } from './findings.ts';
import { INCIDENT_HALF_LIFE_DAYS, INCIDENT_SEVERITY, STATE_ACCESS_FLOOR } from './method.ts';
import { multiplySorted } from './rounding.ts';

type Column = 0 | 1 | 2;

/** Total abuse I, 0 to 1: one minus the product of what each incident leaves of trust. */
export function abuseIn(findings: Findings, column: Column): number {
  return 1 - multiplySorted(weightIncidents(findings, column).map(({ kind, share }) => 1 - INCIDENT_SEVERITY[kind] * share));
}

/** A proven access by a state is a floor under the score, 0 to 1. */
export function floorIn(findings: Findings, column: Column): number {
  let floor = 0;
  for (const { kind, share } of weightIncidents(findings, column)) if (kind === 'state-access') floor = Math.max(floor, STATE_ACCESS_FLOOR * share);
  return floor;
}

type Weighted = { kind: FoundIncident['kind']; share: number };

/** Belief times what time has left of it; incidents of one kind on one day count once, by the largest belief. */
function weightIncidents(findings: Findings, column: Column): Weighted[] {
  const today = toDayNumber(findings.asOf);
  const strongest = new Map<string, Weighted>();
  for (const { kind, on, belief } of findings.incidents) {
    const share = (belief[column] / 100) * 2 ** (-(today - toDayNumber(on)) / INCIDENT_HALF_LIFE_DAYS);
    const key = `${kind} ${on}`;
    if (share > (strongest.get(key)?.share ?? -1)) strongest.set(key, { kind, share });
  }
  return [...strongest.values()];
}
