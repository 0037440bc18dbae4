import { toDayNumber } from '../facts/date.ts';
import type { Column, Triple } from './belief.ts';
import { type Findings, type FoundIncident, largest, NOTHING } from './findings.ts';
import type { Method } from './method.ts';
import { multiplySorted } from './rounding.ts';

/** Total abuse I, 0 to 1: one minus the product of what each incident leaves of trust. */
export function abuseOf(findings: Findings, method: Method): Triple {
  const weighted = weightIncidents(findings, method);
  const abuseIn = (column: Column) => 1 - multiplySorted(weighted.map(({ kind, share }) => 1 - method.incidentSeverity[kind] * share[column]));
  return [abuseIn(0), abuseIn(1), abuseIn(2)];
}

/** A proven access by a state is a floor under the score, 0 to 1. */
export function floorOf(findings: Findings, method: Method): Triple {
  const weight = method.stateAccessFloor;
  let floor = NOTHING;
  for (const { kind, share } of weightIncidents(findings, method))
    if (kind === 'state-access') floor = largest(floor, [weight * share[0], weight * share[1], weight * share[2]]);
  return floor;
}

type Weighted = { readonly kind: FoundIncident['kind']; readonly share: Triple };

/** Belief times what time has left of it; incidents of one kind on one day count once, by the largest belief. */
function weightIncidents({ asOf, incidents }: Findings, { incidentHalfLifeDays }: Method): Weighted[] {
  const today = toDayNumber(asOf);
  const strongest = new Map<string, Weighted>();
  for (const { kind, on, belief } of incidents) {
    const left = 2 ** (-(today - toDayNumber(on)) / incidentHalfLifeDays);
    const share: Triple = [(belief[0] / 100) * left, (belief[1] / 100) * left, (belief[2] / 100) * left];
    const key = `${kind} ${on}`;
    strongest.set(key, { kind, share: largest(strongest.get(key)?.share, share) });
  }
  return [...strongest.values()];
}
