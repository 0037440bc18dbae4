import { toDayNumber } from '../facts/date.ts';
import type { Column, Triple } from './belief.ts';
import { type Findings, type FoundIncident, largest, NOTHING } from './findings.ts';
import type { Method } from './method.ts';
import { isEuEea, type Register } from './register.ts';
import { multiplySorted } from './rounding.ts';

/** What the incidents of one kind on one day weigh together: belief x data x extent x what time has left, 0 to 1. */
export type Incidents = readonly { readonly kind: FoundIncident['kind']; readonly share: Triple }[];

/** Section 1: access by the authorities of a state that was in the EU/EEA on that day counts nothing, like a path there. */
export function listCounted({ incidents }: Findings, register: Register): readonly FoundIncident[] {
  const atHome = ({ kind, jurisdiction, on }: FoundIncident) =>
    kind === 'state-access' && jurisdiction !== undefined && isEuEea(register, jurisdiction, on);
  return incidents.some(atHome) ? incidents.filter((incident) => !atHome(incident)) : incidents;
}

/** Section 1: incidents of one kind on one day count once, by the largest column by column. */
export function weighIncidents(asOf: string, incidents: readonly FoundIncident[], method: Method): Incidents {
  const today = toDayNumber(asOf);
  const strongest = new Map<string, Incidents[number]>();
  for (const { kind, on, belief, data, extent } of incidents) {
    const left = 2 ** (-(today - toDayNumber(on)) / method.incidentHalfLifeDays);
    const weight = method.data[data] * method.incidentExtent[extent] * left;
    const share: Triple = [(belief[0] / 100) * weight, (belief[1] / 100) * weight, (belief[2] / 100) * weight];
    const key = `${kind} ${on}`;
    strongest.set(key, { kind, share: largest(strongest.get(key)?.share, share) });
  }
  return [...strongest.values()];
}

/** Section 5, I: total abuse is one minus the product of what each incident leaves of trust. */
export function abuseOf(incidents: Incidents, { incidentSeverity }: Method): Triple {
  const abuseIn = (column: Column) => 1 - multiplySorted(incidents.map(({ kind, share }) => 1 - incidentSeverity[kind] * share[column]));
  return [abuseIn(0), abuseIn(1), abuseIn(2)];
}

/** Section 5, S: a proven access by a state is a floor under the score. */
export function floorOf(incidents: Incidents, { stateAccessFloor: weight }: Method): Triple {
  let floor = NOTHING;
  for (const { kind, share } of incidents)
    if (kind === 'state-access') floor = largest(floor, [weight * share[0], weight * share[1], weight * share[2]]);
  return floor;
}
